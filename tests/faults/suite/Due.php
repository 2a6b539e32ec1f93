<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/** What the caller is told: that it succeeded, or by which exception that it did not. */
enum Due: string
{
    case Success = 'success';
    case Refused = 'ApiException';
    case Unauthenticated = 'AuthenticationException';
    case RateLimited = 'RateLimitException';
    case TransportFailed = 'TransportException';
    case Unknown = 'OutcomeUnknownException';
    case ForeignAnswer = 'ResponseException';

    /** @throws \Throwable when it is not one of the extension's */
    public static function of(\Throwable $thrown): self
    {
        $class = $thrown::class;
        $due = str_starts_with($class, 'Aurpay\\') ? self::tryFrom(substr($class, strlen('Aurpay\\'))) : null;

        return $due ?? throw $thrown;
    }

    /** Whether it tells who called a method that is not a read that nothing was executed. */
    public function saysNothingWasExecuted(): bool
    {
        return match ($this) {
            self::Success, self::Unknown => false,
            // A ResponseException is about reads; it says nothing of a doubt, so it would hide one.
            self::Refused, self::Unauthenticated, self::RateLimited, self::TransportFailed, self::ForeignAnswer => true,
        };
    }
}
