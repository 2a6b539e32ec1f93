<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Advice;

use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Router;
use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\InvalidInput;

/**
 * The fields and filters that the documents have for each endpoint of Aurpay,
 * and those of a request that they do not have.
 */
final class Parameters
{
    private const URLS = ['succeed_url', 'timeout_url', 'callback_url', 'timeout_callback'];
    private const CALLBACK_KINDS = ['fixed_encrypt_price', 'enable_post_callback'];
    private const PAGES = ['page', 'size', 'st', 'et'];

    /** Method and path => the fields of the body, and the filters of the query. */
    private const DOCUMENTED = [
        ['POST', '/api/user/login', ['username', 'password'], []],
        ['GET', '/api/plugin/key', [], []],
        ['GET', '/api/order/pay/real-currency', [], []],
        ['GET', '/api/order/pay/crypto-currency', [], []],
        [
            'POST', '/api/order/pay-url',
            ['price', 'currency', 'id', 'url', ...self::URLS, ...self::CALLBACK_KINDS], [],
        ],
        [
            'POST', '/api/order/pay-info',
            ['chain', 'currency', 'vs_currency', 'vs_price', ...self::URLS, ...self::CALLBACK_KINDS], [],
        ],
        // platform is sent by the public plugins.
        ['POST', '/api/order/pay/token', ['chain', 'currency', 'platform', 'origin'], []],
        [
            'GET', '/api/v2/order/', [],
            ['order_id', 'status', 'order_type', 'chain', 'currency', ...self::PAGES],
        ],
        ['GET', '/api/v2/order/detail/{order_id}', [], []],
        ['GET', '/api/v2/order/refund-info/{order_id}', [], []],
        ['POST', '/api/v2/order/refund/{order_id}', [], []],
        ['GET', '/api/v2/tx', [], ['tx_id', 'status', 'type', 'chain', 'currency', 'sort', ...self::PAGES]],
        ['GET', '/api/withdraw/wallets', [], []],
        ['POST', '/api/withdraw', ['chain', 'currency', 'amount', 'ln_invoices', 'verify_code'], []],
        ['GET', '/api/contract/balance', [], []],
        ['GET', '/api/bln/balance', [], []],
        ['POST', '/api/bln/order', ['price', 'currency', ...self::URLS], []],
        ['POST', '/api/bln/withdraw', ['ln_invoices', 'amount'], []],
    ];
    /** The members of origin, in the body of /api/order/pay/token. */
    private const ORIGIN = ['price', 'currency', 'id', 'url', ...self::URLS];
    private const FORM = '/api/user/login';

    /** A request may have any number of names. */
    private const MOST = 20;
    private const LONGEST_NAME = 60;

    /**
     * The fields and filters of an endpoint; null if the table does not have it.
     *
     * @return array{list<string>, list<string>}|null
     */
    public static function documented(string $method, string $path): ?array
    {
        /** @var Router<array{list<string>, list<string>}> $router */
        $router = new Router();
        foreach (self::DOCUMENTED as [$documentedMethod, $pattern, $fields, $filters]) {
            $router->add($documentedMethod, $pattern, [$fields, $filters]);
        }
        $match = $router->match($method, $path);

        return is_int($match) ? null : $match[0];
    }

    /**
     * @return list<Warning>
     */
    public static function unknown(Request $request): array
    {
        $documented = self::documented($request->method, $request->path);
        if ($documented === null) {
            return [];
        }
        [$fields, $filters] = $documented;
        $body = self::body($request);
        $warnings = [
            ...self::compare(Warning::UNKNOWN_FIELD, 'field', $body->names(), $fields),
            ...self::compare(Warning::UNKNOWN_FILTER, 'filter', self::filters($request->queryString), $filters),
        ];
        if (in_array('origin', $fields, true)) {
            $origin = self::origin($body)->names();
            array_push($warnings, ...self::compare(Warning::UNKNOWN_FIELD, 'field of origin', $origin, self::ORIGIN));
        }

        return array_slice($warnings, 0, self::MOST);
    }

    /**
     * @param list<string> $given
     * @param list<string> $known
     *
     * @return list<Warning>
     */
    private static function compare(string $code, string $kind, array $given, array $known): array
    {
        $warnings = [];
        foreach (array_diff($given, $known) as $name) {
            $shown = self::shown($name);
            $nearest = self::nearest($name, $known);
            $warnings[] = new Warning($code, "Unknown $kind \"$shown\". " . match (true) {
                $known === [] => "This endpoint has no {$kind}s",
                $nearest !== null => "Did you mean $nearest?",
                default => 'Known: ' . implode(', ', $known),
            });
        }

        return $warnings;
    }

    /** A name as it can be printed: it comes from outside. */
    private static function shown(string $name): string
    {
        $text = preg_match('//u', $name) === 1 ? $name : (string) preg_replace('/[^\x20-\x7e]/', '?', $name);
        $pattern = sprintf('/^(.{%d}).+$/su', self::LONGEST_NAME);

        return (string) preg_replace(['/[\x00-\x1f\x7f]/', $pattern], ['?', '$1...'], $text);
    }

    /**
     * @param list<string> $known
     */
    private static function nearest(string $name, array $known): ?string
    {
        $distances = [];
        foreach (strlen($name) <= self::LONGEST_NAME ? $known : [] as $candidate) {
            $distances[$candidate] = levenshtein(strtolower($name), $candidate);
        }
        asort($distances);
        $nearest = array_key_first($distances);

        return $nearest !== null && $distances[$nearest] <= max(1, intdiv(strlen($nearest), 3)) ? $nearest : null;
    }

    /** The body as far as it has names; an endpoint that reads it says what is wrong with it otherwise. */
    private static function body(Request $request): Input
    {
        try {
            return $request->path === self::FORM ? $request->form() : $request->json();
        } catch (InvalidInput) {
            return new Input([]);
        }
    }

    private static function origin(Input $body): Input
    {
        try {
            return $body->object('origin');
        } catch (InvalidInput) {
            return new Input([]);
        }
    }

    /**
     * The names in a query as they were sent: PHP's own reader changes some.
     *
     * @return list<string>
     */
    private static function filters(string $query): array
    {
        $names = array_map(
            static fn (string $pair): string => urldecode(explode('=', $pair, 2)[0]),
            $query === '' ? [] : explode('&', $query),
        );

        return array_values(array_unique(array_filter($names, static fn (string $name): bool => $name !== '')));
    }
}
