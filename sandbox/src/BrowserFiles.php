<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;

/**
 * Files that browsers and search engines ask every server for, and that the sandbox does not have: icons, for example
 * when somebody opens the README, and what the developer tools look for. No shop asks for them, so they take no fault
 * and are not in the request log.
 */
final class BrowserFiles
{
    private const PATHS = '~^/(?:favicon\.ico|robots\.txt|apple-touch-icon[a-z0-9-]*\.png|\.well-known/.*)$~D';

    public static function find(Request $request): ?Response
    {
        return $request->isRead() && preg_match(self::PATHS, $request->path) === 1
            ? new Response(404, "Not found\n", ['Content-Type' => 'text/plain; charset=utf-8'])
            : null;
    }
}
