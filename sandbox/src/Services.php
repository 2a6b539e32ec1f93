<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\Advice\PaymentAdvice;
use Aurpay\Sandbox\Advice\RequestAdvice;
use Aurpay\Sandbox\AzPays\OneTimePasswords;
use Aurpay\Sandbox\AzPays\Transactions as AzPaysTransactions;
use Aurpay\Sandbox\EnayaPay\Cards;
use Aurpay\Sandbox\EnayaPay\Tokens;
use Aurpay\Sandbox\EnayaPay\Users;
use Aurpay\Sandbox\Gateway\Bill;
use Aurpay\Sandbox\Gateway\Cashier;
use Aurpay\Sandbox\Gateway\CashierContent;
use Aurpay\Sandbox\Gateway\Magic;
use Aurpay\Sandbox\Gateway\OrderFactory;
use Aurpay\Sandbox\Gateway\OrderView;
use Aurpay\Sandbox\Gateway\Refunds;
use Aurpay\Sandbox\Gateway\Withdrawals;
use Aurpay\Sandbox\Store\Accounts;
use Aurpay\Sandbox\Store\Callbacks;
use Aurpay\Sandbox\Store\Checkouts;
use Aurpay\Sandbox\Store\Database;
use Aurpay\Sandbox\Store\Deadlines;
use Aurpay\Sandbox\Store\Draws;
use Aurpay\Sandbox\Store\Faults;
use Aurpay\Sandbox\Store\Merchants;
use Aurpay\Sandbox\Store\Orders;
use Aurpay\Sandbox\Store\Payments;
use Aurpay\Sandbox\Store\Polls;
use Aurpay\Sandbox\Store\RequestLog;
use Aurpay\Sandbox\Store\Settings;
use Aurpay\Sandbox\Store\Transactions;
use Aurpay\Sandbox\Store\Wallets;
use Aurpay\Sandbox\Store\Warnings;

/**
 * All objects of the sandbox, created once per request.
 */
final readonly class Services
{
    public Database $database;
    public Settings $settings;
    public Clock $clock;
    public Merchants $merchants;
    public Orders $orders;
    public Checkouts $checkouts;
    public Transactions $transactions;
    public Callbacks $callbacks;
    public Wallets $wallets;
    public Faults $faults;
    public RequestLog $requests;
    public Modes $modes;
    public Warnings $warnings;
    public RequestAdvice $advice;
    public PaymentAdvice $paymentAdvice;
    public Polls $polls;
    public ?Traffic $traffic;
    public Bill $bill;
    public OrderView $view;
    public OrderFactory $factory;
    public Cashier $cashier;
    public CashierContent $cashierContent;
    public Magic $magic;
    public Refunds $refunds;
    public Withdrawals $withdrawals;
    public Accounts $accounts;
    public OneTimePasswords $azpaysPasswords;
    public AzPaysTransactions $azpaysTransactions;
    public Users $enayapayUsers;
    public Tokens $enayapayTokens;
    public Cards $enayapayCards;

    public function __construct(public Config $config)
    {
        $this->database = new Database($config->database, $config->wakeFile);
        $this->settings = new Settings($this->database);
        $this->clock = new Clock($this->settings);
        $this->merchants = new Merchants($this->database);
        $this->orders = new Orders($this->database);
        $this->checkouts = new Checkouts($this->database);
        $this->transactions = new Transactions($this->database);
        $this->callbacks = new Callbacks($this->database);
        $this->wallets = new Wallets($this->database);
        $this->modes = new Modes($this->settings, $config);
        $this->faults = new Faults($this->database, new Draws($this->settings, $this->modes));
        $this->warnings = new Warnings($this->database);
        $this->advice = new RequestAdvice($this->modes);
        $this->paymentAdvice = new PaymentAdvice($this->advice, $this->checkouts, $this->clock);
        $this->polls = new Polls($this->database);
        $this->requests = new RequestLog($this->database, $this->warnings, $this->merchants);
        $this->traffic = $config->trafficFile === '' ? null : new Traffic($config->trafficFile, $this->merchants);
        $this->bill = new Bill(new Payments($this->database), new Deadlines($this->database), $this->clock);
        $this->view = new OrderView($this->transactions, $this->bill, $config->baseUri);
        $this->factory = new OrderFactory($this->orders, $this->transactions, $this->clock);
        $this->cashier = new Cashier(
            $this->database,
            $this->orders,
            $this->checkouts,
            $this->transactions,
            $this->callbacks,
            $this->wallets,
            $this->factory,
            $this->bill,
            $this->view,
            $this->clock,
        );
        $this->magic = new Magic($this->modes, $this->cashier);
        $this->cashierContent = new CashierContent(
            $this->view,
            $this->bill,
            $this->orders,
            $this->checkouts,
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
        $this->accounts = new Accounts($this->database);
        $this->azpaysPasswords = new OneTimePasswords($this->database, $this->clock);
        $this->azpaysTransactions = new AzPaysTransactions($this->database, $this->clock);
        $this->enayapayUsers = new Users($this->database);
        $this->enayapayTokens = new Tokens($this->accounts, $this->clock);
        $this->enayapayCards = new Cards($this->database);
    }
}
