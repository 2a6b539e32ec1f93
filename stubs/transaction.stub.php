<?php

/** @generate-class-entries */

namespace Aurpay;

/**
 * The transactions of the merchant's wallets, incoming and outgoing.
 *
 * @strict-properties
 * @not-serializable
 */
final class Transaction
{
    public function __construct(Client $client) {}

    /**
     * One page of transactions. Source: collection, Order / Get Transaction.
     *
     * @phpstan-param array{
     *     tx_id?: string, status?: string|TransactionStatus, type?: string|TransactionType, chain?: string,
     *     currency?: string, page?: int, size?: int, st?: string|\DateTimeInterface, et?: string|\DateTimeInterface,
     *     sort?: "asc"|"desc"
     * } $filter
     *     type: filters by the answer's field `tx_type`
     *     size: 1 to 100
     *     st, et: limits of the time; text is YYYY-MM-DDThh:mm:ss in UTC
     * @return array{
     *     page: int, size: int, total: int, max_page: int,
     *     data: list<array{
     *         user_id: string, tx_id: string, tx_type: string, status: string, chain: string, currency: string,
     *         amount: string, obtained: string|null, fee: string, from_addr: string|null,
     *         to_addr: string|false|null, tx_hash: string|null, event_time: string
     *     }>
     * }
     */
    public function list(#[\SensitiveParameter] array $filter = []): array {}

    /**
     * Every transaction over all pages.
     *
     * @phpstan-param array{
     *     tx_id?: string, status?: string|TransactionStatus, type?: string|TransactionType, chain?: string,
     *     currency?: string, page?: int, size?: int, st?: string|\DateTimeInterface, et?: string|\DateTimeInterface,
     *     sort?: "asc"|"desc"
     * } $filter as for list(); `page` is the first page to read
     * @return Pages<array{
     *     user_id: string, tx_id: string, tx_type: string, status: string, chain: string, currency: string,
     *     amount: string, obtained: string|null, fee: string, from_addr: string|null,
     *     to_addr: string|false|null, tx_hash: string|null, event_time: string
     * }>
     */
    public function each(#[\SensitiveParameter] array $filter = []): Pages {}
}
