<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

use Aurpay\Sandbox\Remote;
use AurpayTest\PhpUnit\CallbackSignature;

/** Sends callbacks to a shop as the gateway would, or wrongly. */
final readonly class CallbackSender
{
    /**
     * @param string $url what is called and signed: the callback_url that the shop gave
     */
    public function __construct(private Shop $shop, private Remote $merchant, public string $url) {}

    /**
     * Sends one callback.
     *
     * @param string|null                $body    JSON of a POST request; null for a GET request
     * @param array<string, string|null> $headers in place of the right ones; null leaves one out
     * @param string|null                $target  where it is sent to, if that is not what was signed
     *
     * @phpstan-impure
     */
    public function send(?string $body = null, ?int $time = null, array $headers = [], ?string $target = null): Response
    {
        return $this->sendAtOnce(1, $body, $time, $headers, $target)[0];
    }

    /**
     * Sends the same callback several times at once.
     *
     * @param array<string, string|null> $headers
     *
     * @return list<Response>
     */
    public function sendAtOnce(int $copies, ?string $body = null, ?int $time = null, array $headers = [], ?string $target = null): array
    {
        $all = [...$this->headers($time ?? time()), ...($body === null ? [] : ['Content-Type' => 'application/json']), ...$headers];
        $request = [
            'method' => $body === null ? 'GET' : 'POST',
            'url' => $target ?? $this->url,
            'headers' => array_filter($all, static fn (?string $value): bool => $value !== null),
            'body' => $body,
        ];

        return Parallel::send(array_fill(0, max(1, $copies), $request), $this->shop->run->certificates->caFile);
    }

    /**
     * The headers of a right callback.
     *
     * @return array<string, string>
     */
    private function headers(int $time): array
    {
        $date = CallbackSignature::date($time);

        return [
            'Api-Key' => $this->merchant->get('api_key'),
            'Callback-Token' => $this->merchant->get('callback_token'),
            'Date' => $date,
            'Signature' => CallbackSignature::of($date, $this->url, $this->merchant->get('callback_secret')),
        ];
    }
}
