<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

/** The host of a URL. */
final class Host
{
    private function __construct(public readonly string $name) {}

    public static function of(string $url): self
    {
        $name = parse_url($url, PHP_URL_HOST);

        return new self(is_string($name) ? strtolower($name) : '');
    }

    /** Whether only this machine reaches it: right for a sandbox on it, and for nothing else. */
    public function isLoopback(): bool
    {
        return preg_match('/^(localhost|.+\.localhost|127(\.[0-9]{1,3}){3}|\[::1\])$/D', $this->name) === 1;
    }

    /** Whether it is an address that nobody can reach from outside, as far as its text shows. */
    public function isPrivate(): bool
    {
        $address = filter_var(trim($this->name, '[]'), FILTER_VALIDATE_IP);

        return $this->isLoopback() || is_string($address)
            && filter_var($address, FILTER_VALIDATE_IP, FILTER_FLAG_NO_PRIV_RANGE | FILTER_FLAG_NO_RES_RANGE) === false;
    }
}
