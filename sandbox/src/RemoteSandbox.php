<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

/**
 * A running sandbox, as a test uses it: its own world, and merchants with worlds of theirs.
 */
abstract class RemoteSandbox extends Remote
{
    /** A merchant with orders, clock, faults and log of its own, for one test or one of several parallel suites. */
    public function merchant(?string $name = null): RemoteMerchant
    {
        return new RemoteMerchant($this, $this->control('POST', '/merchants', $name === null ? [] : ['name' => $name]));
    }
}
