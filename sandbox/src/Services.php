<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\Gateway\Cashier;
use Aurpay\Sandbox\Gateway\OrderFactory;
use Aurpay\Sandbox\Gateway\OrderView;
use Aurpay\Sandbox\Gateway\Refunds;
use Aurpay\Sandbox\Gateway\Withdrawals;
use Aurpay\Sandbox\Store\Callbacks;
use Aurpay\Sandbox\Store\Checkouts;
use Aurpay\Sandbox\Store\Database;
use Aurpay\Sandbox\Store\Faults;
use Aurpay\Sandbox\Store\Merchants;
use Aurpay\Sandbox\Store\Orders;
use Aurpay\Sandbox\Store\RequestLog;
use Aurpay\Sandbox\Store\Settings;
use Aurpay\Sandbox\Store\Transactions;
use Aurpay\Sandbox\Store\Wallets;

/**
 * Everything, put together once per request.
 */
final readonly class Services
{
    public Database $database;
    public Clock $clock;
    public Merchants $merchants;
    public Orders $orders;
    public Checkouts $checkouts;
    public Transactions $transactions;
    public Callbacks $callbacks;
    public Wallets $wallets;
    public Faults $faults;
    public RequestLog $requests;
    public ?Traffic $traffic;
    public OrderView $view;
    public OrderFactory $factory;
    public Cashier $cashier;
    public Refunds $refunds;
    public Withdrawals $withdrawals;

    public function __construct(public Config $config)
    {
        $this->database = new Database($config->database);
        $this->clock = new Clock(new Settings($this->database));
        $this->merchants = new Merchants($this->database);
        $this->orders = new Orders($this->database);
        $this->checkouts = new Checkouts($this->database);
        $this->transactions = new Transactions($this->database);
        $this->callbacks = new Callbacks($this->database);
        $this->wallets = new Wallets($this->database);
        $this->faults = new Faults($this->database);
        $this->requests = new RequestLog($this->database);
        $this->traffic = $config->trafficFile === '' ? null : new Traffic($config->trafficFile, $this->merchants);
        $this->view = new OrderView($this->transactions, $config->baseUri);
        $this->factory = new OrderFactory($this->orders, $this->transactions, $this->clock);
        $this->cashier = new Cashier(
            $this->database,
            $this->orders,
            $this->checkouts,
            $this->transactions,
            $this->callbacks,
            $this->wallets,
            $this->factory,
            $this->view,
            $this->clock,
        );
        $this->refunds = new Refunds(
            $this->database,
            $this->orders,
            $this->transactions,
            $this->wallets,
            $this->clock,
        );
        $this->withdrawals = new Withdrawals(
            $this->database,
            $this->wallets,
            $this->transactions,
            $this->clock,
        );
    }
}
