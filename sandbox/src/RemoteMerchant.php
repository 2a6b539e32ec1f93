<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

/**
 * A merchant with a world of its own; see RemoteSandbox::merchant().
 */
final class RemoteMerchant extends Remote
{
    /**
     * @internal use RemoteSandbox::merchant()
     *
     * @param array<array-key, mixed> $details
     */
    public function __construct(private readonly RemoteSandbox $sandbox, array $details)
    {
        parent::__construct($details);
    }

    public function name(): string
    {
        return $this->get('name');
    }

    /** Removes the merchant with all its orders. */
    public function remove(): void
    {
        $this->sandbox->control('DELETE', '/merchants/' . $this->name());
    }
}
