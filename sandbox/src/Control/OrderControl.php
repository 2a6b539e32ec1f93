<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\Api\ApiError;
use Aurpay\Sandbox\Conflict;
use Aurpay\Sandbox\Gateway\Cashier;
use Aurpay\Sandbox\Gateway\PaymentTerms;
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

/**
 * What the customer does, and the orders with all their fields.
 */
final readonly class OrderControl
{
    /** A refund is not an action of the customer: the shop makes it through the API. */
    private const REFUND = 'refund';
    private const CHOOSE_AGAIN = 'choose_again';

    /** Fields of POST /_sandbox/pay that only some actions have. */
    private const FIELDS = ['amount' => ['pay', 'pay_again'], 'in_seconds' => ['expire']];
    private const LONGEST_SECONDS = 86_400;

    /** Status => the actions that bring a new order to it, for seeding. */
    private const ROUTES = [
        'PENDING' => [],
        'SUCCESS' => ['pay'],
        'PARTIAL' => ['underpay'],
        'OVERDUE' => ['expire'],
        'FAILED' => ['fail'],
        'TERMINATED' => ['terminate'],
        'RESOLVED' => ['underpay', 'resolve'],
        'REFUNDED' => ['pay', self::REFUND],
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
        return $this->services->view->full($this->perform($request->json()));
    }

    /** Does what POST /_sandbox/pay asks for. */
    public function perform(Input $input): Order
    {
        $action = $input->text('action', 'pay');
        $actions = ['choose', self::CHOOSE_AGAIN, ...array_keys(Cashier::ACTIONS), self::REFUND];
        if (!in_array($action, $actions, true)) {
            throw new InvalidInput('action must be ' . implode(', ', $actions));
        }
        foreach (self::FIELDS as $field => $actions) {
            if ($input->has($field) && !in_array($action, $actions, true)) {
                throw new InvalidInput("$field is only for the action " . implode(' and ', $actions));
            }
        }
        // What is wrong is refused before anything is done.
        $amount = $input->has('amount') ? $input->amount('amount', quoted: true) : null;
        $seconds = self::seconds($input);
        $found = $this->find($input->text('order_id'), $input->text('pay_url'));
        if ($action === self::CHOOSE_AGAIN) {
            return $this->chooseAgain($found, self::coin($input));
        }
        $order = match (true) {
            $found instanceof Order => $found,
            $action === 'choose' || $found->orderId === null
                => $this->services->cashier->choose($found, self::coin($input)),
            default => $this->order($found->orderId),
        };

        return match (true) {
            $action === self::REFUND => $this->refund($order),
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
     * GET /_sandbox/orders/{id}
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function show(Request $request, array $arguments): array
    {
        $order = $this->order($arguments['id'] ?? '');

        return $this->services->view->full($order)
            + ['callbacks' => $this->services->callbacks->describe($order->orderId)];
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
                if ($action === self::REFUND) {
                    $this->services->refunds->refund($order);
                } else {
                    $this->services->cashier->act($order->orderId, $action);
                }
            }
            $ids[] = $order->orderId;
        }

        return ['order_ids' => $ids];
    }

    private function create(PaymentTerms $terms, Coin $coin, string $type): Order
    {
        $userId = $this->services->merchants->first()->userId;

        return $this->services->database->transaction(
            fn (): Order => $this->services->factory->create($userId, $terms, $coin, $type),
        );
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
