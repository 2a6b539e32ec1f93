<?php

/** @generate-class-entries */

namespace Aurpay;

/**
 * Orders of the Aurpay API. Amounts in results are strings with exactly the digits on the wire. An amount with an
 * exponent is written out with the same value, up to 96 digits.
 *
 * An id is text or an int. An amount is an int, decimal text, or a float with at most 15 digits, at most 8 of them
 * after the point. Nothing else is converted to an id or an amount, even without strict_types. A parameter or filter
 * that is not named here throws a \ValueError: Client::request() sends parameters that the documents do not name.
 *
 * Every method throws \ValueError or \TypeError before anything is sent when an argument is not allowed,
 * TransportException when nothing was executed, and ApiException when the API refused the call. When the answer settles
 * nothing, methods that only read throw ResponseException, and all others throw OutcomeUnknownException.
 *
 * @strict-properties
 * @not-serializable
 */
final class Order
{
    public function __construct(Client $client) {}

    /**
     * The fiat currencies that a price can have. Source: collection, Order / Get Support Real Currency List.
     *
     * @return list<array{currency: string, name: string}>
     */
    public function fiatCurrencies(): array {}

    /**
     * The coins that a customer can pay with. Source: collection, Order / Get Support Crypto Currency List.
     *
     * @return list<array{chain: string, currency: string, status: bool}>
     */
    public function cryptoCurrencies(): array {}

    /**
     * Creates a page on which the customer chooses a coin and pays. Repeating the call is harmless.
     * Source: collection, Order / Get Payment URL.
     *
     * @phpstan-param array{
     *     price: int|string|float, currency: string, id?: string|int, url?: string,
     *     succeed_url?: string, timeout_url?: string, callback_url?: string, timeout_callback?: string,
     *     fixed_encrypt_price?: bool, enable_post_callback?: bool
     * } $params
     *     price: greater than zero; an int, a decimal string, or a float with at most 8 places.
     *     callback_url, timeout_callback: https (http on loopback), because the platform sends the merchant's key
     *     there. Put the shop's own order into the URL, because only the URL is signed.
     *     callback_url is called after the payment, timeout_callback when the time to pay is over.
     *     enable_post_callback: true for callbacks by POST with the order in the body. Without it a callback is a GET
     *     without a body, and nothing tells the order_id that confirm() needs.
     *     id, url: the shop's own order number and its page. succeed_url, timeout_url: where the customer goes afterwards.
     *     fixed_encrypt_price: true for a rate of 1:1 between USDT and USD; for stable coins only.
     * @return array{pay_url: string}
     */
    public function createPayUrl(#[\SensitiveParameter] array $params): array {}

    /**
     * Creates an order in a given coin, with an address to pay to. Source: collection, Order / Get Payment Info.
     *
     * @phpstan-param array{
     *     chain: string, currency: string, vs_currency: string, vs_price: int|string|float,
     *     succeed_url?: string, timeout_url?: string, callback_url?: string, timeout_callback?: string,
     *     fixed_encrypt_price?: bool, enable_post_callback?: bool
     * } $params as for createPayUrl(); vs_price and vs_currency are what the shop asks for, currency is the coin
     * @return array{
     *     order_id: string, status: string, amount: string, create_time: string, vs_currency: string,
     *     vs_price: string, address: string, contract_addr: string|null, pay_url: string
     * } store order_id: list() and detail() return none of the shop's own data
     * @throws AurpayException when the call fails
     * @throws \ValueError|\TypeError before anything is sent, when an argument is not allowed
     * @throws OutcomeUnknownException when the order may have been created. No call finds out. No customer has seen
     *     the order, so it expires unpaid: create a new one, with its own callback_url
     */
    public function createPayInfo(#[\SensitiveParameter] array $params): array {}

    /**
     * One page of orders. Source: collection, Order / Get Orders.
     *
     * @phpstan-param array{
     *     order_id?: string, status?: string|OrderStatus, order_type?: string|OrderType, chain?: string, currency?: string,
     *     page?: int, size?: int, st?: string|\DateTimeInterface, et?: string|\DateTimeInterface
     * } $filter
     *     size: 1 to 100
     *     st, et: limits of the creation time; text is YYYY-MM-DDThh:mm:ss in UTC
     * @return array{
     *     page: int, size: int, total: int, max_page: int,
     *     data: list<array{
     *         user_id: string, order_id: string, order_type: string, platform: string, status: string,
     *         chain: string, chain_name: string, currency: string, amount: string, vs_price: string,
     *         vs_currency: string, remark: string, refund: bool, create_time: string, update_time: string
     *     }>
     * }
     */
    public function list(#[\SensitiveParameter] array $filter = []): array {}

    /**
     * Every order over all pages.
     *
     * @phpstan-param array{
     *     order_id?: string, status?: string|OrderStatus, order_type?: string|OrderType, chain?: string,
     *     currency?: string, page?: int, size?: int, st?: string|\DateTimeInterface, et?: string|\DateTimeInterface
     * } $filter as for list(); `page` is the first page to read
     * @return Pages<array{
     *     user_id: string, order_id: string, order_type: string, platform: string, status: string,
     *     chain: string, chain_name: string, currency: string, amount: string, vs_price: string,
     *     vs_currency: string, remark: string, refund: bool, create_time: string, update_time: string
     * }>
     */
    public function each(#[\SensitiveParameter] array $filter = []): Pages {}

    /**
     * One order. Source: collection, Order / Get Orders Details.
     *
     * @param string|int $orderId 1 to 64 of A-Z a-z 0-9 _ -
     * @return array{
     *     user_id: string, order_id: string, order_type: string, platform: string, status: string,
     *     chain: string, chain_name: string, currency: string, amount: string, vs_price: string,
     *     vs_currency: string, remark: string, refund: bool, create_time: string, update_time: string,
     *     tx_id: string, tx_type: string, obtained: string|null, fee: string, from_addr: string|null,
     *     to_addr: string|false|null, tx_hash: string|null, contract_id: string|null
     * }
     */
    public function detail(string|int $orderId): array {}

    /**
     * Many orders at once. The client's option `concurrency` limits how many reads run at the same time. They use one
     * connection if the server speaks HTTP/2, else at most 8. The client's `timeout` covers all reads together, from
     * the moment the last id is known. Reads are retried as always. Each answer is decoded and logged as it arrives, so
     * the logger's time counts towards `timeout`. An answer for another order becomes a ResponseException.
     *
     * @phpstan-param iterable<string|int> $orderIds all ids are read and checked before anything is sent; an id that
     *     occurs twice is requested once
     * @return array<array-key, array{
     *     user_id: string, order_id: string, order_type: string, platform: string, status: string,
     *     chain: string, chain_name: string, currency: string, amount: string, vs_price: string,
     *     vs_currency: string, remark: string, refund: bool, create_time: string, update_time: string,
     *     tx_id: string, tx_type: string, obtained: string|null, fee: string, from_addr: string|null,
     *     to_addr: string|false|null, tx_hash: string|null, contract_id: string|null
     * }|AurpayException> by order id (an int if it is one that fits, as in every PHP array), in the order of
     *     $orderIds: what detail() would have returned, or the exception that it would have thrown
     */
    public function details(iterable $orderIds): array {}

    /**
     * Reads the order and checks that it is paid as the shop expects: status SUCCESS, and price and currency as in the
     * shop's own order. `10` and `10.00` are the same price.
     *
     * @param string|int $orderId as for detail()
     * @param string|int|float $price the shop's own price, greater than zero; a float with at most 8 places
     * @param string $currency the shop's own currency; upper and lower case are equal
     * @return array{
     *     user_id: string, order_id: string, order_type: string, platform: string, status: string,
     *     chain: string, chain_name: string, currency: string, amount: string, vs_price: string,
     *     vs_currency: string, remark: string, refund: bool, create_time: string, update_time: string,
     *     tx_id: string, tx_type: string, obtained: string|null, fee: string, from_addr: string|null,
     *     to_addr: string|false|null, tx_hash: string|null, contract_id: string|null
     * } the order, as detail() returns it
     * @throws AurpayException when the call fails
     * @throws \ValueError|\TypeError before anything is sent, when an argument is not allowed
     * @throws PaymentException when the order is not paid as expected; its reason says what differs
     */
    public function confirm(string|int $orderId, string|int|float $price, string $currency): array {}

    /**
     * What a refund would pay out now. Source: collection, Order / Get Orders Refund Info.
     *
     * @param string|int $orderId as for detail()
     * @return array{
     *     order_id: string, chain: string, currency: string, amount: string, network_fee: string,
     *     obtained: string, from_addr: string, to_addr: string, refund_et: int
     * } refund_et is a duration
     */
    public function refundInfo(string|int $orderId): array {}

    /**
     * Refunds the whole order. The fee and `obtained` may differ from what refundInfo() returned.
     * Source: collection, Order / Orders Refund (a POST, as its request shows).
     *
     * @param string|int $orderId as for detail()
     * @return array{
     *     order_id: string, chain: string, currency: string, amount: string, network_fee: string,
     *     obtained: string, from_addr: string, to_addr: string, refund_et: int
     * }
     * @throws AurpayException when the call fails
     * @throws \ValueError|\TypeError before anything is sent, when an argument is not allowed
     * @throws OutcomeUnknownException when the refund may have been executed; detail() finds out
     */
    public function refund(string|int $orderId): array {}
}
