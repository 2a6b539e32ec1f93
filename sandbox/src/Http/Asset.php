<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Http;

/**
 * A file of the sandbox's pages.
 */
final class Asset
{
    private const TYPES = [
        'html' => 'text/html; charset=utf-8',
        'css' => 'text/css; charset=utf-8',
        'js' => 'text/javascript; charset=utf-8',
        'json' => 'application/json',
        // Browsers offer text/markdown for download.
        'md' => 'text/plain; charset=utf-8',
    ];

    /**
     * @param string $file   in the sandbox's folder
     * @param string $policy the Content-Security-Policy
     */
    public static function serve(string $file, string $policy): Response
    {
        return new Response(200, (string) file_get_contents(dirname(__DIR__, 2) . '/' . $file), [
            'Content-Type' => self::TYPES[pathinfo($file, PATHINFO_EXTENSION)],
            'Cache-Control' => 'no-store',
            'Content-Security-Policy' => $policy,
            'Referrer-Policy' => 'no-referrer',
            'X-Content-Type-Options' => 'nosniff',
        ]);
    }
}
