<?php

// What the sandbox does for a block: orders, customers who pay, one-time passwords.

declare(strict_types=1);

namespace AurpayDocs;

use Aurpay\Client;
use Aurpay\Credentials;

function setting(string $name): string
{
    return getenv("AURPAY_{$name}") ?: throw new \RuntimeException("AURPAY_{$name} is missing in the environment");
}

/** As the pages make it: without an option, for the real service. */
function client(): Client
{
    return new Client(Credentials::signature(setting('API_TOKEN'), setting('API_SECRET')));
}

/**
 * @param array<string, mixed>|null $body
 *
 * @return array<string, mixed>
 */
function control(string $method, string $path, ?array $body = null): array
{
    $answer = file_get_contents(setting('CONTROL_URI') . $path, false, stream_context_create([
        'http' => [
            'method' => $method,
            'header' => 'Content-Type: application/json',
            'content' => $body === null ? '' : json_encode($body, JSON_THROW_ON_ERROR),
        ],
    ]));
    $decoded = json_decode((string) $answer, true, 16, JSON_THROW_ON_ERROR);
    assert(is_array($decoded));

    /** @var array<string, mixed> */
    return $decoded;
}

/** @return array{order_id: string, amount: string} a payment that waits for its customer */
function payment(string $price = '19.99'): array
{
    return client()->orders()->createPayInfo([
        'chain' => 'TRX', 'currency' => 'USDT-TRC20', 'vs_price' => $price, 'vs_currency' => 'USD',
    ]);
}

function paidPayment(string $price = '19.99'): string
{
    $id = payment($price)['order_id'];
    control('POST', '/pay', ['order_id' => $id, 'action' => 'pay']);

    return $id;
}

/** The password that AzPays has just sent to its customer. */
function oneTimePassword(): string
{
    \Aurpay\AzPays\Client::sign('customer@shop.example');
    $passwords = control('GET', '/azpays')['one_time_passwords'] ?? null;
    $last = is_array($passwords) ? end($passwords) : null;

    return is_array($last) && is_string($last['otp'] ?? null) ? $last['otp'] : throw new \RuntimeException('AzPays has sent none');
}
