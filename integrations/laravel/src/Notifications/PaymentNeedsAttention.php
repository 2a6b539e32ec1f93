<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Notifications;

use Aurpay\Laravel\Events\PaymentLate;
use Aurpay\Laravel\Events\PaymentMismatch;
use Aurpay\Laravel\Events\RefundUnknown;
use Aurpay\Laravel\Models\Payment;
use Illuminate\Bus\Queueable;
use Illuminate\Contracts\Queue\ShouldQueue;
use Illuminate\Notifications\Messages\MailMessage;
use Illuminate\Notifications\Notification;

/**
 * Tells the merchant of a payment that somebody has to decide about. It keeps texts only, and no model: the queue, the
 * mail and the table of notifications get no secret.
 */
final class PaymentNeedsAttention extends Notification implements ShouldQueue
{
    use Queueable;

    /** @var array<string, int|string> */
    private readonly array $facts;

    /**
     * @param PaymentMismatch|PaymentLate|RefundUnknown|Payment $about    what was told, or a payment as it is now
     * @param list<string>                                      $channels of Laravel: mail, database and so on
     *
     * @throws \ValueError when nobody has to decide about the payment
     */
    public function __construct(PaymentMismatch|PaymentLate|RefundUnknown|Payment $about, private readonly array $channels = ['mail'])
    {
        $payment = $about instanceof Payment ? $about : $about->payment;
        $problem = match (true) {
            $about instanceof RefundUnknown, $about instanceof Payment && $payment->refund->isInDoubt() => Problem::refundUnknown(),
            default => Problem::of($about instanceof PaymentMismatch ? $about->reason : $payment->verdict),
        } ?? throw new \ValueError("Payment $payment->id needs nobody's attention.");
        $order = $payment->freshPayable();
        $this->facts = [
            'problem' => $problem->name,
            'description' => $problem->description,
            'advice' => $problem->advice,
            'payment_id' => $payment->id,
            'gateway_id' => (string) $payment->gateway_id,
            'order_type' => $payment->payable_type,
            'order_id' => (string) $payment->payable_id,
            'price' => $payment->price,
            'currency' => $payment->currency,
            'order_price' => $order === null ? '' : "{$order->aurpayPrice()} {$order->aurpayCurrency()}",
            'amount' => $payment->amount,
            'obtained' => $payment->obtained,
            'coin' => $payment->coin,
            'chain' => $payment->chain,
        ];
    }

    /** @return list<string> */
    public function via(object $notifiable): array
    {
        return $this->channels;
    }

    public function toMail(object $notifiable): MailMessage
    {
        $facts = $this->facts;
        $order = class_basename((string) $facts['order_type']) . " {$facts['order_id']}";
        $price = "{$facts['price']} {$facts['currency']}";
        $coin = "{$facts['coin']} ({$facts['chain']})";

        return (new MailMessage())
            ->error()
            ->subject("A payment needs your attention: $order")
            ->greeting('A payment needs your attention')
            ->line((string) $facts['description'])
            ->line((string) $facts['advice'])
            ->lines(array_filter([
                "Order: $order",
                "Payment: {$facts['payment_id']}",
                $facts['gateway_id'] === '' ? '' : "Payment at Aurpay: {$facts['gateway_id']}",
                "Price: $price",
                in_array($facts['order_price'], ['', $price], true) ? '' : "Price of the order now: {$facts['order_price']}",
                $facts['amount'] === '' ? '' : "To be paid: {$facts['amount']} $coin",
                $facts['obtained'] === '' ? '' : "Obtained, perhaps without Aurpay's fee: {$facts['obtained']} $coin",
            ], static fn (string $line): bool => $line !== ''));
    }

    /** @return array<string, int|string> for the channel database, and others */
    public function toArray(object $notifiable): array
    {
        return $this->facts;
    }
}
