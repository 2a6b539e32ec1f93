<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\Http\Response;

/**
 * The page behind a pay URL, on which a person acts as the customer.
 */
final class CashierPage
{
    private const FILES = [
        '/' => ['cashier.html', 'text/html; charset=utf-8'],
        '/cashier.css' => ['cashier.css', 'text/css; charset=utf-8'],
        '/cashier.js' => ['cashier.js', 'text/javascript; charset=utf-8'],
    ];

    public static function find(string $path): ?Response
    {
        $file = self::FILES[$path] ?? null;
        if ($file === null) {
            return null;
        }
        [$name, $type] = $file;

        return new Response(200, (string) file_get_contents(dirname(__DIR__) . '/public/' . $name), [
            'Content-Type' => $type,
            'Cache-Control' => 'no-store',
            'Content-Security-Policy' => "default-src 'self'; img-src 'self' data:; base-uri 'none'; "
                . "form-action 'self'; frame-ancestors 'none'",
            'X-Content-Type-Options' => 'nosniff',
        ]);
    }
}
