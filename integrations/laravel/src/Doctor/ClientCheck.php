<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Doctor;

use Aurpay\Laravel\Clients;
use Aurpay\Laravel\Config;
use Aurpay\Laravel\ConfigurationException;
use Aurpay\Laravel\Host;
use Illuminate\Contracts\Foundation\Application;

/** Whether the configuration makes a client. */
final class ClientCheck implements Check
{
    public function __construct(
        private readonly Config $config,
        private readonly Clients $clients,
        private readonly Application $app,
    ) {}

    public function subject(): string
    {
        return 'API credentials and options';
    }

    public function findings(): array
    {
        try {
            $this->clients->client();
            // Each of them throws if it is no number.
            $this->config->partialWindow();
            $this->config->lateWindow();
            $this->config->keepCallbacksDays();
        } catch (ConfigurationException | \ValueError | \TypeError $mistake) {
            return [Finding::failed($mistake->getMessage(), 'Correct .env or config/aurpay.php. If the configuration is cached, run php artisan config:cache.')];
        }
        $findings = [Finding::ok($this->config->pair('api_token', 'api_secret') !== null
            ? 'A token and its secret sign each request.'
            : 'The API key is sent with each request.')];
        $base = $this->config->options()['base_uri'] ?? null;
        if (is_string($base)) {
            $host = Host::of($base);
            $findings[] = $host->isLoopback() && $this->app->environment('production')
                ? Finding::warning("Calls go to $host->name, this machine, in production.", 'Remove AURPAY_BASE_URI, unless the sandbox is what you want.')
                : Finding::ok("Calls go to $host->name.");
        }

        return $findings;
    }
}
