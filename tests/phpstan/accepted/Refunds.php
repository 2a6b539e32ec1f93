<?php

declare(strict_types=1);

namespace SampleShop;

use Aurpay\ApiException;
use Aurpay\AurpayException;
use Aurpay\AuthenticationException;
use Aurpay\Order;
use Aurpay\OrderStatus;
use Aurpay\OutcomeUnknownException;
use Aurpay\PaymentException;
use Aurpay\RateLimitException;
use Aurpay\ResponseException;
use Aurpay\TransportException;

/** Refunds, with every possible outcome. */
final class Refunds
{
    public function __construct(private readonly Order $orders) {}

    public function refund(string $orderId): string
    {
        try {
            $refund = $this->orders->refund($orderId);
        } catch (RateLimitException $exception) {
            return 'again in ' . ($exception->retryAfter ?? 60) . ' s';
        } catch (AuthenticationException $exception) {
            return 'credentials; the clock is off by ' . ($exception->clockDifference ?? 0) . ' s';
        } catch (ApiException $exception) {
            return "refused: {$exception->getMessage()} ({$exception->getCode()})";
        } catch (TransportException) {
            return 'nothing was executed';
        } catch (OutcomeUnknownException $exception) {
            return $this->isRefunded($orderId) ? 'refunded' : 'unknown: ' . $exception->getPrevious()?->getMessage();
        } catch (\ValueError) {
            return 'no order id';
        }

        return "{$refund['obtained']} {$refund['currency']} to {$refund['to_addr']}, fee {$refund['network_fee']}";
    }

    public function offer(int $orderId): ?string
    {
        try {
            $offer = $this->orders->refundInfo($orderId);
        } catch (ResponseException | TransportException) {
            return null;
        } catch (AurpayException $exception) {
            return is_array($exception->response) ? 'refused' : 'lost';
        }

        return "{$offer['obtained']} within {$offer['refund_et']}";
    }

    public function isPaid(int $orderId, float $total): bool
    {
        try {
            return $this->orders->confirm($orderId, $total, 'USD')['vs_price'] !== '';
        } catch (PaymentException) {
            return false;
        }
    }

    private function isRefunded(string $orderId): bool
    {
        return OrderStatus::tryFrom($this->orders->detail($orderId)['status']) === OrderStatus::Refunded;
    }
}
