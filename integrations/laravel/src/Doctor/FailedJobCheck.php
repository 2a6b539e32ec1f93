<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Doctor;

use Aurpay\Laravel\Jobs\SendRefund;
use Illuminate\Contracts\Container\Container;
use Illuminate\Queue\Failed\FailedJobProviderInterface;

/** Whether jobs of refunds have failed. */
final class FailedJobCheck implements Check
{
    public function __construct(private readonly Container $container) {}

    public function subject(): string
    {
        return 'Failed jobs';
    }

    public function findings(): array
    {
        /** @var FailedJobProviderInterface $failed */
        $failed = $this->container->make('queue.failer');
        $count = count(array_filter($failed->all(), self::isRefund(...)));

        return [$count === 0
            ? Finding::ok('No job of a refund has failed.')
            : Finding::warning(
                "$count jobs of refunds have failed.",
                'queue:failed lists them with the reason. Delete them with queue:forget: reconciliation finds out what became of the refunds.',
            )];
    }

    private static function isRefund(mixed $job): bool
    {
        $payload = is_object($job) ? ((array) $job)['payload'] ?? null : null;
        $decoded = is_string($payload) ? json_decode($payload, true) : $payload;

        return is_array($decoded) && ($decoded['displayName'] ?? null) === SendRefund::class;
    }
}
