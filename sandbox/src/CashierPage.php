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
        '/cashier.css', '/cashier.js', '/cashier/ask.js', '/cashier/coins.js', '/cashier/copy.js',
        '/cashier/countdown.js', '/cashier/live.js', '/cashier/play.js', '/cashier/qr.js', '/cashier/texts.js',
        '/cashier/uqr.js', '/cashier/view.js', '/lang/de.json', '/lang/en.json',
    ];

    /** @param string $streams the origin of the streams of events, if it is not that of the page */
    public static function find(string $path, string $streams): ?Response
    {
        $policy = self::POLICY . ($streams === '' ? '' : "; connect-src 'self' $streams");

        return match (true) {
            $path === '/cashier' => Asset::serve('public/cashier.html', $policy),
            in_array($path, self::FILES, true) => Asset::serve("public$path", self::POLICY),
            default => null,
        };
    }

    /** A page for browsers without scripts. */
    public static function html(string $document, int $status = 200): Response
    {
        return new Response($status, $document, [
            'Content-Type' => 'text/html; charset=utf-8',
            'Cache-Control' => 'no-store',
            'Content-Security-Policy' => self::POLICY,
            // With "no-referrer", its forms would have "Origin: null", like those of other sites.
            'Referrer-Policy' => 'same-origin',
            'X-Content-Type-Options' => 'nosniff',
        ]);
    }
}
