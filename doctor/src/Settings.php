<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

use Aurpay\Client;
use Aurpay\Credentials;

/** What the user gave: options of the command line, else variables of --env FILE, else of the environment. */
final class Settings
{
    private const OPTIONS = [
        'base-uri' => 'AURPAY_BASE_URI', 'ca-file' => 'AURPAY_CA_FILE', 'proxy' => 'AURPAY_PROXY',
        'pinned-public-key' => 'AURPAY_PINNED_PUBLIC_KEY', 'ip-version' => 'AURPAY_IP_VERSION',
        'timeout' => 'AURPAY_TIMEOUT', 'connect-timeout' => 'AURPAY_CONNECT_TIMEOUT',
    ];

    private const GATEWAY = 'https://dashboard.aurpay.net';

    /** Seconds for one call: a person waits for it. */
    private const TIMEOUT = '10';

    /**
     * @param array<string, string> $given options of the command line by name, without --
     * @param array<string, string> $variables of --env FILE
     */
    public function __construct(private readonly array $given, private readonly array $variables) {}

    /** An option of the command line alone. */
    public function option(string $name): ?string
    {
        return $this->given[$name] ?? null;
    }

    /** A variable of the file or of the environment; null if it is not set, or empty. */
    public function variable(string $name): ?string
    {
        $value = $this->variables[$name] ?? getenv($name);

        return $value === false || $value === '' ? null : $value;
    }

    /** @return array<string, string> the options of Aurpay\Client */
    public function clientOptions(): array
    {
        $options = ['base_uri' => self::GATEWAY, 'timeout' => self::TIMEOUT, 'retries' => '0'];
        foreach (self::OPTIONS as $name => $variable) {
            $value = $this->given[$name] ?? $this->variable($variable);
            if ($value !== null) {
                $options[strtr($name, '-', '_')] = $value;
            }
        }

        return $options;
    }

    /** @throws \Error if an option is not valid */
    public function client(string|Credentials $credentials): Client
    {
        // The constructor checks what the user gave.
        return new Client($credentials, $this->clientOptions()); // @phpstan-ignore argument.type
    }

    /** @return array<string, string> what to do about the file of CAs, if it is the given one */
    public function mendCaFile(): array
    {
        return isset($this->clientOptions()['ca_file']) ? ['mend-ca-file' => 'correct AURPAY_CA_FILE, or leave it out'] : [];
    }

    public function baseUri(): Address
    {
        return new Address($this->clientOptions()['base_uri']);
    }

    public function seconds(): float
    {
        return max(0.1, min(3600.0, (float) $this->clientOptions()['timeout']));
    }

    public function callbackUrl(): ?string
    {
        return $this->given['callback-url'] ?? $this->variable('AURPAY_CALLBACK_URL');
    }

    /** @return list<string> the names of the options that take a value */
    public static function names(): array
    {
        return [...array_keys(self::OPTIONS), 'env', 'callback-url', 'url', 'fpm', 'probe-folder'];
    }
}
