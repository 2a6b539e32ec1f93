<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

/**
 * The services that are served, each below a path of its own but Aurpay.
 */
enum Provider: string
{
    case Aurpay = '';
    case AzPays = '/azpays/v1';
    case EnayaPay = '/enayapay/api/v2.1';

    public static function of(string $path): self
    {
        return match (true) {
            str_starts_with($path, '/azpays/') => self::AzPays,
            str_starts_with($path, '/enayapay/') => self::EnayaPay,
            default => self::Aurpay,
        };
    }
}
