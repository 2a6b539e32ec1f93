<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Gateway;

use Aurpay\Sandbox\Json\Number;
use Aurpay\Sandbox\Json\Writer;
use Aurpay\Sandbox\Money\Decimal;
use Aurpay\Sandbox\Store\Checkout;
use Aurpay\Sandbox\Store\Order;
use Aurpay\Sandbox\Store\Transactions;

/**
 * An order in the formats of the documents' examples. Endpoints differ in
 * which amounts are strings and which are numbers.
 */
final readonly class OrderView
{
    public function __construct(private Transactions $transactions, private Bill $bill, private string $baseUri) {}

    /**
     * An entry of GET /api/v2/order/.
     *
     * @return array<string, mixed>
     */
    public function entry(Order $order): array
    {
        return [
            'user_id' => $order->userId,
            'order_id' => $order->orderId,
            'order_type' => $order->type,
            'platform' => $order->terms->platform,
            'status' => $order->status,
            'chain' => $order->coin->chain,
            'chain_name' => $order->coin->chainName,
            'currency' => $order->coin->currency,
            'amount' => $order->amount,
            'vs_price' => Decimal::withFraction($order->terms->price),
            'vs_currency' => $order->terms->currency,
            'remark' => $order->terms->remark,
            'refund' => $order->isRefundable(),
            'create_time' => $order->createTime,
            'update_time' => $order->updateTime,
        ];
    }

    /**
     * GET /api/v2/order/detail/{order_id}. It does not have the shop's own
     * order id, as the documents' answer does not.
     *
     * @return array<string, mixed>
     */
    public function detail(Order $order): array
    {
        $transaction = $this->transactions->get($order->txId);

        return $this->entry($order) + [
            'tx_id' => $transaction->txId,
            'tx_type' => $transaction->type,
            'obtained' => $transaction->obtained,
            'fee' => $transaction->fee,
            'from_addr' => $transaction->fromAddress,
            // The example, an unpaid invoice, has false and an empty hash here.
            'to_addr' => $transaction->toAddress ?? false,
            'tx_hash' => $transaction->hash ?? ($order->type === 'INVOICE' ? '' : null),
            'contract_id' => null,
        ];
    }

    /**
     * POST /api/order/pay-info: amount and vs_price are JSON numbers.
     *
     * @return array<string, mixed>
     */
    public function payInfo(Order $order): array
    {
        return [
            'order_id' => $order->orderId,
            'status' => $order->status,
            'amount' => new Number($order->amount),
            'create_time' => $order->createTime,
            'vs_currency' => $order->terms->currency,
            'vs_price' => new Number($order->terms->price),
            'address' => $order->address,
            'contract_addr' => $order->coin->contract,
            'pay_url' => $this->payUrl($order),
        ];
    }

    /**
     * POST /api/bln/order. The amount is a string in the recorded answer, but
     * a number in the prose above it. The sandbox follows the recording.
     *
     * @return array<string, mixed>
     */
    public function lightning(Order $order): array
    {
        return [
            'order_id' => $order->orderId,
            'status' => $order->status,
            'amount' => $order->amount,
            'create_time' => $order->createTime,
            'payment_request' => $order->paymentRequest,
            'payment_addr' => $order->address,
            'pay_url' => $this->payUrl($order),
            'currency' => $order->coin->currency,
        ];
    }

    /**
     * The body of a POST callback, with all the fields of the documents'
     * example. Callbacks are sent only after success or timeout, but the
     * example says PENDING, so shops must handle that.
     */
    public function callbackBody(Order $order): string
    {
        $detail = $this->detail($order);
        $transaction = $this->transactions->get($order->txId);

        return Writer::encode([
            ...array_slice($detail, 0, 13),
            'status' => 'PENDING',
            'refund' => false,
            'bind_id' => null,
            'create_time' => $order->createTime,
            'update_time' => $order->updateTime,
            'tx_id' => $transaction->txId,
            'tx_type' => $transaction->type,
            'obtained' => $transaction->obtained,
            'fee' => $transaction->fee,
            'from_addr' => $transaction->fromAddress,
            'to_addr' => $transaction->toAddress,
            'tx_hash' => $transaction->hash,
            'tx_hash_list' => $transaction->hash === null ? [] : [$transaction->hash],
            'contract_id' => null,
            'website' => null,
        ]);
    }

    /**
     * All that the sandbox knows of the order, for the control endpoints.
     *
     * @return array<string, mixed>
     */
    public function full(Order $order): array
    {
        return $this->detail($order) + [
            'received' => $this->bill->received($order),
            'missing' => $this->bill->missing($order),
            'expires_at' => $this->bill->deadline($order) . 'Z',
            'address' => $order->address,
            'payment_request' => $order->paymentRequest,
            'pay_url' => $this->payUrl($order),
            'shop' => $order->terms->details(),
        ];
    }

    /**
     * The same with what can be done with the order.
     *
     * @return array<string, mixed>
     */
    public function withActions(Order $order): array
    {
        return $this->full($order) + ['actions' => Transitions::of($order)];
    }

    /**
     * A pay URL before a coin is chosen, for the cashier page.
     *
     * @return array<string, mixed>
     */
    public function checkout(Checkout $checkout): array
    {
        return [
            'order_id' => null,
            'status' => null,
            'vs_price' => Decimal::withFraction($checkout->terms->price),
            'vs_currency' => $checkout->terms->currency,
            'pay_url' => $this->checkoutUrl($checkout->token),
            'shop' => $checkout->terms->details(),
        ];
    }

    public function payUrl(Order $order): string
    {
        return $this->baseUri . self::payPath($order->orderId);
    }

    public function checkoutUrl(string $token): string
    {
        return $this->baseUri . self::checkoutPath($token);
    }

    public static function payPath(string $orderId): string
    {
        return '/#/cashier/' . $orderId;
    }

    public static function checkoutPath(string $token): string
    {
        return '/#/cashier/choose?token=' . $token;
    }
}
