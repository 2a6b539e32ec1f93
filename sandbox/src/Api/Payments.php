<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Api;

use Aurpay\Sandbox\Advice\PaymentAdvice;
use Aurpay\Sandbox\Clock;
use Aurpay\Sandbox\Gateway\Magic;
use Aurpay\Sandbox\Gateway\OrderFactory;
use Aurpay\Sandbox\Gateway\OrderView;
use Aurpay\Sandbox\Gateway\PaymentTerms;
use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\Money\Coin;
use Aurpay\Sandbox\Money\Coins;
use Aurpay\Sandbox\Money\FiatCurrencies;
use Aurpay\Sandbox\Store\Checkouts;
use Aurpay\Sandbox\Store\Database;
use Aurpay\Sandbox\Store\Order;

/**
 * Currencies, and all ways to ask a customer for a payment.
 */
final readonly class Payments
{
    public function __construct(
        private Database $database,
        private Checkouts $checkouts,
        private OrderFactory $factory,
        private OrderView $view,
        private Clock $clock,
        private PaymentAdvice $advice,
        private Magic $magic,
    ) {}

    /**
     * GET /api/order/pay/real-currency
     *
     * @return list<array{currency: string, name: string}>
     */
    public function realCurrencies(Call $call): array
    {
        return FiatCurrencies::list();
    }

    /**
     * GET /api/order/pay/crypto-currency
     *
     * @return list<array{chain: string, currency: string, status: bool}>
     */
    public function cryptoCurrencies(Call $call): array
    {
        return Coins::list();
    }

    /**
     * POST /api/order/pay-url. Answers with pay_url alone: the order is
     * created when the customer chooses a coin.
     *
     * @return array<string, mixed>
     */
    public function payUrl(Call $call): array
    {
        $terms = $this->terms($call->request->json(), 'price', 'currency');
        $this->advice->aboutRepetition($call->userId(), $terms);
        $token = $this->checkouts->create($call->userId(), $terms, $this->clock->stamp());

        return ['pay_url' => $this->view->checkoutUrl($token)];
    }

    /**
     * POST /api/order/pay-info
     *
     * @return array<string, mixed>
     */
    public function payInfo(Call $call): array
    {
        $input = $call->request->json();
        $coin = $this->coin($input);
        $terms = $this->terms($input, 'vs_price', 'vs_currency');

        return $this->view->payInfo($this->create($call, $terms, $coin));
    }

    /**
     * POST /api/bln/order
     *
     * @return array<string, mixed>
     */
    public function lightningOrder(Call $call): array
    {
        $terms = $this->terms($call->request->json(), 'price', 'currency', canPost: false);

        return $this->view->lightning($this->create($call, $terms, Coins::get('BLN', 'BTC-LN')));
    }

    /**
     * POST /api/order/pay/token. The documents show only the refusal of a
     * request without a key. The public shop plugins send {"platform",
     * "origin": {...}} with the price as a string, and read data.token.
     *
     * @return array<string, mixed>
     */
    public function token(Call $call): array
    {
        $input = $call->request->json();
        $origin = $input->object('origin');
        $terms = PaymentTerms::fromInput(
            $origin,
            $origin->amount('price', quoted: true),
            $this->fiat($origin, 'currency'),
            $input->text('platform', 'AURPAY'),
        );
        $this->advice->aboutCallbacks($origin, $terms, canPost: false);
        $this->advice->aboutRepetition($call->userId(), $terms);
        $token = $this->checkouts->create($call->userId(), $terms, $this->clock->stamp());

        return ['token' => $token, 'invented' => true];
    }

    /**
     * POST /api/order/plugin. No document has it. Public shop plugins send the coin, {"platform", "callback"} and
     * "origin": {...} with the price as a string, and read data.pay_url. "callback" is the page to which their customer
     * returns.
     *
     * @return array<string, mixed>
     */
    public function pluginOrder(Call $call): array
    {
        $input = $call->request->json();
        $coin = $this->coin($input);
        $origin = $input->object('origin');
        $terms = PaymentTerms::fromInput(
            $origin->withDefault('succeed_url', $input->url('callback')),
            $origin->amount('price', quoted: true),
            $this->fiat($origin, 'currency'),
            $input->text('platform', 'AURPAY'),
        );

        return ['pay_url' => $this->view->payUrl($this->create($call, $terms, $coin)), 'invented' => true];
    }

    private function create(Call $call, PaymentTerms $terms, Coin $coin): Order
    {
        $order = $this->database->transaction(
            fn (): Order => $this->factory->create($call->userId(), $terms, $coin),
        );
        // The answer has the order as it was made.
        $this->magic->play($order);

        return $order;
    }

    private function terms(Input $input, string $priceField, string $currencyField, bool $canPost = true): PaymentTerms
    {
        $terms = PaymentTerms::fromInput(
            $input,
            $input->amount($priceField),
            $this->fiat($input, $currencyField),
        );
        $this->advice->aboutCallbacks($input, $terms, $canPost);

        return $terms;
    }

    private function fiat(Input $input, string $field): string
    {
        $currency = $input->requiredText($field);

        return FiatCurrencies::has($currency)
            ? $currency
            : throw ApiError::badRequest("$field: unknown currency");
    }

    private function coin(Input $input): Coin
    {
        return Coins::find($input->requiredText('chain'), $input->requiredText('currency'))
            ?? throw ApiError::badRequest('chain and currency: not a supported cryptocurrency');
    }
}
