<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Api;

use Aurpay\Sandbox\Advice\RequestAdvice;
use Aurpay\Sandbox\Advice\Warning;
use Aurpay\Sandbox\Gateway\OrderView;
use Aurpay\Sandbox\Gateway\Refunds;
use Aurpay\Sandbox\Store\Order;
use Aurpay\Sandbox\Store\Orders;
use Aurpay\Sandbox\Store\Polls;
use Aurpay\Sandbox\Store\Transaction;
use Aurpay\Sandbox\Store\Transactions;

/**
 * Existing orders and transactions: lists, details, refunds.
 */
final readonly class OrderQueries
{
    public function __construct(
        private Orders $orders,
        private Transactions $transactions,
        private Refunds $refunds,
        private OrderView $view,
        private Polls $polls,
        private RequestAdvice $advice,
    ) {}

    /**
     * GET /api/v2/order/
     *
     * @return array<string, mixed>
     */
    public function list(Call $call): array
    {
        $filter = Listing::filter(
            $call->request,
            $call->userId(),
            [
                'order_id' => 'order_id',
                'status' => 'status',
                'order_type' => 'order_type',
                'chain' => 'chain',
                'currency' => 'currency',
            ],
            ['status' => Order::STATUSES, 'order_type' => Order::TYPES],
            'create_time',
        );
        [$orders, $total] = $this->orders->page($filter);

        return Listing::page($filter, array_map($this->view->entry(...), $orders), $total);
    }

    /**
     * GET /api/v2/tx. The filter is called type, the field tx_type.
     *
     * @return array<string, mixed>
     */
    public function transactions(Call $call): array
    {
        $filter = Listing::filter(
            $call->request,
            $call->userId(),
            [
                'tx_id' => 'tx_id',
                'status' => 'status',
                'type' => 'tx_type',
                'chain' => 'chain',
                'currency' => 'currency',
            ],
            ['status' => Transaction::STATUSES, 'type' => Transaction::TYPES],
            'event_time',
            sortable: true,
        );
        [$transactions, $total] = $this->transactions->page($filter);
        $entries = array_map(static fn (Transaction $transaction): array => $transaction->toApi(), $transactions);

        return Listing::page($filter, $entries, $total);
    }

    /**
     * GET /api/v2/order/detail/{order_id}
     *
     * @return array<string, mixed>
     */
    public function detail(Call $call): array
    {
        $order = $this->order($call);
        // A request that gets no real answer is no poll.
        if (!$this->advice->isMuted() && $this->polls->isTooSoon($order->orderId)) {
            $this->advice->add(new Warning(
                Warning::POLLED_TOO_OFTEN,
                "Order {$order->orderId} was asked for less than a second ago. Wait for the callback, or poll less often",
            ));
        }

        return $this->view->detail($order);
    }

    /**
     * GET /api/v2/order/refund-info/{order_id}
     *
     * @return array<string, mixed>
     */
    public function refundInfo(Call $call): array
    {
        return $this->refunds->quote($this->order($call));
    }

    /**
     * POST /api/v2/order/refund/{order_id}
     *
     * @return array<string, mixed>
     */
    public function refund(Call $call): array
    {
        return $this->refunds->refund($this->order($call));
    }

    private function order(Call $call): Order
    {
        $order = $this->orders->find($call->argument('order_id'));
        if ($order === null || $order->userId !== $call->userId()) {
            throw ApiError::notFound('Order not found');
        }

        return $order;
    }
}
