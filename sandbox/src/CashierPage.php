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
        '/cashier' => ['cashier.html', 'text/html; charset=utf-8'],
        '/cashier.css' => ['cashier.css', 'text/css; charset=utf-8'],
        '/cashier.js' => ['cashier.js', self::SCRIPT],
        '/cashier/ask.js' => ['cashier/ask.js', self::SCRIPT],
        '/cashier/coins.js' => ['cashier/coins.js', self::SCRIPT],
        '/cashier/copy.js' => ['cashier/copy.js', self::SCRIPT],
        '/cashier/countdown.js' => ['cashier/countdown.js', self::SCRIPT],
        '/cashier/live.js' => ['cashier/live.js', self::SCRIPT],
        '/cashier/play.js' => ['cashier/play.js', self::SCRIPT],
        '/cashier/qr.js' => ['cashier/qr.js', self::SCRIPT],
        '/cashier/texts.js' => ['cashier/texts.js', self::SCRIPT],
        '/cashier/uqr.js' => ['cashier/uqr.js', self::SCRIPT],
        '/cashier/view.js' => ['cashier/view.js', self::SCRIPT],
        '/lang/de.json' => ['lang/de.json', 'application/json'],
        '/lang/en.json' => ['lang/en.json', 'application/json'],
    ];
    private const SCRIPT = 'text/javascript; charset=utf-8';

    public static function find(string $path): ?Response
    {
        $file = self::FILES[$path] ?? null;
        if ($file === null) {
            return null;
        }
        [$name, $type] = $file;

        return self::response(200, (string) file_get_contents(dirname(__DIR__) . '/public/' . $name), $type);
    }

    public static function html(string $document, int $status = 200): Response
    {
        return self::response($status, $document, 'text/html; charset=utf-8');
    }

    private static function response(int $status, string $body, string $type): Response
    {
        return new Response($status, $body, [
            'Content-Type' => $type,
            'Cache-Control' => 'no-store',
            'Content-Security-Policy' => "default-src 'self'; img-src 'self' data:; base-uri 'none'; "
                . "form-action 'self'; frame-ancestors 'none'",
            'X-Content-Type-Options' => 'nosniff',
        ]);
    }
}
