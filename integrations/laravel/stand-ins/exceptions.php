<?php

declare(strict_types=1);

namespace Aurpay;

abstract class AurpayException extends \RuntimeException
{
    public readonly int $httpStatus;
    public readonly ?string $traceId;
    /** @var array<array-key, mixed>|null */
    public readonly ?array $response;
}

class ApiException extends AurpayException {}

final class AuthenticationException extends ApiException
{
    public readonly ?int $clockDifference;
}

final class RateLimitException extends ApiException
{
    public readonly ?int $retryAfter;
}

final class TransportException extends AurpayException
{
    public readonly TransportReason $reason;
}

final class OutcomeUnknownException extends AurpayException {}

final class ResponseException extends AurpayException {}

final class CallbackException extends AurpayException
{
    public readonly CallbackReason $reason;
    /** @var array<string, mixed>|null */
    public readonly ?array $body;
}

final class PaymentException extends AurpayException
{
    public readonly PaymentReason $reason;
    /** @var array<string, mixed> */
    public readonly array $detail;
}
