<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\ConnectionDetails;
use Aurpay\Sandbox\Services;

/**
 * What a shop needs to know of the sandbox: addresses and credentials.
 */
final readonly class ShopSettings
{
    public function __construct(private Services $services) {}

    /**
     * @return array<string, bool|int|string|null>
     */
    public function describe(): array
    {
        return [
            ...ConnectionDetails::of($this->services),
            'kyb_verified' => $this->services->merchants->first()->kybVerified,
            'environment' => $this->environment(),
        ];
    }

    /** The lines of a .env file, with the names of the project's examples. */
    private function environment(): string
    {
        $config = $this->services->config;
        $merchant = $this->services->merchants->first();
        $lines = '';
        $settings = [
            'AURPAY_BASE_URI' => $config->baseUri,
            'AURPAY_API_TOKEN' => $merchant->apiToken,
            'AURPAY_API_SECRET' => $merchant->apiSecret,
            'AURPAY_CALLBACK_TOKEN' => $merchant->callbackToken,
            'AURPAY_CALLBACK_SECRET' => $merchant->callbackSecret,
            'AURPAY_CONTROL_URI' => $config->baseUri . '/_sandbox',
            'AURPAY_CA_FILE' => $config->caFile,
        ];
        foreach (array_filter($settings, static fn (string $value): bool => $value !== '') as $name => $value) {
            $lines .= "$name=" . self::quoted($value) . "\n";
        }

        return $lines;
    }

    /** In double quotes where a reader of .env files could take a character for something else. */
    private static function quoted(string $value): string
    {
        return preg_match('~^[A-Za-z0-9_.:/@%+=-]*$~D', $value) === 1
            ? $value
            : '"' . strtr($value, ['\\' => '\\\\', '"' => '\\"', '$' => '\\$', "\n" => '\\n']) . '"';
    }
}
