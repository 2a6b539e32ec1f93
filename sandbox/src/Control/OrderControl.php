<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\Api\ApiError;
use Aurpay\Sandbox\Conflict;
use Aurpay\Sandbox\Gateway\Cashier;
use Aurpay\Sandbox\Gateway\OrderSeed;
use Aurpay\Sandbox\Gateway\Transitions;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Money\Coin;
use Aurpay\Sandbox\Services;
use Aurpay\Sandbox\Store\Checkout;
use Aurpay\Sandbox\Store\Filter;
use Aurpay\Sandbox\Store\Order;
use Aurpay\Sandbox\Store\Orders;
use Aurpay\Sandbox\Store\Transaction;

/**
 * What the customer does, and the orders with all their fields.
 */
final readonly class OrderControl
{
    private const CHOOSE_AGAIN = 'choose_again';

    /** Fields of POST /_sandbox/pay, and those that only some actions have. */
    private const FIELDS = ['order_id', 'pay_url', 'action', 'chain', 'currency', 'amount', 'in_seconds'];
    private const FIELDS_OF_ACTIONS = ['amount' => ['pay', 'pay_again'], 'in_seconds' => ['expire']];
    private const LONGEST_SECONDS = 86_400;

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
        return $this->services->view->withActions($this->perform($request->json()));
    }

    /** Does what POST /_sandbox/pay asks for. */
    public function perform(Input $input): Order
    {
        $action = $input->allowOnly(self::FIELDS)->text('action', 'pay');
        $actions = ['choose', self::CHOOSE_AGAIN, ...array_keys(Cashier::ACTIONS), Transitions::REFUND];
        if (!in_array($action, $actions, true)) {
            throw new InvalidInput('action must be ' . implode(', ', $actions));
        }
        foreach (self::FIELDS_OF_ACTIONS as $field => $actions) {
            if ($input->has($field) && !in_array($action, $actions, true)) {
                throw new InvalidInput("$field is only for the action " . implode(' and ', $actions));
            }
        }
        // What is wrong is refused before anything is done.
        $amount = $input->has('amount') ? $input->amount('amount', quoted: true) : null;
        $seconds = self::seconds($input);
        $found = $this->find($input->text('order_id'), $input->text('pay_url'));
        if ($action === self::CHOOSE_AGAIN) {
            return $this->chooseAgain($found, OrderSeed::coin($input));
        }
        $order = match (true) {
            $found instanceof Order => $found,
            $action === 'choose' || $found->orderId === null
                => $this->services->cashier->choose($found, OrderSeed::coin($input)),
            default => $this->order($found->orderId),
        };
        // With --magic, the price has chosen what the customer does.
        $played = $found instanceof Checkout && $found->orderId === null ? $this->services->magic->play($order) : null;
        if ($played !== null && in_array($action, ['choose', 'pay'], true)) {
            return $played;
        }

        return match (true) {
            $action === Transitions::REFUND => $this->refund($order),
            $seconds !== null => $this->services->cashier->expireIn($order->orderId, $seconds),
            isset(Cashier::ACTIONS[$action]) => $this->services->cashier->act($order->orderId, $action, $amount),
            // A coin was chosen, and nothing more.
            default => $order,
        };
    }

    private static function seconds(Input $input): ?int
    {
        if (!$input->has('in_seconds')) {
            return null;
        }
        $seconds = $input->integer('in_seconds', 0);

        return $seconds >= 1 && $seconds <= self::LONGEST_SECONDS
            ? $seconds
            : throw new InvalidInput('in_seconds must be 1 to ' . self::LONGEST_SECONDS);
    }

    private function chooseAgain(Order|Checkout $found, Coin $coin): Order
    {
        $checkout = $found instanceof Order ? $this->services->checkouts->ofOrder($found->orderId) : $found;
        if ($checkout === null) {
            throw new Conflict('The shop has chosen the coin of this order');
        }

        return $checkout->orderId === null
            ? $this->services->cashier->choose($checkout, $coin)
            : $this->services->cashier->chooseAgain($checkout, $coin);
    }

    private function refund(Order $order): Order
    {
        try {
            $this->services->refunds->refund($order);
        } catch (ApiError $refusal) {
            throw new Conflict($refusal->getMessage());
        }

        return $this->order($order->orderId);
    }

    /**
     * GET /_sandbox/orders: the last 1000, or a page of all
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function list(Request $request, array $arguments): array
    {
        $page = Page::from($request->query()->allowOnly(Page::NAMES), 'desc');
        [$orders, $total] = $this->services->orders->page(new Filter(
            page: $page->number ?? 1,
            size: $page->size ?? 1000,
            ascending: $page !== null && !$page->newest,
            words: $page->words ?? '',
            searched: Orders::SEARCHED,
        ));

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
        $query = $request->query()->allowOnly(['wait', 'status']);
        $seconds = Wait::seconds($query);
        $status = $query->text('status');
        if (($seconds !== null || $status !== '') && !in_array($status, Order::STATUSES, true)) {
            throw new InvalidInput('status must be one of ' . implode(', ', Order::STATUSES));
        }
        $look = function () use ($arguments): array {
            $order = $this->order($arguments['id'] ?? '');
            $transactions = $this->services->transactions->ofOrder($order->orderId);

            return $this->services->view->withActions($order) + [
                'transactions' => array_map(static fn (Transaction $one): array => $one->toApi(), $transactions),
                'callbacks' => $this->services->callbacks->describe($order->orderId),
            ];
        };
        $isThere = static fn (array $order): bool => $order['status'] === $status;

        return $seconds === null ? $look() : new Wait($seconds, $look, $isThere);
    }

    /**
     * GET /_sandbox/checkouts: the last 100 pay URLs for which no coin was chosen
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function checkouts(Request $request, array $arguments): array
    {
        $view = $this->services->view;

        return ['checkouts' => array_map(
            static fn (Checkout $checkout): array => $view->checkout($checkout)
                + ['create_time' => $checkout->createTime],
            $this->services->checkouts->withoutOrder(100),
        )];
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

    /** The order or the pay URL that a request names. */
    public function find(string $orderId, string $payUrl): Order|Checkout
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

        throw new InvalidInput($payUrl === ''
            ? 'order_id or pay_url is required'
            : 'pay_url must be the whole URL, as the API has answered it. In a query, percent-encode it: what follows a # is not sent');
    }

    private function order(string $orderId): Order
    {
        return $this->services->orders->find($orderId) ?? throw new Missing("No order $orderId");
    }
}
