<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

/**
 * The services of the sandbox. All except Aurpay have a path prefix.
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
