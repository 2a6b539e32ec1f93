<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Doctor;

use Aurpay\Laravel\GatewayStatus;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\Models\PaymentEvent;
use Aurpay\Laravel\RefundState;
use Illuminate\Support\Carbon;

/** Whether payments, refunds and events are where they should not stay. */
final class PaymentCheck implements Check
{
    /** After so long, reconciliation has found out what became of a refund. */
    private const DOUBT_SECONDS = 3600;

    /** So long, a worker may be busy. Reconciliation renews the time of a refund that waits for ten minutes. */
    private const WAITING_SECONDS = 300;

    private const UNTOLD_SECONDS = 600;

    /** A refund that was not made is old news after a week. */
    private const REFUSED_SECONDS = 604800;

    /** So many are named. */
    private const NAMED = 5;

    public function subject(): string
    {
        return 'Payments';
    }

    public function findings(): array
    {
        $now = Carbon::now()->getTimestamp();
        $findings = [
            ...$this->inDoubt($now),
            ...$this->waiting($now),
            ...$this->refused($now),
            ...$this->untold($now),
        ];

        return $findings === [] ? [Finding::ok('No refund is in doubt, waits too long or was refused lately, and all events are told.')] : $findings;
    }

    /** @return list<Finding> */
    private function inDoubt(int $now): array
    {
        $payments = Payment::query()->whereIn('refund', [RefundState::Sending->value, RefundState::Unknown->value])
            ->orderBy('refund_at')->get();
        $oldest = $payments->first();
        if ($oldest === null) {
            return [];
        }
        $message = 'Whether these payments were refunded is not known: ' . self::names(array_values($payments->all())) . '.';

        return [$now - $oldest->refund_at > self::DOUBT_SECONDS
            ? Finding::failed($message, 'Reconciliation should have found out. Let it run, and look the payments up on the dashboard. Do not refund in another way before.')
            : Finding::warning($message, 'Do not refund in another way. Reconciliation finds out, within 20 minutes.')];
    }

    /** @return list<Finding> */
    private function waiting(int $now): array
    {
        $count = Payment::query()->where('refund', RefundState::Requested->value)->where('refund_at', '<', $now - self::WAITING_SECONDS)->count();

        return $count === 0 ? [] : [Finding::failed("$count refunds wait in the queue for more than five minutes.", 'Let a queue worker run for the connection and the queue of config/aurpay.php.')];
    }

    /** @return list<Finding> */
    private function refused(int $now): array
    {
        $payments = Payment::query()->where('refund', RefundState::Refused->value)->where('status', GatewayStatus::SUCCESS)
            ->where('refund_at', '>=', $now - self::REFUSED_SECONDS)->orderBy('id')->get();

        return $payments->isEmpty() ? [] : [Finding::warning(
            'These refunds were not made: ' . self::names(array_values($payments->all())) . '.',
            'The column refund_reason says why. They can be requested again.',
        )];
    }

    /** @return list<Finding> */
    private function untold(int $now): array
    {
        $count = PaymentEvent::query()->where('told_at', 0)->where('created_at', '<', $now - self::UNTOLD_SECONDS)->count();

        return $count === 0 ? [] : [Finding::failed(
            "$count events are untold for more than ten minutes.",
            'A listener throws, or reconciliation does not run. The log has the reason.',
        )];
    }

    /** @param list<Payment> $payments */
    private static function names(array $payments): string
    {
        $names = array_map(
            static fn (Payment $payment): string => "$payment->id (Aurpay $payment->gateway_id)",
            array_slice($payments, 0, self::NAMED),
        );
        $others = count($payments) - self::NAMED;

        return implode(', ', $names) . ($others > 0 ? " and $others others" : '');
    }
}
