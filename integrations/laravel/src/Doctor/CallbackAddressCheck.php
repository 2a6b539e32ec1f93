<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Doctor;

use Aurpay\Laravel\Config;
use Aurpay\Laravel\ConfigurationException;
use Aurpay\Laravel\Host;
use Illuminate\Contracts\Foundation\Application;

/** Whether the address that Aurpay is given for callbacks can be right. */
final class CallbackAddressCheck implements Check
{
    public function __construct(private readonly Config $config, private readonly Application $app) {}

    public function subject(): string
    {
        return 'Callback address';
    }

    public function findings(): array
    {
        try {
            $base = $this->config->callbackBase();
        } catch (ConfigurationException $mistake) {
            return [Finding::failed($mistake->getMessage(), 'Set AURPAY_CALLBACK_URL or APP_URL in .env.')];
        }
        $address = "$base/{$this->config->callbackPath()}";
        if ($this->app->environment('production') && Host::of($base)->isPrivate()) {
            return [Finding::failed("$address cannot be reached from outside.", 'Set AURPAY_CALLBACK_URL to the public address of the shop.')];
        }

        return [Finding::ok("Aurpay calls $address.")];
    }
}
