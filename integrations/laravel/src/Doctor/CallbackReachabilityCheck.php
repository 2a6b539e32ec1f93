<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Doctor;

use Aurpay\Laravel\CallbackUrl;
use Illuminate\Http\Client\ConnectionException;
use Illuminate\Http\Client\Factory;
use Illuminate\Http\Client\Response;
use Illuminate\Support\Str;

/**
 * Calls the shop's own callback address, at an address of no payment and with a wrong signature: the package's refusal
 * proves that nothing stands between. It proves the way from this machine only, and not that from Aurpay.
 */
final class CallbackReachabilityCheck implements Check
{
    private const SECONDS = 5;

    /** What a page for people has that asks for a password. */
    private const LOGIN = '/type\s*=\s*["\']?password/i';

    public function __construct(private readonly CallbackUrl $callbackUrl, private readonly Factory $http) {}

    public function subject(): string
    {
        return 'Callbacks reach the shop';
    }

    public function findings(): array
    {
        $url = $this->callbackUrl->of(Str::random(40));
        try {
            $response = $this->http->connectTimeout(self::SECONDS)->timeout(self::SECONDS)->withoutRedirecting()->withHeaders([
                'Callback-Token' => 'aurpay:doctor',
                'Date' => gmdate('Y-m-d\TH:i:s\Z'),
                'Signature' => 'wrong',
            ])->post($url, ['order_id' => 'aurpay-doctor']);
        } catch (ConnectionException $failure) {
            return [Finding::failed(
                "The shop's callback address does not answer this machine: {$failure->getMessage()}",
                'Check the name, the certificate, the port and the firewall. If only this machine cannot reach it, call the address from another one.',
            )];
        }

        return [self::judge($response)];
    }

    private static function judge(Response $response): Finding
    {
        $status = $response->status();
        $isOwn = trim($response->body()) === 'Not accepted';
        $allow = "Let POST and GET to the path of callbacks through, for everyone: Aurpay does not log in.";

        return match (true) {
            $isOwn && in_array($status, [400, 403], true) => Finding::ok('The package answers at its address. This proves the way from this machine only.'),
            $isOwn => Finding::failed("The package answers with HTTP $status: the shop cannot look its payments up.", 'The log has the reason.'),
            $response->redirect() => Finding::failed('The call is redirected' . self::target($response) . '. Aurpay does not follow.', 'Set AURPAY_CALLBACK_URL to the address it is redirected to, or end the redirect for the path of callbacks.'),
            $status === 401 || preg_match(self::LOGIN, $response->body()) === 1 => Finding::failed("A login page answers (HTTP $status).", $allow),
            $status === 419 => Finding::failed('CSRF protection refuses the call (HTTP 419).', 'Declare the route outside of the group web.'),
            in_array($status, [404, 405], true) => Finding::failed(
                "The package's route is not there (HTTP $status).",
                "Another application or an old cache of routes answers. Check AURPAY_CALLBACK_URL, the web server's rules, and run php artisan route:cache.",
            ),
            in_array($status, [403, 406, 429], true) || $response->header('cf-mitigated') !== '' => Finding::failed(
                'A firewall or a proxy refuses the call' . self::server($response) . '.',
                $allow,
            ),
            $status === 503 => Finding::failed(
                'A maintenance page answers (HTTP 503)' . self::server($response) . '.',
                "Let the path of callbacks through, as Laravel's own maintenance mode does.",
            ),
            $status >= 500 => Finding::failed("The web server or the shop fails (HTTP $status).", 'Its log has the reason. Does PHP have the extension aurpay there, too?'),
            default => Finding::failed("Something else than the package answers (HTTP $status)" . self::server($response) . '.', $allow),
        };
    }

    /** Without query and fragment: they may have secrets. */
    private static function target(Response $response): string
    {
        $target = preg_replace('/[?#].*$/s', '', $response->header('Location')) ?? '';

        return $target === '' ? '' : ' to ' . self::plain($target);
    }

    private static function server(Response $response): string
    {
        $name = $response->header('Server');

        return $name === '' ? '' : ' (Server: ' . self::plain($name) . ')';
    }

    private static function plain(string $text): string
    {
        return substr((string) preg_replace('/[^\x20-\x7e]/', '?', $text), 0, 200);
    }
}
