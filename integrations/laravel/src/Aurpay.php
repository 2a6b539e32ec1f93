<?php

declare(strict_types=1);

namespace Aurpay\Laravel;

use Aurpay\Client;
use Aurpay\Laravel\Contracts\Payable;
use Aurpay\Laravel\Models\Payment;
use Illuminate\Contracts\Cache\Repository;
use Illuminate\Contracts\Container\Container;

/** What a shop does with Aurpay. The facade Aurpay has these methods. Testing\AurpayFake extends it for tests. */
class Aurpay
{
    private const COINS_KEY = 'aurpay:coins';
    private const COINS_SECONDS = 3600;

    public function __construct(private readonly Container $container) {}

    /** The extension's client, with the credentials of the configuration. */
    public function client(): Client
    {
        return $this->container->make(Client::class);
    }

    /**
     * Starts the payment of an order in a coin that the customer has chosen. A second try with the same coin and price
     * gets the open payment again.
     *
     * @param string $coin "chain/currency", such as "TRX/USDT-TRC20": a key of coins()
     * @param array{succeed_url?: string, timeout_url?: string} $urls where the customer goes afterwards
     *
     * @throws \Aurpay\AurpayException when there is no payment; its message is for the log, not for the customer
     * @throws PaymentNotNeededException when the order is paid, or needs no payment
     * @throws UnusableAnswerException when the gateway has created it, and its answer has no address, for example
     * @throws StoreFailure when the database refuses the payment
     * @throws \ValueError when the coin, the price, the currency or a URL is not allowed
     * @throws \Illuminate\Contracts\Cache\LockTimeoutException when another request starts the same order
     */
    public function pay(Payable $order, string $coin, array $urls = []): Payment
    {
        $parts = explode('/', $coin, 2);
        if (count($parts) !== 2 || in_array('', $parts, true)) {
            throw new \ValueError('The coin must be "chain/currency", such as "TRX/USDT-TRC20".');
        }

        return $this->container->make(PaymentStarter::class)->start($order, $parts[0], $parts[1], $urls);
    }

    /**
     * Starts a payment whose coin the customer chooses on the gateway's page. Its id is known only from its callback: a
     * payment whose callback is lost, and an underpaid one, cannot be found. It throws as pay() does.
     *
     * @param array{succeed_url?: string, timeout_url?: string} $urls where the customer goes afterwards
     */
    public function payHosted(Payable $order, array $urls = []): Payment
    {
        return $this->container->make(PaymentStarter::class)->start($order, '', '', $urls);
    }

    /**
     * The coins that can be chosen, kept for an hour.
     *
     * @return array<string, string> "TRX/USDT-TRC20" => "USDT-TRC20"
     */
    public function coins(): array
    {
        $cache = $this->coinCache();
        $kept = $cache->get(self::COINS_KEY);
        if (is_array($kept) && $kept !== []) {
            /** @var array<string, string> $kept */
            return $kept;
        }
        $coins = [];
        foreach ($this->container->make(Gateway::class)->coins() as $coin) {
            if ($coin['status'] === true) {
                $coins["{$coin['chain']}/{$coin['currency']}"] = $coin['currency'];
            }
        }
        // None at all is a fault of the gateway's, and not kept.
        $coins === [] || $cache->put(self::COINS_KEY, $coins, self::COINS_SECONDS);

        return $coins;
    }

    /** Where the coins are kept. */
    protected function coinCache(): Repository
    {
        return $this->container->make(Repository::class);
    }

    /**
     * Refunds a whole payment through the queue. RefundMade, RefundRefused or RefundUnknown follows.
     *
     * @throws RefundRefusedException when there is nothing to refund, or when it was requested already
     */
    public function refund(Payment $payment): void
    {
        $this->container->make(Refunds::class)->request($payment);
    }

    /**
     * Asks the gateway about a payment now.
     *
     * @return bool whether the gateway has told of it
     */
    public function reconcile(Payment $payment): bool
    {
        return $this->container->make(Reconciler::class)->runFor($payment);
    }
}
