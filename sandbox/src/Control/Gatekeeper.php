<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\Config;
use Aurpay\Sandbox\Gateway\Transitions;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Net\Host;

/**
 * Decides who may use the developer's page and the control endpoints.
 *
 * On this machine, everybody may. From elsewhere, the developer token is
 * needed: in a cookie, which the page sets, or as a bearer. A customer may see
 * and pay a payment whose pay URL they have.
 */
final readonly class Gatekeeper
{
    public const REFUSAL = 'Only for the developer on this machine. From elsewhere, open the address with'
        . ' ?token=… that the sandbox printed, or send the token (developer_token) as "Authorization: Bearer …"';

    /** What the cashier page of a customer uses. */
    private const CUSTOMER = [
        'GET /_sandbox/cashier', self::EVENTS, 'POST /_sandbox/pay', 'GET /_sandbox/plain',
        'POST /_sandbox/plain',
    ];
    private const EVENTS = 'GET /_sandbox/events';
    /** What a shop does with an order, though whoever tries out a shop finds it on the cashier page, too. */
    private const OF_SHOP = [Transitions::REFUND, 'resolve', 'terminate'];
    /** The page that takes a pay URL from those who have no scripts. */
    private const ENTRANCE = 'GET /_sandbox/plain';
    /** A proxy or a tunnel on this machine speaks for somebody elsewhere. */
    private const OF_PROXIES = '/^(?:forwarded|x-forwarded-.*|via|x-real-ip|true-client-ip|cf-connecting-ip)$/D';

    public function __construct(private Config $config) {}

    public function isDeveloper(Request $request): bool
    {
        return $this->isHere($request)
            || $this->isToken($this->bearer($request))
            || $this->isToken($this->fromCookie($request));
    }

    /** Whether a request concerns a payment, and names it by its pay URL. An order's id alone is not enough. */
    public function isCustomer(Request $request): bool
    {
        $route = "{$request->method} {$request->path}";
        if (!in_array($route, self::CUSTOMER, true)) {
            return false;
        }
        try {
            $input = match ($route) {
                'POST /_sandbox/pay' => $request->json(),
                'POST /_sandbox/plain' => $request->form(),
                default => $request->query(),
            };

            return ($route === self::ENTRANCE || $input->text('pay_url') !== '')
                && !$input->has('order_id')
                && !in_array($input->text('action'), self::OF_SHOP, true);
        } catch (InvalidInput) {
            return false;
        }
    }

    /**
     * A payment as the one who asks may see it. Only the shop has to know where it takes callbacks, and only the shop
     * can refund.
     */
    public function show(Request $request, mixed $answer): mixed
    {
        if (!is_array($answer) || $this->isDeveloper($request)) {
            return $answer;
        }
        if (is_array($answer['shop'] ?? null)) {
            $answer['shop'] = array_diff_key($answer['shop'], ['callback_url' => 0, 'timeout_callback' => 0]);
        }
        if (is_array($answer['actions'] ?? null) && array_key_exists(Transitions::REFUND, $answer['actions'])) {
            $answer['actions'][Transitions::REFUND] ??= 'of_shop';
        }

        return $answer;
    }

    /**
     * Whether a web page of another origin sends it. The cookie would not come with it, but on this machine none is
     * needed.
     */
    public function isForeign(Request $request): bool
    {
        $origin = $request->header('Origin');

        return $origin !== ''
            && preg_replace('~^https?://~', '', $origin) !== $request->header('Host')
            && !$this->isFromOwnPage($request);
    }

    /**
     * Whether a page of the sandbox asks the waiting room for its events. That has another port, so it is another
     * origin. Nothing else is open to it there.
     */
    public function isFromOwnPage(Request $request): bool
    {
        $port = (int) parse_url($this->config->baseUri, PHP_URL_PORT);

        return "{$request->method} {$request->path}" === self::EVENTS
            && $this->config->waitingRoom === 'http://' . $request->header('Host')
            && preg_match('~^http://(.+):([0-9]+)$~D', $request->header('Origin'), $match) === 1
            && (int) $match[2] === $port
            && $this->config->isOwnHost($match[1]);
    }

    public function isToken(string $token): bool
    {
        return $this->config->developerToken !== '' && hash_equals($this->config->developerToken, $token);
    }

    /** The Set-Cookie header for a developer who has shown the token. */
    public function cookie(Request $request): string
    {
        return $this->cookieName() . '=' . $this->config->developerToken . '; Path=/; HttpOnly; SameSite=Strict'
            . ($request->tls === null ? '' : '; Secure');
    }

    /** The developer's page, as its user opens it. */
    public function pageUri(): string
    {
        $host = (string) parse_url($this->config->baseUri, PHP_URL_HOST);

        return $this->config->baseUri
            . (Host::isLoopback(trim($host, '[]')) ? '/' : '/?token=' . $this->config->developerToken);
    }

    /**
     * Whether the one who asks is on this machine.
     *
     * A name that leads here may belong to an attacker, who has pointed it at 127.0.0.1 after the browser has loaded
     * a page from it (DNS rebinding). So the name has to be one of this sandbox, too.
     */
    public function isHere(Request $request): bool
    {
        return $request->isFromThisMachine
            && preg_grep(self::OF_PROXIES, array_keys($request->headers)) === []
            && $this->config->isOwnHost($request->header('Host'));
    }

    private function bearer(Request $request): string
    {
        return preg_match('/^Bearer +(\S+)$/Di', $request->header('Authorization'), $match) === 1 ? $match[1] : '';
    }

    private function fromCookie(Request $request): string
    {
        foreach (explode(';', $request->header('Cookie')) as $pair) {
            [$name, $value] = explode('=', trim($pair), 2) + [1 => ''];
            if ($name === $this->cookieName()) {
                return $value;
            }
        }

        return '';
    }

    /** With the port, as browsers send the cookies of one host to all its ports. */
    private function cookieName(): string
    {
        return 'sandbox_developer_' . (int) parse_url($this->config->baseUri, PHP_URL_PORT);
    }
}
