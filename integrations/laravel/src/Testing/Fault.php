<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Testing;

use Aurpay\TransportReason;

/** How a call of a test fails. */
final class Fault
{
    /**
     * @param array<string, mixed> $answer     of the option `handler` of Aurpay\Client
     * @param bool                 $isExecuted whether the gateway does what it was asked for
     */
    private function __construct(public readonly array $answer, public readonly bool $isExecuted = false) {}

    /** The gateway refuses the call: an ApiException. */
    public static function refused(string $message = 'Refused by the test', int $code = 400, int $httpStatus = 400): self
    {
        return new self([
            'status' => $httpStatus,
            'body' => FakeGateway::json(['result' => false, 'code' => $code, 'message' => $message, 'trace_id' => 'test-trace']),
        ]);
    }

    /** The credentials are refused: an AuthenticationException. */
    public static function unauthenticated(): self
    {
        return self::refused('Signature error', 401, 401);
    }

    /** Too many calls: a RateLimitException. */
    public static function rateLimited(int $seconds = 30): self
    {
        $refused = self::refused('Too many requests', 429, 429);

        return new self($refused->answer + ['headers' => ['Retry-After' => (string) $seconds]]);
    }

    /** The gateway cannot be reached: a TransportException. Nothing was executed. */
    public static function unreachable(): self
    {
        return new self(['fault' => TransportReason::Connection]);
    }

    /**
     * The answer is lost: an OutcomeUnknownException, or a TransportException if the call only reads.
     *
     * @param bool $isExecuted whether the gateway has done what it was asked for
     */
    public static function lost(bool $isExecuted = true): self
    {
        return new self(['fault' => TransportReason::Lost, 'sent' => true], $isExecuted);
    }

    /** The answer is not the gateway's: an OutcomeUnknownException, or a ResponseException if the call only reads. */
    public static function foreignAnswer(string $body = '<html>502 Bad Gateway</html>', int $httpStatus = 502): self
    {
        return new self(['status' => $httpStatus, 'body' => $body]);
    }
}
