<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

use Aurpay\Callback;
use Aurpay\CallbackException;
use Aurpay\CallbackReason;

/** Judges a captured callback, and looks for the reason why the shop refused it. */
final class CapturedCheck implements Check
{
    /** How many parameters are tried in every order: 120 signatures. */
    private const PARAMETERS = 5;

    public function __construct(private readonly Capture $capture, private readonly Settings $settings) {}

    public function name(): string
    {
        return 'callback';
    }

    public function about(): string
    {
        return 'a captured callback has a valid signature';
    }

    public function needsExtension(): bool
    {
        return true;
    }

    public function findings(): iterable
    {
        [$token, $secret] = array_map($this->settings->variable(...), CallbackSecretCheck::VARIABLES);
        if ($token === null || $secret === null) {
            return [Finding::skipped(implode(' and ', CallbackSecretCheck::VARIABLES) . ' are not both set')];
        }
        try {
            $callback = new Callback($token, $secret);
        } catch (\ValueError $refused) {
            return [Finding::problem('credential-malformed', $refused->getMessage(), ['variable' => 'AURPAY_CALLBACK_SECRET'])];
        }

        return [$this->judge($callback)];
    }

    private function judge(Callback $callback): Finding
    {
        $failure = $this->failure($callback, $this->capture->url);

        return match ($failure?->reason) {
            null => Finding::good('the callback may be believed; its body is not signed, so ask for the order'),
            CallbackReason::Stale => Finding::good("the signature is right, and the callback is not of now: {$failure->getMessage()}"),
            CallbackReason::MissingHeader, CallbackReason::RepeatedHeader => Finding::problem('callback-header', $failure->getMessage()),
            CallbackReason::Token => Finding::problem('callback-token', $failure->getMessage()),
            CallbackReason::Date => Finding::problem('callback-date', $failure->getMessage()),
            CallbackReason::Body => Finding::problem('callback-body', $failure->getMessage()),
            default => $this->searchUrl($callback, $failure),
        };
    }

    private function searchUrl(Callback $callback, CallbackException $failure): Finding
    {
        foreach (self::forms($this->capture->url) as $form => $url) {
            if ($this->failure($callback, $url)?->reason !== CallbackReason::Signature) {
                return Finding::problem('callback-other-url', "the signature is right for the same URL {$form}", (new Address($url))->values());
            }
        }

        return Finding::problem('callback-signature', $failure->getMessage());
    }

    private function failure(Callback $callback, string $url): ?CallbackException
    {
        try {
            $callback->verify($url, $this->capture->headers, $this->capture->body);

            return null;
        } catch (CallbackException $failure) {
            return $failure;
        }
    }

    /** @return iterable<string, string> what web servers, proxies and frameworks make of a URL, by what differs */
    private static function forms(string $url): iterable
    {
        [$path, $query] = explode('?', $url, 2) + [1 => ''];
        $tail = $query === '' ? '' : "?{$query}";
        yield 'with http instead of https' => (string) preg_replace('~^https:~i', 'http:', $url);
        yield 'with https instead of http' => (string) preg_replace('~^http:~i', 'https:', $url);
        yield 'without its port' => (string) preg_replace('~^(\w+://[^/]+?):\d+(?=/|$)~', '$1', $url);
        yield 'with www.' => (string) preg_replace('~^(\w+://)~', '$1www.', $url);
        yield 'without www.' => (string) preg_replace('~^(\w+://)www\.~', '$1', $url);
        yield 'with a slash at the end of the path' => "{$path}/{$tail}";
        yield 'without the slash at the end of the path' => rtrim($path, '/') . $tail;
        yield 'without its query' => $path;
        yield 'with its query decoded' => urldecode($url);
        $parameters = $query === '' ? [] : explode('&', $query);
        if (count($parameters) <= self::PARAMETERS) {
            foreach (self::orders($parameters) as $order) {
                yield 'with its parameters in another order' => "{$path}?" . implode('&', $order);
            }
        }
    }

    /**
     * @param list<string> $parameters
     * @return iterable<list<string>> in every order
     */
    private static function orders(array $parameters): iterable
    {
        if (count($parameters) < 2) {
            yield $parameters;
        }
        foreach (count($parameters) < 2 ? [] : $parameters as $i => $first) {
            foreach (self::orders(array_values(array_diff_key($parameters, [$i => true]))) as $rest) {
                yield [$first, ...$rest];
            }
        }
    }
}
