<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

use Aurpay\Laravel\Models\Payment;

/** The table of decisions: what a payment means for the shop's order. It only decides; Settlement acts. */
final class Judge
{
    public function __construct(private readonly Config $config) {}

    /**
     * @param Payment $payment     with the newest status
     * @param Outcome $outcome     of the comparison with the order
     * @param bool    $isNeeded    whether the order still needs a payment
     * @param bool    $otherIsOpen whether another payment of the order can still be paid
     * @param int     $now         Unix time
     */
    public function judge(Payment $payment, Outcome $outcome, bool $isNeeded, bool $otherIsOpen, int $now): Verdict
    {
        return match ($payment->status) {
            '', GatewayStatus::PENDING => Verdict::Waiting,
            GatewayStatus::SUCCESS => self::paid($payment, $outcome, $isNeeded),
            GatewayStatus::PARTIAL => $now >= $payment->created_at + $this->config->partialWindow()
                ? Verdict::Partial
                : Verdict::Waiting,
            GatewayStatus::RESOLVED => Verdict::Resolved,
            GatewayStatus::REFUNDED => $payment->refund === RefundState::None ? Verdict::RefundedElsewhere : Verdict::Refunded,
            GatewayStatus::OVERDUE, GatewayStatus::FAILED, GatewayStatus::TERMINATED => match (true) {
                $payment->hasMoney() => Verdict::Partial,
                $now < $payment->closed_at + $this->config->lateWindow() => Verdict::Waiting,
                $isNeeded && !$otherIsOpen => Verdict::Expired,
                default => Verdict::Closed,
            },
            default => Verdict::Unknown,
        };
    }

    private static function paid(Payment $payment, Outcome $outcome, bool $isNeeded): Verdict
    {
        return match (true) {
            $outcome === Outcome::OtherCurrency => Verdict::OtherCurrency,
            $outcome !== Outcome::Matches => Verdict::OtherPrice,
            !$isNeeded => Verdict::NotNeeded,
            $payment->closed_at > 0 => Verdict::Late,
            default => Verdict::Confirmed,
        };
    }
}
