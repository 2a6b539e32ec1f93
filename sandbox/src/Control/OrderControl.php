<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\Gateway\Cashier;
use Aurpay\Sandbox\Gateway\OrderSeed;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Money\Coins;
use Aurpay\Sandbox\Services;
use Aurpay\Sandbox\Store\Checkout;
use Aurpay\Sandbox\Store\Filter;
use Aurpay\Sandbox\Store\Order;

/**
 * What the customer does, and the orders with all their fields.
 */
final readonly class OrderControl
{
    public function __construct(private Services $services) {}

    /**
     * POST /_sandbox/pay
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function pay(Request $request, array $arguments): array
    {
        $input = $request->json();
        $action = $input->text('action', 'pay');
        if ($action !== 'choose' && !isset(Cashier::ACTIONS[$action])) {
            throw new InvalidInput('action must be choose, ' . implode(', ', array_keys(Cashier::ACTIONS)));
        }
        $found = $this->find($input->text('order_id'), $input->text('pay_url'));
        $order = match (true) {
            $found instanceof Order => $found,
            $action === 'choose' || $found->orderId === null
                => $this->services->cashier->choose($found, OrderSeed::coin($input)),
            default => $this->order($found->orderId),
        };
        // With --magic, the price has chosen what the customer does.
        $played = $found instanceof Checkout && $found->orderId === null ? $this->services->magic->play($order) : null;
        if ($played !== null && in_array($action, ['choose', 'pay'], true)) {
            $order = $played;
        } elseif ($action !== 'choose') {
            $order = $this->services->cashier->act($order->orderId, $action);
        }

        return $this->services->view->full($order);
    }

    /**
     * GET /_sandbox/cashier?pay_url=…: the content of the cashier page.
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function cashier(Request $request, array $arguments): array
    {
        $found = $this->find('', $request->query()->requiredText('pay_url'));
        if ($found instanceof Checkout && $found->orderId !== null) {
            $found = $this->order($found->orderId);
        }
        $shown = $found instanceof Order
            ? $this->services->view->full($found)
            : $this->services->view->checkout($found);

        return $shown + ['coins' => Coins::list()];
    }

    /**
     * GET /_sandbox/orders
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function list(Request $request, array $arguments): array
    {
        [$orders, $total] = $this->services->orders->page(new Filter(size: 1000));

        return ['total' => $total, 'orders' => array_map($this->services->view->full(...), $orders)];
    }

    /**
     * GET /_sandbox/orders/{id}, or ?wait=5&status=SUCCESS to wait for a status
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>|Wait
     */
    public function show(Request $request, array $arguments): array|Wait
    {
        $query = $request->query();
        $seconds = Wait::seconds($query);
        $status = $query->text('status');
        if (($seconds !== null || $status !== '') && !in_array($status, Order::STATUSES, true)) {
            throw new InvalidInput('status must be one of ' . implode(', ', Order::STATUSES));
        }
        $look = function () use ($arguments): array {
            $order = $this->order($arguments['id'] ?? '');

            return $this->services->view->full($order)
                + ['callbacks' => $this->services->callbacks->describe($order->orderId)];
        };
        $isThere = static fn (array $order): bool => $order['status'] === $status;

        return $seconds === null ? $look() : new Wait($seconds, $look, $isThere);
    }

    /**
     * POST /_sandbox/orders: creates many orders at once, for tests of lists.
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function seed(Request $request, array $arguments): array
    {
        return ['order_ids' => OrderSeed::fromInput($request->json())->plant($this->services)];
    }

    private function find(string $orderId, string $payUrl): Order|Checkout
    {
        if ($orderId !== '') {
            return $this->order($orderId);
        }
        if (preg_match('/[?&]token=([0-9a-f]{64})$/D', $payUrl, $match) === 1) {
            return $this->services->checkouts->find($match[1]) ?? throw new Missing('No such pay URL');
        }
        if (preg_match('~#/cashier/([0-9]+)$~D', $payUrl, $match) === 1) {
            return $this->order($match[1]);
        }

        throw new InvalidInput('order_id or pay_url is required');
    }

    private function order(string $orderId): Order
    {
        return $this->services->orders->find($orderId) ?? throw new Missing("No order $orderId");
    }
}
