<?php

declare(strict_types=1);

namespace AurpayExample;

/** Acts as the customer's browser. This works only with a sandbox. */
final class Customer
{
    /** @return array{chain: string, currency: string, amount: string} */
    public static function pay(string $payUrl, string $chain, string $currency): array
    {
        $order = ['pay_url' => $payUrl, 'chain' => $chain, 'currency' => $currency, 'action' => 'pay'];

        /** @var array{chain: string, currency: string, amount: string} */
        return self::control('POST', '/pay', $order);
    }

    /** @return array{requests: int, connections: int} what the gateway counted */
    public static function gatewaySaw(): array
    {
        /** @var array{summary: array{requests: int, connections: int}} $log */
        $log = self::control('GET', '/requests');

        return $log['summary'];
    }

    /**
     * Calls a control endpoint of the sandbox.
     *
     * @param array<string, bool|int|string>|null $body
     * @return array<string, mixed>
     */
    public static function control(string $method, string $path, ?array $body = null): array
    {
        $context = stream_context_create([
            'http' => [
                'method' => $method,
                'header' => 'Content-Type: application/json',
                'content' => $body === null ? '' : json_encode($body, JSON_THROW_ON_ERROR),
                'ignore_errors' => true,
            ],
            'ssl' => getenv('AURPAY_CA_FILE') ? ['cafile' => getenv('AURPAY_CA_FILE')] : [],
        ]);
        $answer = file_get_contents(setting('AURPAY_CONTROL_URI') . $path, false, $context);
        $decoded = json_decode((string) $answer, true);
        if (!is_array($decoded)) {
            throw new \RuntimeException("The sandbox answered: {$answer}");
        }
        /** @var array<string, mixed> $decoded */

        return $decoded;
    }
}
