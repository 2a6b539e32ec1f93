<?php

/** @generate-class-entries */

namespace Aurpay;

/**
 * The Bitcoin Lightning Network. It needs its own API key, and therefore its own Client.
 *
 * @strict-properties
 * @not-serializable
 */
final class Lightning
{
    public function __construct(Client $client) {}

    /**
     * The wallet's balance. Source: collection, Bitcoin Lightning Network / Get BLN Balance.
     *
     * @return array{balance: string}
     */
    public function balance(): array {}

    /**
     * Creates an order with an invoice to pay. Source: collection, Bitcoin Lightning Network / Create BLN Order.
     *
     * @phpstan-param array{
     *     price: int|string|float, currency: string,
     *     succeed_url?: string, timeout_url?: string, callback_url?: string, timeout_callback?: string
     * } $params as for Order::createPayUrl()
     * @return array{
     *     order_id: string, status: string, amount: string, create_time: string, payment_request: string,
     *     pay_url: string, payment_addr?: string, currency?: string
     * } store order_id: Order::list() returns none of the shop's own data
     * @throws AurpayException when the call fails
     * @throws \ValueError|\TypeError before anything is sent, when an argument is not allowed
     * @throws OutcomeUnknownException when the order may have been created. No call finds out; do as for
     *     Order::createPayInfo()
     */
    public function createOrder(#[\SensitiveParameter] array $params): array {}

    /**
     * Pays an invoice from the wallet. Source: collection, Bitcoin Lightning Network / Create BLN Withdraw.
     *
     * @phpstan-param array{ln_invoices: string, amount?: int|string|float} $params
     *     amount: only if the invoice has none
     * @return array{
     *     user_id: string, tx_id: string, type: string, status: string, chain: string, currency: string,
     *     amount: string, fee: string, balance: string, update_time: string
     * }
     * @throws AurpayException when the call fails
     * @throws \ValueError|\TypeError before anything is sent, when an argument is not allowed
     * @throws ApiException with code 40005 when the balance is too small
     * @throws OutcomeUnknownException when the invoice may have been paid; Transaction::list() finds out
     */
    public function withdraw(#[\SensitiveParameter] array $params): array {}
}
