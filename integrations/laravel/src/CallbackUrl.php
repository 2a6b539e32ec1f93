<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

/**
 * The address that the gateway calls. It is built from the configuration, never from a request's Host, and stored with
 * the payment, since callbacks sign it byte for byte.
 */
final class CallbackUrl
{
    public function __construct(private readonly Config $config) {}

    /** @param string $token of the payment */
    public function of(#[\SensitiveParameter] string $token): string
    {
        return $this->config->callbackBase() . '/' . $this->config->callbackPath() . '/' . $token;
    }
}
