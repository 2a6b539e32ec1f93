<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Gateway;

use Aurpay\Sandbox\Clock;
use Aurpay\Sandbox\Json\Writer;
use Aurpay\Sandbox\Money\Coin;
use Aurpay\Sandbox\Money\Coins;
use Aurpay\Sandbox\Money\Decimal;
use Aurpay\Sandbox\Store\Checkout;
use Aurpay\Sandbox\Store\Checkouts;
use Aurpay\Sandbox\Store\Order;
use Aurpay\Sandbox\Store\Orders;

/**
 * What the cashier's pages show of an order or of a pay URL.
 */
final readonly class CashierContent
{
    /** Button of the page => the action behind it. */
    private const BUTTONS = [
        'pay' => 'pay',
        'pay_amount' => 'pay',
        'underpay' => 'underpay',
        'expire' => 'expire',
        'expire_in' => 'expire',
        'fail' => 'fail',
        'pay_again' => 'pay_again',
        'refund' => Transitions::REFUND,
    ];

    /** Why an order in this status lacks an action. The pages' texts have a sentence for each. */
    private const REASONS = [
        'PENDING' => 'unpaid',
        'PARTIAL' => 'partly_paid',
        'OVERDUE' => 'expired',
        'SUCCESS' => 'paid',
        'RESOLVED' => 'paid',
        'FAILED' => 'closed',
        'TERMINATED' => 'closed',
        'REFUNDED' => 'refunded',
    ];

    public function __construct(
        private OrderView $view,
        private Bill $bill,
        private Orders $orders,
        private Checkouts $checkouts,
        private Clock $clock,
    ) {}

    /**
     * @return array{version: string, now: string, ...<string, mixed>}
     */
    public function of(Order|Checkout $found): array
    {
        if ($found instanceof Checkout && $found->orderId !== null) {
            $found = $this->orders->find($found->orderId) ?? $found;
        }
        $content = $found instanceof Order ? $this->order($found) : $this->checkout($found);
        $content['clock_offset_seconds'] = $this->clock->offset();

        // A page that knows this version has nothing to update. The time alone changes nothing.
        return ['version' => md5(Writer::encode($content)), 'now' => $this->clock->signatureDate()] + $content;
    }

    /**
     * @return array<string, mixed>
     */
    private function checkout(Checkout $checkout): array
    {
        return $this->view->checkout($checkout) + [
            'coins' => self::coins($checkout->terms),
            'return_url' => '',
            'actions' => [],
        ];
    }

    /**
     * @return array<string, mixed>
     */
    private function order(Order $order): array
    {
        $missing = $this->bill->missing($order);
        $checkout = $this->checkouts->ofOrder($order->orderId);
        $chooseAgain = $this->whyNotChooseAgain($order, $checkout);

        return $this->view->full($order) + [
            'wallet_uri' => WalletLink::uri($order, $missing),
            'qr_content' => WalletLink::qrContent($order, $missing),
            'overpaid' => Decimal::compare($this->bill->received($order), $order->amount) > 0,
            'lightning' => $order->coin->isLightning(),
            'decimals' => $order->coin->scale,
            'coins' => $chooseAgain === null ? self::coins($order->terms) : [],
            'return_url' => self::returnUrl($order),
            'actions' => $this->actions($order) + ['choose_again' => $chooseAgain],
        ];
    }

    /**
     * The coins to choose from, each with the amount, or with the reason for which it cannot be chosen.
     *
     * @return list<array<string, string|null>>
     */
    private static function coins(PaymentTerms $terms): array
    {
        return array_map(static function (Coin $coin) use ($terms): array {
            $amount = $coin->amountFor($terms->price, $terms->currency, $terms->fixedPrice);

            return [
                'chain' => $coin->chain,
                'chain_name' => $coin->chainName,
                'currency' => $coin->currency,
                'amount' => $amount,
                'reason' => match (true) {
                    $terms->fixedPrice && !$coin->stable => 'not_stable',
                    !Decimal::isPositive($amount) => 'too_small',
                    default => null,
                },
            ];
        }, Coins::all());
    }

    /**
     * @return array<string, string|null> button => null, or the reason for which it is off
     */
    private function actions(Order $order): array
    {
        $actions = [];
        foreach (self::BUTTONS as $button => $action) {
            $obstacle = Transitions::obstacle($order, $action);
            $actions[$button] = match (true) {
                $obstacle === Transitions::STATUS => self::REASONS[$order->status],
                // There, any other amount than the whole is as little possible as a half.
                $button === 'pay_amount' && $order->coin->isLightning() => Transitions::LIGHTNING,
                default => $obstacle,
            };
        }

        return $actions;
    }

    private function whyNotChooseAgain(Order $order, ?Checkout $checkout): ?string
    {
        return match (true) {
            !in_array($order->status, Cashier::CHOOSE_AGAIN, true) => self::REASONS[$order->status],
            Decimal::isPositive($this->bill->received($order)) => 'partly_paid',
            $checkout === null => 'coin_of_shop',
            default => null,
        };
    }

    /** The shop's page for its customer after the payment: never a javascript: link or the like. */
    private static function returnUrl(Order $order): string
    {
        $terms = $order->terms;
        $url = match ($order->status) {
            'SUCCESS', 'RESOLVED' => $terms->succeedUrl,
            'OVERDUE' => $terms->timeoutUrl,
            default => '',
        };
        $url = $url === '' && $order->status !== 'PENDING' && $order->status !== 'PARTIAL' ? $terms->shopOrderUrl : $url;

        return preg_match('~^https?://[^\s]+$~Di', $url) === 1 ? $url : '';
    }
}
