<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** A mail that the shop would have sent. */
final readonly class Mail
{
    /**
     * @param list<string> $to
     */
    public function __construct(public array $to, public string $subject, public string $message) {}
}
