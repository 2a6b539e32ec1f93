<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/**
 * Whether a callback gets to the shop, as far as this machine can tell: it calls the URL with a wrong signature, which
 * a shop that verifies must refuse.
 */
final class CallbackUrlCheck implements Check
{
    /** What a page for people has that asks for a password. */
    private const LOGIN = '/type\s*=\s*["\']?password/i';

    /** How shops refuse a callback. Others refuse with 403, too: their pages have words of their own. */
    private const REFUSALS = [400, 403, 409, 422];
    private const FIREWALL = "/<center>(?:nginx|openresty)|don't have permission to access|cloudflare|mod_security|sucuri|wordfence|incapsula/i";

    public function __construct(private readonly Settings $settings) {}

    public function name(): string
    {
        return 'callback-url';
    }

    public function about(): string
    {
        return 'the callback URL leads to this shop, and refuses a wrong signature (AURPAY_CALLBACK_URL, --callback-url)';
    }

    public function needsExtension(): bool
    {
        return false;
    }

    public function findings(): iterable
    {
        $url = $this->settings->callbackUrl();
        if ($url === null) {
            return [Finding::skipped('AURPAY_CALLBACK_URL is not set')];
        }
        $address = new Address($url);
        $isLoopback = preg_match('/^(localhost|127\.[\d.]+|::1)$/', $address->host) === 1;
        if ($address->host === '' || ($address->scheme !== 'https' && !($isLoopback && $address->scheme === 'http'))) {
            return [Finding::problem('callback-url-refused', "the callback URL is no https URL: it begins with '" . substr($address->scheme, 0, 20) . "'")];
        }
        if (preg_match('~^[^?]*//[^/?#]*@|[#\x00-\x20\x7f]~', $url) === 1) {
            return [Finding::problem('callback-url-refused', 'the callback URL has a user, a fragment or white space')];
        }

        return [...$this->place($address, $isLoopback), $this->answer($address)];
    }

    private function answer(Address $address): Finding
    {
        // Laravel's package adds the path and the payment to its variable.
        $isWhole = $this->settings->option('callback-url') !== null || preg_match('~://[^/?]+/?$~', $address->url) !== 1;
        $obstacle = $isWhole
            ? Http::obstacle($address->url)
            : 'AURPAY_CALLBACK_URL has no path: php artisan aurpay:doctor or --callback-url calls the whole address';

        return $obstacle === null ? $this->call($address) : Finding::skipped($obstacle);
    }

    /** @return list<Finding> where the name leads, if that is wrong */
    private function place(Address $address, bool $isLoopback): array
    {
        $found = array_merge(...array_values(Address::lookUp($address->host)));
        if ($found === []) {
            return [Finding::problem('callback-url-unknown', "{$address->host} has no address", $address->values())];
        }
        $public = array_filter($found, static fn (string $ip): bool => filter_var($ip, FILTER_VALIDATE_IP, FILTER_FLAG_GLOBAL_RANGE) !== false);

        if ($public !== []) {
            return [];
        }

        return [$isLoopback || Address::isNumeric($address->host)
            ? Finding::problem('callback-url-private', "{$address->host} is no address of the internet: only machines of this network reach it", $address->values())
            : Finding::problem('callback-url-inside', "{$address->host} is " . implode(', ', $found) . ' for this machine, which is no address of the internet', $address->values())];
    }

    private function call(Address $address): Finding
    {
        try {
            $answer = Http::request('POST', $address->url, $this->settings->seconds(), [
                'Content-Type: application/json', 'Callback-Token: aurpay-doctor',
                'Date: ' . gmdate('Y-m-d\TH:i:s\Z'), 'Signature: wrong',
            ], '{"order_id":"aurpay-doctor"}');
        } catch (\RuntimeException $failure) {
            return Finding::problem('callback-url-unreachable', "{$address->host} does not answer: {$failure->getMessage()}", $address->values());
        }
        $status = $answer->status;
        $server = isset($answer->headers['server']) ? ' (Server: ' . substr($answer->headers['server'], 0, 80) . ')' : '';
        $code = match (true) {
            $status >= 300 && $status < 400 => 'callback-url-redirects',
            isset($answer->headers['cf-mitigated']) => 'callback-url-blocked',
            in_array($status, [404, 405, 410], true) => 'callback-url-missing',
            $status === 401, preg_match(self::LOGIN, $answer->body) === 1 => 'callback-url-login',
            $status >= 200 && $status < 300 => 'callback-url-open',
            $status === 419 => 'callback-url-csrf',
            $status >= 500 || $status < 200 => 'callback-url-fails',
            !in_array($status, self::REFUSALS, true), preg_match(self::FIREWALL, $answer->body) === 1 => 'callback-url-blocked',
            default => null,
        };

        return $code === null
            ? Finding::good("{$address->host} refuses a wrong signature with HTTP status {$status}{$server}; this proves the way from this machine only")
            : Finding::problem($code, "the callback URL answers with HTTP status {$status}{$server}", $address->values());
    }
}
