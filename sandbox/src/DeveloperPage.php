<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\Control\Gatekeeper;
use Aurpay\Sandbox\Gateway\Latest;
use Aurpay\Sandbox\Http\Asset;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;

/**
 * The page at /, on which a shop's author sees and changes everything.
 *
 * Pay URLs lead to / too: they are BASE/#/cashier/…, as in the documents, and a
 * browser does not send what follows the #. So a script sends customers on to
 * the cashier.
 */
final readonly class DeveloperPage
{
    private const POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:;"
        . " form-action 'none'; base-uri 'none'; frame-ancestors 'none'";
    private const FILES = [
        '/developer.css' => 'public/developer.css',
        '/developer.js' => 'public/developer.js',
        '/pay-url.js' => 'public/pay-url.js',
        '/readme' => 'README.md',
    ];

    private Gatekeeper $gatekeeper;

    public function __construct(private Services $services)
    {
        $this->gatekeeper = new Gatekeeper($services->config);
    }

    public function find(Request $request): ?Response
    {
        return match (true) {
            !$request->isRead() => null,
            $request->path === '/' => $this->page($request),
            $request->path === '/latest' => $this->latest($request),
            isset(self::FILES[$request->path]) => Asset::serve(self::FILES[$request->path], self::POLICY),
            preg_match('~^/developer/[a-z-]+\.js$~D', $request->path) === 1 => $this->module($request->path),
            default => null,
        };
    }

    private function page(Request $request): Response
    {
        parse_str($request->queryString, $query);
        if (isset($query['token'])) {
            // Not a redirect: after a click in another site's page (a chat, a ticket), the browser would keep the cookie
            // back until the end of all redirects, as it is SameSite=Strict. A page of our own leads on with it.
            return $this->gatekeeper->isToken(is_string($query['token']) ? $query['token'] : '')
                ? Asset::serve('public/entered.html', self::POLICY)
                    ->withHeaders(['Set-Cookie' => $this->gatekeeper->cookie($request)])
                : self::words(403, 'The token is wrong. The sandbox prints it when it starts, in the address of this page; with --json as developer_token.');
        }

        return Asset::serve(
            $this->gatekeeper->isDeveloper($request) ? 'public/developer.html' : 'public/visitor.html',
            self::POLICY,
        );
    }

    private function module(string $path): ?Response
    {
        $file = 'public' . $path;

        return is_file(dirname(__DIR__) . '/' . $file) ? Asset::serve($file, self::POLICY) : null;
    }

    /** Leads to the cashier page of the newest payment. */
    private function latest(Request $request): Response
    {
        if (!$this->gatekeeper->isDeveloper($request)) {
            return self::words(403, Gatekeeper::REFUSAL);
        }
        $path = (new Latest($this->services->database))->payPath();

        return $path === null
            ? self::words(404, 'There is no payment yet: make one with POST /api/order/pay-url or /api/order/pay-info.')
            : self::seeOther('.' . $path);
    }

    private static function seeOther(string $location): Response
    {
        return self::words(303, 'See ' . $location)->withHeaders(['Location' => $location]);
    }

    private static function words(int $status, string $words): Response
    {
        return new Response($status, $words . "\n", [
            'Content-Type' => 'text/plain; charset=utf-8',
            'Cache-Control' => 'no-store',
            'Referrer-Policy' => 'no-referrer',
            'X-Content-Type-Options' => 'nosniff',
        ]);
    }
}
