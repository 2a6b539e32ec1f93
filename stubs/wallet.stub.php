<?php

/** @generate-class-entries */

namespace Aurpay;

/**
 * The merchant's wallets, and withdrawals from them.
 *
 * @strict-properties
 * @not-serializable
 */
final class Wallet
{
    public function __construct(Client $client) {}

    /**
     * The wallets. The documents show no example of an answer. Source: collection, Wallets / Get Wallets List.
     *
     * @return array<array-key, mixed>
     */
    public function list(): array {}

    /**
     * Withdraws from the account's balance. The documents show no example of a successful answer.
     * Source: collection, Wallets / Withdraw Balance.
     *
     * @phpstan-param array{
     *     chain: string, currency: string, amount: int|string|float, ln_invoices?: string, verify_code?: string
     * } $params ln_invoices and verify_code: for the Lightning chain
     * @return array<array-key, mixed>
     * @throws AurpayException when the call fails
     * @throws \ValueError|\TypeError before anything is sent, when an argument is not allowed
     * @throws ApiException with code 40004 when the account is not verified, 40005 when the balance is too small
     * @throws OutcomeUnknownException when the withdrawal may have been made; Transaction::list() finds out
     */
    public function withdraw(#[\SensitiveParameter] array $params): array {}

    /**
     * Balances in self-custody mode. Source: collection, Wallets / Get Self Custody Wallets.
     *
     * @return list<array{chain: string, currency: string, amount: string}>
     */
    public function selfCustody(): array {}
}
