<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\Http\Asset;
use Aurpay\Sandbox\Http\Response;

/**
 * The page behind a pay URL, on which a person acts as the customer.
 */
final class CashierPage
{
    private const POLICY = "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self';"
        . " frame-ancestors 'none'";
    private const FILES = [
        '/cashier' => 'public/cashier.html',
        '/cashier.css' => 'public/cashier.css',
        '/cashier.js' => 'public/cashier.js',
    ];

    public static function find(string $path): ?Response
    {
        $file = self::FILES[$path] ?? null;

        return $file === null ? null : Asset::serve($file, self::POLICY);
    }
}
