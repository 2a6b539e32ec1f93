<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

use Aurpay\ApiException;
use Aurpay\Laravel\Models\Payment;
use Illuminate\Database\Eloquent\Collection;
use Illuminate\Support\Carbon;

/**
 * Asks the gateway about payments whose callback may be lost, and about everything that is never called back: underpaid,
 * failed, accepted or refunded on the dashboard. It also tells the events that were left untold, and dispatches lost
 * refunds.
 */
final class Reconciler
{
    private const BATCH = 50;
    private const RETRY_SECONDS = 300;

    public function __construct(
        private readonly Gateway $gateway,
        private readonly Settlement $settlement,
        private readonly Refunds $refunds,
        private readonly Announcer $announcer,
        private readonly Log $log,
    ) {}

    /**
     * Does all that is due.
     *
     * @param int $seconds after which it takes no further batch; and as many again to tell events
     *
     * @return array{asked: int, told: int} how many payments it has asked about, and of how many the gateway has told
     */
    public function run(int $seconds): array
    {
        $end = Carbon::now()->getTimestamp() + $seconds;
        $this->refunds->dispatchLost();
        $result = ['asked' => 0, 'told' => 0];
        while (Carbon::now()->getTimestamp() < $end) {
            $due = Payment::query()->whereNotNull('gateway_id')->where('next_ask_at', '>', 0)
                ->where('next_ask_at', '<=', Carbon::now()->getTimestamp())->orderBy('next_ask_at')->limit(self::BATCH)->get();
            if ($due->isEmpty()) {
                break;
            }
            $result['asked'] += $due->count();
            $result['told'] += $this->ask($due);
        }
        // At last: a listener that is slow, or ends the process, must not keep the others from being asked about.
        $this->announcer->tellRest($seconds);

        return $result;
    }

    /** @return bool whether the gateway has told of the payment */
    public function runFor(Payment $payment): bool
    {
        return $payment->gateway_id !== null && $this->ask(new Collection([$payment])) === 1;
    }

    /** @param Collection<int, Payment> $payments with ids of the gateway */
    private function ask(Collection $payments): int
    {
        // Whatever happens now, none of them is asked about again at once.
        Payment::query()->whereKey($payments->modelKeys())->update(['next_ask_at' => Carbon::now()->getTimestamp() + self::RETRY_SECONDS]);
        try {
            $answers = $this->gateway->askMany(array_values($payments->map(static fn (Payment $payment): string => (string) $payment->gateway_id)->all()));
        } catch (\Throwable $failure) {
            if ($failure instanceof \ValueError && $payments->count() > 1) {
                // One of them has an id that can be none of the gateway's.
                return array_sum($payments->map(fn (Payment $payment): int => $this->ask(new Collection([$payment])))->all());
            }
            $this->log->failure('The gateway could not be asked', $failure);

            return 0;
        }
        $told = 0;
        foreach ($payments as $payment) {
            $told += $this->take($payment, $answers[(string) $payment->gateway_id] ?? null) ? 1 : 0;
        }

        return $told;
    }

    /** The gateway does not know the payment, perhaps since it is of another account. Not every five minutes for years. */
    private function askLater(Payment $payment): void
    {
        $now = Carbon::now()->getTimestamp();
        $next = Schedule::next($payment, $now);
        Payment::query()->whereKey($payment->id)->update(['next_ask_at' => $next === 0 ? 0 : max($next, $now + self::RETRY_SECONDS)]);
    }

    private function take(Payment $payment, ?object $answer): bool
    {
        if (!$answer instanceof Answer) {
            if ($answer instanceof \Throwable) {
                $this->log->failure("The gateway does not tell of payment $payment->gateway_id", $answer);
            }
            // Its subclasses say nothing of the payment: wrong credentials, too many calls.
            if ($answer !== null && $answer::class === ApiException::class) {
                $this->askLater($payment);
            }

            return false;
        }
        try {
            $this->refunds->findOut($payment->refresh(), $answer);
            // What is paid is compared with the order by a question of its own.
            if ($answer->status === GatewayStatus::SUCCESS && !$payment->isConfirmed()) {
                $this->settlement->ask($payment, $answer->gatewayId);
            } else {
                $this->settlement->settle($payment, $answer);
            }
        } catch (\Throwable $failure) {
            $this->log->failure("Payment $payment->gateway_id could not be settled", $failure);

            return false;
        }

        return true;
    }
}
