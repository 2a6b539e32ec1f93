<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Testing;

use Aurpay\ApiException;
use Aurpay\AurpayException;
use Aurpay\AuthenticationException;
use Aurpay\CallbackException;
use Aurpay\CallbackReason;
use Aurpay\OutcomeUnknownException;
use Aurpay\PaymentException;
use Aurpay\PaymentReason;
use Aurpay\RateLimitException;
use Aurpay\ResponseException;
use Aurpay\TransportException;
use Aurpay\TransportReason;

/** Makes the exceptions of the stand-ins, with the properties that the extension gives to its own. */
final class Thrown
{
    /** @param array<string, mixed>|null $body */
    public static function callback(CallbackReason $reason, ?array $body = null): CallbackException
    {
        return self::with(new CallbackException("The callback is refused: $reason->value"), [
            'reason' => $reason,
            'body' => $reason === CallbackReason::Stale ? $body : null,
        ]);
    }

    /** @param array<string, mixed> $detail */
    public static function payment(PaymentReason $reason, array $detail): PaymentException
    {
        return self::with(new PaymentException("The order is not paid as expected: $reason->value"), [
            'reason' => $reason,
            'detail' => $detail,
        ], 200, $detail);
    }

    public static function transport(string $request, TransportReason $reason): TransportException
    {
        return self::with(new TransportException("$request failed: $reason->value"), ['reason' => $reason]);
    }

    public static function unknown(string $request, ?\Throwable $cause, int $status = 0): OutcomeUnknownException
    {
        return self::with(new OutcomeUnknownException("$request may have been executed", 0, $cause), [], $status);
    }

    public static function foreignAnswer(string $request, int $status): ResponseException
    {
        return self::with(new ResponseException("$request got an answer that is not the API's"), [], $status);
    }

    /** @param array<array-key, mixed> $envelope */
    public static function refusal(string $request, int $status, array $envelope, ?int $retryAfter): ApiException
    {
        $code = is_int($envelope['code'] ?? null) ? $envelope['code'] : 0;
        $words = is_string($envelope['message'] ?? null) ? $envelope['message'] : 'no reason';
        $message = "$request was refused: $words (code $code, HTTP status $status)";

        return match (true) {
            $status === 429 || $code === 429 => self::with(new RateLimitException($message, $code), ['retryAfter' => $retryAfter], $status, $envelope),
            $status === 401 || $code === 401 => self::with(new AuthenticationException($message, $code), ['clockDifference' => null], $status, $envelope),
            default => self::with(new ApiException($message, $code), [], $status, $envelope),
        };
    }

    /**
     * @template T of AurpayException
     *
     * @param T                            $exception
     * @param array<string, mixed>         $own       properties of its class
     * @param array<array-key, mixed>|null $response
     *
     * @return T
     */
    private static function with(AurpayException $exception, array $own, int $status = 0, ?array $response = null): AurpayException
    {
        $trace = is_string($response['trace_id'] ?? null) ? $response['trace_id'] : null;
        self::set($exception, AurpayException::class, ['httpStatus' => $status, 'traceId' => $trace, 'response' => $response]);
        self::set($exception, $exception::class, $own);

        return $exception;
    }

    /**
     * A readonly property is written in the scope of its class.
     *
     * @param class-string         $class
     * @param array<string, mixed> $properties
     */
    private static function set(AurpayException $exception, string $class, array $properties): void
    {
        \Closure::bind(function (array $properties): void {
            foreach ($properties as $name => $value) {
                $this->$name = $value;
            }
        }, $exception, $class)($properties);
    }
}
