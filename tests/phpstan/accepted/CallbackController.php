<?php

declare(strict_types=1);

namespace SampleShop;

use Aurpay\Callback;
use Aurpay\CallbackException;
use Aurpay\CallbackReason;
use Aurpay\Order;
use Aurpay\PaymentException;
use Aurpay\PaymentReason;

/** Receives the platform's callbacks. */
final class CallbackController
{
    public function __construct(private readonly Callback $callback, private readonly Order $orders) {}

    /** @param array<string, list<string|null>> $headers as Symfony and Laravel give them */
    public function handle(string $uri, array $headers, string $body, string $total, string $currency): int
    {
        try {
            $said = $this->callback->verify(["https://shop.example{$uri}", "http://shop.example{$uri}"], $headers, $body);
        } catch (CallbackException $exception) {
            if ($exception->reason === CallbackReason::Stale && is_string($exception->body['order_id'] ?? null)) {
                return $this->confirmLater($exception->body['order_id']);
            }

            return match ($exception->reason) {
                CallbackReason::MissingHeader, CallbackReason::RepeatedHeader => 400,
                CallbackReason::Stale, CallbackReason::Body => 409,
                CallbackReason::Token, CallbackReason::Date, CallbackReason::Signature => 403,
            };
        }
        $id = $said['order_id'] ?? null;
        if (!is_string($id)) {
            return 400;
        }
        try {
            $order = $this->orders->confirm($id, $total, $currency);
        } catch (PaymentException $exception) {
            return $this->notPaid($exception);
        }

        return $this->ship($order['order_id'], $order['tx_hash'] ?? '', "{$order['vs_price']} {$order['vs_currency']}");
    }

    /** For merchants without a callback token. */
    public static function byKey(string $apiKey, Order $orders): self
    {
        return new self(Callback::forApiKey($apiKey), $orders);
    }

    private function confirmLater(string $id): int
    {
        return $id === '' ? 400 : 200;
    }

    private function notPaid(PaymentException $exception): int
    {
        error_log("order {$exception->detail['order_id']} is {$exception->detail['status']}");

        return $exception->reason === PaymentReason::Status ? 200 : 409;
    }

    private function ship(string $id, string $hash, string $price): int
    {
        return $id === '' || $hash === '' || $price === '' ? 500 : 200;
    }
}
