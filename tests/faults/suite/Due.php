<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/** The outcome that the caller gets: success, or the class of an exception. */
enum Due: string
{
    case Success = 'success';
    case Refused = 'ApiException';
    case Unauthenticated = 'AuthenticationException';
    case RateLimited = 'RateLimitException';
    case TransportFailed = 'TransportException';
    case Unknown = 'OutcomeUnknownException';
    case ForeignAnswer = 'ResponseException';

    /** @throws \Throwable when the class is not one of the extension's */
    public static function of(\Throwable $thrown): self
    {
        $class = $thrown::class;
        $due = str_starts_with($class, 'Aurpay\\') ? self::tryFrom(substr($class, strlen('Aurpay\\'))) : null;

        return $due ?? throw $thrown;
    }

    /** Whether the caller of a method that is not a read concludes from it that nothing was executed. */
    public function saysNothingWasExecuted(): bool
    {
        return match ($this) {
            self::Success, self::Unknown => false,
            // A ResponseException is for reads. It does not call the outcome unknown, so a caller would not look.
            self::Refused, self::Unauthenticated, self::RateLimited, self::TransportFailed, self::ForeignAnswer => true,
        };
    }
}
