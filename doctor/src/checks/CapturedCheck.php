<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

use Aurpay\Callback;
use Aurpay\CallbackException;
use Aurpay\CallbackReason;

/** Judges a captured callback, and looks for the reason why the shop refused it. */
final class CapturedCheck implements Check
{
    /** How many parameters are tried in every order: 120 signatures for each other form. */
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
        foreach (self::forms($this->capture->url) as [$form, $url]) {
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

    /**
     * What web servers, proxies and frameworks make of a URL: forms that differ in one way first, then in several.
     *
     * @return list<array{string, string}> what differs, and the URL
     */
    private static function forms(string $url): array
    {
        $forms = [[[], $url]];
        $steps = [
            static fn (string $url): array => [
                'with http instead of https' => (string) preg_replace('~^https:~i', 'http:', $url),
                'with https instead of http' => (string) preg_replace('~^http:~i', 'https:', $url),
            ],
            static fn (string $url): array => ['without its port' => (string) preg_replace('~^(\w+://[^/?]+?):\d+(?=[/?]|$)~', '$1', $url)],
            static fn (string $url): array => [
                'with www.' => (string) preg_replace('~^(\w+://)~', '$1www.', $url),
                'without www.' => (string) preg_replace('~^(\w+://)www\.~', '$1', $url),
            ],
            self::paths(...),
        ];
        foreach ($steps as $step) {
            foreach ($forms as [$differences, $form]) {
                foreach ($step($form) as $difference => $other) {
                    $forms = $other === $form ? $forms : [...$forms, [[...$differences, $difference], $other]];
                }
            }
        }
        foreach ($forms as [$differences, $form]) {
            foreach (self::reordered($form) as $other) {
                $forms[] = [[...$differences, 'with its parameters in another order'], $other];
            }
        }
        usort($forms, static fn (array $a, array $b): int => count($a[0]) <=> count($b[0]));

        return array_map(static fn (array $form): array => [implode(' and ', $form[0]), $form[1]], array_slice($forms, 1));
    }

    /** @return array<string, string> */
    private static function paths(string $url): array
    {
        [$path, $query] = explode('?', $url, 2) + [1 => ''];
        $tail = $query === '' ? '' : "?{$query}";

        return [
            'with a slash at the end of the path' => "{$path}/{$tail}",
            'without the slash at the end of the path' => rtrim($path, '/') . $tail,
            'without its query' => $path,
            'with its query decoded' => urldecode($url),
        ];
    }

    /** @return iterable<string> */
    private static function reordered(string $url): iterable
    {
        [$path, $query] = explode('?', $url, 2) + [1 => ''];
        $parameters = $query === '' ? [] : explode('&', $query);
        foreach (count($parameters) <= self::PARAMETERS ? self::orders($parameters) : [] as $order) {
            yield "{$path}?" . implode('&', $order);
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
