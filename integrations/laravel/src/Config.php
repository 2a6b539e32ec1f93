<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

use Illuminate\Contracts\Config\Repository;

/** config/aurpay.php, typed. */
final class Config
{
    private const CREDENTIALS = [
        'api_token', 'api_secret', 'api_key', 'callback_token', 'callback_secret',
        'previous_callback_token', 'previous_callback_secret',
    ];

    public function __construct(private readonly Repository $config) {}

    /**
     * A blank line in .env is a mistake: with an empty secret, anyone could sign.
     *
     * @throws ConfigurationException that names the variable
     */
    public function refuseBlankCredentials(): void
    {
        foreach (self::CREDENTIALS as $name) {
            $value = $this->config->get("aurpay.$name");
            if (is_string($value) && trim($value) === '') {
                throw new ConfigurationException(self::variable($name) . ' is blank. Set it, or remove the line.');
            }
        }
    }

    /** A credential; null if it is not set. */
    public function credential(string $name): ?string
    {
        $this->refuseBlankCredentials();
        $value = $this->config->get("aurpay.$name");

        return is_string($value) ? $value : null;
    }

    /**
     * Two credentials that are worth nothing alone.
     *
     * @return array{string, string}|null null if neither is set
     *
     * @throws ConfigurationException if only one is
     */
    public function pair(string $token, string $secret): ?array
    {
        $pair = [$token => $this->credential($token), $secret => $this->credential($secret)];
        if ($pair[$token] !== null && $pair[$secret] !== null) {
            return [$pair[$token], $pair[$secret]];
        }
        foreach ($pair as $name => $value) {
            if ($value !== null) {
                throw new ConfigurationException(sprintf(
                    '%s is set, but %s is not. Set both, or neither.',
                    self::variable($name),
                    self::variable($name === $token ? $secret : $token),
                ));
            }
        }

        return null;
    }

    /** @return array<string, mixed> the options of Aurpay\Client that are set */
    public function options(): array
    {
        $options = [];
        $configured = $this->config->get('aurpay.options');
        foreach (is_array($configured) ? $configured : [] as $name => $value) {
            if ($value !== null) {
                $options[(string) $name] = $value;
            }
        }

        return $options;
    }

    /**
     * The address of the shop for callbacks: scheme and host.
     *
     * @throws ConfigurationException unless Aurpay may call it
     */
    public function callbackBase(): string
    {
        $url = $this->text('callback.url');
        if ($url === null || preg_match('~^https?://[^/?#@]+/?$~D', $url) !== 1) {
            throw new ConfigurationException(
                'AURPAY_CALLBACK_URL, or else APP_URL, must be the scheme and host of the shop, such as https://shop.example.',
            );
        }
        if (str_starts_with($url, 'http:') && !Host::of($url)->isLoopback()) {
            throw new ConfigurationException(
                "AURPAY_CALLBACK_URL, or else APP_URL, must begin with https:, since the gateway sends a key there. It is $url.",
            );
        }

        return rtrim($url, '/');
    }

    public function callbackPath(): string
    {
        return trim($this->text('callback.path') ?? 'aurpay/callback', '/');
    }

    public function declaresRoute(): bool
    {
        return $this->config->get('aurpay.callback.route') !== false;
    }

    public function isScheduled(): bool
    {
        return $this->config->get('aurpay.schedule') !== false;
    }

    /** Seconds for which an underpaid payment waits for the rest. */
    public function partialWindow(): int
    {
        return 60 * $this->number('partial_window', 60);
    }

    /** Seconds for which an expired payment waits for late coins. */
    public function lateWindow(): int
    {
        return 60 * $this->number('late_window', 60);
    }

    /** Seconds after which the queue ends the job of a refund. */
    public function jobTimeout(): int
    {
        return max(1, $this->number('queue.timeout', 60));
    }

    public function keepCallbacksDays(): int
    {
        return $this->number('callback.keep_days', 30);
    }

    /** A text, or null. */
    public function text(string $name): ?string
    {
        $value = $this->config->get("aurpay.$name");

        return is_string($value) && $value !== '' ? $value : null;
    }

    private function number(string $name, int $otherwise): int
    {
        $value = $this->config->get("aurpay.$name", $otherwise);
        if (is_int($value) && $value >= 0) {
            return $value;
        }
        if (is_string($value) && preg_match('/^[0-9]{1,9}$/D', $value) === 1) {
            return (int) $value;
        }
        throw new ConfigurationException("aurpay.$name must be a whole number, 0 or more.");
    }

    private static function variable(string $name): string
    {
        return 'AURPAY_' . strtoupper($name);
    }
}
