<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

/** The section of artisan about. It has no credential, only whether there are some. */
final class AboutSection
{
    public function __construct(private readonly Config $config) {}

    /** @return array<string, string> */
    public function lines(): array
    {
        return [
            'Extension' => phpversion('aurpay') ?: 'not loaded',
            'Gateway' => $this->config->text('options.base_uri') ?? 'Aurpay itself (AURPAY_BASE_URI is not set)',
            'API credentials' => $this->told(fn (): string => match (true) {
                $this->config->pair('api_token', 'api_secret') !== null => 'token and secret',
                $this->config->credential('api_key') !== null => 'key',
                default => 'none',
            }),
            'Callback credentials' => $this->told(fn (): string => match (true) {
                $this->config->pair('callback_token', 'callback_secret') !== null => 'token and secret',
                $this->config->credential('api_key') !== null => 'API key alone',
                default => 'none',
            }),
            'Callback address' => $this->told(function (): string {
                $address = $this->config->callbackBase() . '/' . $this->config->callbackPath();

                return Host::of($address)->isLoopback() ? "$address (reached from this machine alone)" : $address;
            }),
        ];
    }

    /** @param \Closure(): string $line */
    private function told(\Closure $line): string
    {
        try {
            return $line();
        } catch (ConfigurationException $mistake) {
            return $mistake->getMessage();
        }
    }
}
