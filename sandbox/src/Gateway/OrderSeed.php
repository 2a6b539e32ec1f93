<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Gateway;

use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Money\Coin;
use Aurpay\Sandbox\Money\Coins;
use Aurpay\Sandbox\Money\FiatCurrencies;
use Aurpay\Sandbox\Services;
use Aurpay\Sandbox\Store\Order;

/**
 * Equal orders that are made at once, in any status.
 */
final readonly class OrderSeed
{
    /** Status => the actions that bring a new order to it. */
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
    private const MEMBERS = [
        'count', 'status', 'order_type', 'chain', 'currency', 'vs_price', 'vs_currency', 'id', 'url', 'succeed_url',
        'timeout_url', 'callback_url', 'timeout_callback', 'fixed_encrypt_price', 'enable_post_callback', 'remark',
    ];
    private const MOST = 1000;

    /** @param list<key-of<Cashier::ACTIONS>|Transitions::REFUND> $route */
    private function __construct(
        private int $count,
        private array $route,
        private string $type,
        private PaymentTerms $terms,
        private Coin $coin,
    ) {}

    public static function fromInput(Input $input): self
    {
        $input->allowOnly(self::MEMBERS);
        $count = $input->integer('count', 1);
        $route = self::ROUTES[$input->text('status', 'PENDING')]
            ?? throw new InvalidInput('status must be one of ' . implode(', ', array_keys(self::ROUTES)));
        $type = $input->text('order_type', 'ORDER');
        if ($count < 1 || $count > self::MOST || !in_array($type, Order::TYPES, true)) {
            throw new InvalidInput('count must be 1 to 1000, order_type one of ' . implode(', ', Order::TYPES));
        }
        $coin = self::coin($input);
        $terms = self::terms($input);
        OrderFactory::amount($terms, $coin);

        return new self($count, $route, $type, $terms, $coin);
    }

    /** The coin that chain and currency name. */
    public static function coin(Input $input): Coin
    {
        $currency = $input->text('currency', 'USDT-ERC20');
        foreach (Coins::all() as $coin) {
            if ($coin->currency === $currency && $input->text('chain', $coin->chain) === $coin->chain) {
                return $coin;
            }
        }

        throw new InvalidInput('chain and currency: not a supported cryptocurrency');
    }

    /**
     * Makes the orders.
     *
     * @return list<string> their ids
     */
    public function plant(Services $services): array
    {
        $ids = [];
        for ($i = 0; $i < $this->count; $i++) {
            $order = $this->create($services);
            foreach ($this->route as $action) {
                if ($action === Transitions::REFUND) {
                    $services->refunds->refund($order);
                } else {
                    $services->cashier->act($order->orderId, $action);
                }
            }
            $ids[] = $order->orderId;
        }

        return $ids;
    }

    private function create(Services $services): Order
    {
        $userId = $services->merchants->first()->userId;

        return $services->database->transaction(
            fn (): Order => $services->factory->create($userId, $this->terms, $this->coin, $this->type),
        );
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
