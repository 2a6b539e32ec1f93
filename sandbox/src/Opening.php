<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\EnayaPay\KeyPair;

/**
 * The data of AzPays and EnayaPay at the start and after a reset.
 */
final readonly class Opening
{
    public function __construct(private Services $services) {}

    /**
     * Creates missing tables, and data only where --data has kept none.
     *
     * @param \Closure(): KeyPair $makeKeys
     */
    public function atStart(\Closure $makeKeys): void
    {
        $this->services->database->install();
        if ($this->services->merchants->all() === []) {
            $this->services->wallets->open($this->services->merchants->first()->userId);
        }
        if ($this->services->accounts->exist()) {
            return;
        }
        $keys = $makeKeys();
        $this->services->database->transaction(function () use ($keys): void {
            $this->services->accounts->create($keys);
            $this->state();
        });
    }

    public function state(): void
    {
        $accounts = $this->services->accounts;
        $this->services->azpaysTransactions->open();
        $this->services->enayapayUsers->open(
            $accounts->get('enayapay_user_phone'),
            $accounts->get('enayapay_user_password'),
        );
        $this->services->enayapayCards->open();
    }
}
