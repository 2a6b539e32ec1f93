<?php

// What the hand-written pages of other clients share: the signature of the order, and the check of the answer.

declare(strict_types=1);

/** @return array{string, string, string} the date, the digest of the body, and the signature */
function sign(string $target, string $body, string $secret): array
{
    $date = gmdate('Y-m-d\TH:i:s') . '.000Z';
    $digest = md5($body);
    $origin = "HMAC-SHA256 | {$date} | POST {$target} | {$digest}";

    return [$date, $digest, base64_encode(hash_hmac('sha256', $origin, $secret, true))];
}

function pay_url(int $status, string $answer): string
{
    /** @var array{code?: int, result?: bool, data: array{pay_url: string}} $envelope */
    $envelope = json_decode($answer, true, 64, JSON_THROW_ON_ERROR | JSON_BIGINT_AS_STRING);
    if ($status !== 200 || ($envelope['code'] ?? null) !== 0 || ($envelope['result'] ?? null) !== true) {
        throw new RuntimeException("The API refused the call: {$status} {$answer}");
    }

    return $envelope['data']['pay_url'];
}
