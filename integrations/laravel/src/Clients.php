<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

use Aurpay\Callback;
use Aurpay\Client;
use Aurpay\Credentials;

/** Makes the extension's objects from the configuration. */
final class Clients
{
    public function __construct(private readonly Config $config, private readonly Log $log) {}

    /**
     * @throws ConfigurationException without the extension or credentials
     * @throws \ValueError|\TypeError when an option is not allowed; the message names it
     */
    public function client(): Client
    {
        self::requireExtension();
        /** @var array{base_uri?: string, timeout?: int|numeric-string, logger?: object} $options */
        $options = $this->config->options() + ['logger' => $this->log];

        return new Client($this->credentials(), $options);
    }

    /**
     * Those that may have signed a callback: the current pair, and the previous one while it is rotated.
     *
     * @return non-empty-list<Callback>
     *
     * @throws ConfigurationException without the extension or credentials
     * @throws \ValueError when one is not allowed; the message says why
     */
    public function callbacks(): array
    {
        self::requireExtension();
        $callbacks = [];
        foreach (['', 'previous_'] as $prefix) {
            $pair = $this->config->pair("{$prefix}callback_token", "{$prefix}callback_secret");
            if ($pair !== null) {
                $callbacks[] = new Callback($pair[0], $pair[1]);
            }
        }
        if ($callbacks !== []) {
            return $callbacks;
        }
        $key = $this->config->credential('api_key') ?? throw new ConfigurationException(
            'Callbacks cannot be verified. Set AURPAY_CALLBACK_TOKEN and AURPAY_CALLBACK_SECRET.',
        );

        return [Callback::forApiKey($key)];
    }

    /** The web server's PHP often has another php.ini than the one that Composer has checked. */
    private static function requireExtension(): void
    {
        // Stand-ins of Aurpay::fake() will do.
        if (!class_exists(Client::class)) {
            throw new ConfigurationException(sprintf(
                'The extension aurpay is not loaded in this PHP (%s %s, %s). Enable it there, too, and restart this PHP: see docs/install.md.',
                PHP_SAPI,
                PHP_VERSION,
                php_ini_loaded_file() ?: 'no php.ini',
            ));
        }
    }

    private function credentials(): Credentials
    {
        $pair = $this->config->pair('api_token', 'api_secret');
        if ($pair !== null) {
            return Credentials::signature($pair[0], $pair[1]);
        }
        $key = $this->config->credential('api_key') ?? throw new ConfigurationException(
            'There are no credentials. Set AURPAY_API_TOKEN and AURPAY_API_SECRET, or AURPAY_API_KEY.',
        );

        return Credentials::apiKey($key);
    }
}
