<?php

/*
 * Callbacks as the platform sends them, signed by the tests and not by the extension.
 */

declare(strict_types=1);

namespace AurpayTest;

use Aurpay\Callback;
use Aurpay\CallbackException;

require_once __DIR__ . '/recorder.php';

const TOKEN = 'callback-token-1';
const SECRET = 'callback-secret-1';
const URL = 'https://shop.example/wc-api/aurpay?order=32';

function iso(int $seconds = 0): string
{
    return gmdate('Y-m-d\TH:i:s\Z', time() + $seconds);
}

function signature(string $date, string $url = URL, string $secret = SECRET): string
{
    return base64_encode(hash_hmac('sha256', "{$date} | {$url}", $secret, true));
}

/** @return array<string, string> */
function headers(?string $date = null, string $url = URL): array
{
    $date ??= iso();

    return ['Callback-Token' => TOKEN, 'Date' => $date, 'Signature' => signature($date, $url)];
}

/**
 * Prints the result of verify(): the body, or the reason.
 *
 * @param string|list<string> $url
 * @param array<mixed> $headers
 */
function verify(array $headers, string|array $url = URL, ?string $body = null, int $tolerance = 300): void
{
    try {
        show((new Callback(TOKEN, SECRET, $tolerance))->verify($url, $headers, $body));
    } catch (CallbackException $exception) {
        echo $exception->reason->name, ': ', $exception->getMessage(), "\n";
    }
}
