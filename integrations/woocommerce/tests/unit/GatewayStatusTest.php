<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Unit;

use Aurpay\WooCommerce\GatewayStatus;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;
use PHPUnit\Framework\TestCase;

#[TestDox('A status')]
final class GatewayStatusTest extends TestCase
{
    /** @return iterable<string, array{string, string, bool}> */
    public static function pairs(): iterable
    {
        $rows = [
            '' => ['PENDING', 'PARTIAL', 'OVERDUE', 'FAILED', 'TERMINATED', 'RESOLVED', 'SUCCESS', 'REFUNDED', 'FROZEN'],
            'PENDING' => ['PENDING', 'PARTIAL', 'OVERDUE', 'FAILED', 'TERMINATED', 'RESOLVED', 'SUCCESS', 'REFUNDED', 'FROZEN'],
            'PARTIAL' => ['PARTIAL', 'OVERDUE', 'FAILED', 'TERMINATED', 'RESOLVED', 'SUCCESS', 'REFUNDED', 'FROZEN'],
            'OVERDUE' => ['PARTIAL', 'OVERDUE', 'FAILED', 'TERMINATED', 'RESOLVED', 'SUCCESS', 'REFUNDED', 'FROZEN'],
            'RESOLVED' => ['RESOLVED', 'SUCCESS', 'REFUNDED'],
            'SUCCESS' => ['SUCCESS', 'REFUNDED'],
            'REFUNDED' => ['REFUNDED'],
        ];
        foreach ($rows as $known => $after) {
            foreach (['PENDING', 'PARTIAL', 'OVERDUE', 'FAILED', 'TERMINATED', 'RESOLVED', 'SUCCESS', 'REFUNDED', 'FROZEN'] as $status) {
                yield "$status after " . ($known === '' ? 'nothing' : $known) => [$status, $known, in_array($status, $after, true)];
            }
        }
    }

    #[DataProvider('pairs')]
    #[TestDox('that arrives late takes back nothing newer: $_dataName, $may')]
    public function testOrder(string $status, string $known, bool $may): void
    {
        self::assertSame($may, GatewayStatus::may_follow($status, $known));
    }
}
