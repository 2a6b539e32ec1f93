<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** This machine's clock against the gateway's. A signature has a date, and a callback too. */
final class ClockCheck implements Check
{
    /** Seconds: more than an answer's delay explains. */
    private const DRIFT = 10;

    /** Seconds: the default tolerance of Aurpay\Callback. */
    private const TOLERANCE = 300;

    public function __construct(private readonly Gateway $gateway) {}

    public function name(): string
    {
        return 'clock';
    }

    public function about(): string
    {
        return "this machine's clock agrees with the gateway's";
    }

    public function needsExtension(): bool
    {
        return true;
    }

    public function findings(): iterable
    {
        $seconds = $this->gateway->clockDifference();
        if ($seconds === null) {
            return [Finding::skipped('there is no answer of the gateway with a date')];
        }
        $distance = abs($seconds);
        $message = "this machine's clock is {$distance} seconds " . ($seconds > 0 ? 'behind' : 'ahead of') . " the gateway's";

        return [match (true) {
            $distance > self::TOLERANCE => Finding::problem('clock-wrong', $message),
            $distance > self::DRIFT => Finding::problem('clock-drifts', $message),
            default => Finding::good($distance === 0 ? 'the clocks agree' : $message),
        }];
    }
}
