<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\Api\ApiError;
use Aurpay\Sandbox\Conflict;
use Aurpay\Sandbox\Gateway\Cashier;
use Aurpay\Sandbox\Gateway\PaymentTerms;
use Aurpay\Sandbox\Gateway\Transitions;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Money\Coin;
use Aurpay\Sandbox\Money\Coins;
use Aurpay\Sandbox\Money\FiatCurrencies;
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
    /** Status => the actions that bring a new order to it, for seeding. */
    private const ROUTES = [
        'PENDING' => [],
        'SUCCESS' => ['pay'],
        'PARTIAL' => ['underpay'],
        'OVERDUE' => ['expire'],
        'FAILED' => ['fail'],
        'TERMINATED' => ['terminate'],
        'RESOLVED' => ['underpay', 'resolve'],
        'REFUNDED' => ['pay', Transitions::REFUND],
    ];

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
        $actions = ['choose', ...array_keys(Cashier::ACTIONS), Transitions::REFUND];
        if (!in_array($action, $actions, true)) {
            throw new InvalidInput('action must be ' . implode(', ', $actions));
        }
        $found = $this->find($input->text('order_id'), $input->text('pay_url'));
        $order = match (true) {
            $found instanceof Order => $found,
            $action === 'choose' || $found->orderId === null
                => $this->services->cashier->choose($found, self::coin($input)),
            default => $this->order($found->orderId),
        };
        $this->act($order, $action);

        return $this->services->view->withActions($this->order($order->orderId));
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
     * GET /_sandbox/orders: the last 1000, or a page of all
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function list(Request $request, array $arguments): array
    {
        $page = Page::from($request->query(), 'desc');
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
     * GET /_sandbox/orders/{id}
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function show(Request $request, array $arguments): array
    {
        $order = $this->order($arguments['id'] ?? '');

        $transactions = $this->services->transactions->ofOrder($order->orderId);

        return $this->services->view->withActions($order) + [
            'transactions' => array_map(static fn (Transaction $one): array => $one->toApi(), $transactions),
            'callbacks' => $this->services->callbacks->describe($order->orderId),
        ];
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
            $this->services->checkouts->waiting(100),
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
        $input = $request->json();
        $count = $input->integer('count', 1);
        $route = self::ROUTES[$input->text('status', 'PENDING')]
            ?? throw new InvalidInput('status must be one of ' . implode(', ', array_keys(self::ROUTES)));
        $type = $input->text('order_type', 'ORDER');
        if ($count < 1 || $count > 1000 || !in_array($type, Order::TYPES, true)) {
            throw new InvalidInput('count must be 1 to 1000, order_type one of ' . implode(', ', Order::TYPES));
        }
        $coin = self::coin($input);
        $terms = self::terms($input);
        $ids = [];
        for ($i = 0; $i < $count; $i++) {
            $order = $this->create($terms, $coin, $type);
            foreach ($route as $action) {
                $this->act($order, $action);
            }
            $ids[] = $order->orderId;
        }

        return ['order_ids' => $ids];
    }

    private function act(Order $order, string $action): void
    {
        if ($action === Transitions::REFUND) {
            try {
                $this->services->refunds->refund($order);
            } catch (ApiError $refusal) {
                throw new Conflict($refusal->getMessage());
            }
        } elseif (isset(Cashier::ACTIONS[$action])) {
            $this->services->cashier->act($order->orderId, $action);
        }
    }

    private function create(PaymentTerms $terms, Coin $coin, string $type): Order
    {
        $userId = $this->services->merchants->first()->userId;

        return $this->services->database->transaction(
            fn (): Order => $this->services->factory->create($userId, $terms, $coin, $type),
        );
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

    private static function coin(Input $input): Coin
    {
        $currency = $input->text('currency', 'USDT-ERC20');
        foreach (Coins::all() as $coin) {
            if ($coin->currency === $currency && $input->text('chain', $coin->chain) === $coin->chain) {
                return $coin;
            }
        }

        throw new InvalidInput('chain and currency: not a supported cryptocurrency');
    }

    private static function terms(Input $input): PaymentTerms
    {
        $fiat = $input->text('vs_currency', 'USD');
        if (!FiatCurrencies::has($fiat)) {
            throw new InvalidInput('vs_currency: unknown currency');
        }

        return PaymentTerms::fromInput($input, $input->has('vs_price') ? $input->amount('vs_price') : '19', $fiat);
    }
}
