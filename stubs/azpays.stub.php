<?php

/** @generate-class-entries */

namespace Aurpay\AzPays;

/**
 * A user's access to the AzPays API. Amounts are strings of exactly the digits on the wire: up to 36 with 18 decimals.
 * One with an exponent is written out, its value unchanged.
 *
 * @strict-properties
 * @not-serializable
 */
final class Client
{
    /**
     * @param string $token the user's access token, from verify()
     * @phpstan-param array{
     *     base_uri?: string|null, timeout?: int|float|numeric-string|null,
     *     connect_timeout?: int|float|numeric-string|null, ip_version?: 4|6|"4"|"6"|null,
     *     retries?: int|numeric-string|null, ca_file?: string|null,
     *     pinned_public_key?: string|null, proxy?: string|null, user_agent?: string|null,
     *     max_response_bytes?: int|numeric-string|null,
     *     concurrency?: int|numeric-string|null, logger?: object|null,
     *     handler?: (callable(string, string, array<string, string>, string): (array{status?: int, headers?: array<string, string>, body?: string}|array{fault: \Aurpay\TransportReason, sent?: bool}))|null
     * } $options as for Aurpay\Client; base_uri: https://api.azpays.net/v1
     * @throws \ValueError when the token is empty, blank, has white space at an end, or characters that a header cannot carry, or an option is not allowed
     * @throws \TypeError when an option has the wrong type
     */
    public function __construct(#[\SensitiveParameter] string $token, #[\SensitiveParameter] array $options = []) {}

    /**
     * Sends a one-time password to a user. verify() makes an access token of it. Source: Quick Start, Sign (a POST, as its
     * example shows).
     *
     * @param string $id e-mail address, mobile or phone number, or crypto address; a number is text, for an int has lost its
     *     plus and its first 0
     * @phpstan-param array{
     *     base_uri?: string|null, timeout?: int|float|numeric-string|null,
     *     connect_timeout?: int|float|numeric-string|null, ip_version?: 4|6|"4"|"6"|null,
     *     retries?: int|numeric-string|null, ca_file?: string|null,
     *     pinned_public_key?: string|null, proxy?: string|null, user_agent?: string|null,
     *     max_response_bytes?: int|numeric-string|null,
     *     concurrency?: int|numeric-string|null, logger?: object|null,
     *     handler?: (callable(string, string, array<string, string>, string): (array{status?: int, headers?: array<string, string>, body?: string}|array{fault: \Aurpay\TransportReason, sent?: bool}))|null
     * } $options as for Aurpay\Client
     * @return array<array-key, mixed> the documents show no answer of its own
     * @throws \Aurpay\AurpayException when the call fails
     * @throws \ValueError|\TypeError before anything is sent, when an argument is not allowed
     * @throws \Aurpay\OutcomeUnknownException when the password may have been sent; there is no call that tells
     */
    public static function sign(string $id, #[\SensitiveParameter] array $options = []): array {}

    /**
     * Trades a one-time password for an access token. A code is good once, so this is put on the wire once. Source: the
     * service's later documents, which do not say what a wrong or expired code answers.
     *
     * @param string $id the same as in sign(); text alone
     * @param string $code the one-time password, sent as it is given; text alone: a number would lose its zeros
     * @phpstan-param array{
     *     base_uri?: string|null, timeout?: int|float|numeric-string|null,
     *     connect_timeout?: int|float|numeric-string|null, ip_version?: 4|6|"4"|"6"|null,
     *     retries?: int|numeric-string|null, ca_file?: string|null,
     *     pinned_public_key?: string|null, proxy?: string|null, user_agent?: string|null,
     *     max_response_bytes?: int|numeric-string|null,
     *     concurrency?: int|numeric-string|null, logger?: object|null,
     *     handler?: (callable(string, string, array<string, string>, string): (array{status?: int, headers?: array<string, string>, body?: string}|array{fault: \Aurpay\TransportReason, sent?: bool}))|null
     * } $options as for Aurpay\Client
     * @return array{
     *     access_token: string, token_type: string, first_name?: string|null, middle_name?: string|null,
     *     last_name?: string|null, email?: string|null, mobile?: string|null, phone_number?: string|null,
     *     country?: string|null, language?: string|null, timezone?: string|null, last_connection?: string|null,
     *     private?: bool|null, avatar?: string|null, status?: int|null
     * } access_token is what the constructor takes; the rest is the user
     * @throws \Aurpay\AurpayException when the call fails
     * @throws \ValueError|\TypeError before anything is sent, when an argument is not allowed
     * @throws \Aurpay\OutcomeUnknownException when the code may be used up; sign() sends a new one
     */
    public static function verify(string $id, #[\SensitiveParameter] string $code, #[\SensitiveParameter] array $options = []): array {}

    /**
     * Source: Purses, Purse List.
     *
     * @return list<array{
     *     uuid: string, name: string, currency: string, note: string, status: int, number: int, color: string,
     *     balance: string, freeze: string
     * }>
     */
    public function purses(): array {}

    /**
     * Source: Purses, Purse Read.
     *
     * @param string|int $id 1 to 64 of A-Z a-z 0-9 _ -
     * @return array{
     *     id: string, name: string, currency: string, note: string, status: int, number: int, color: string,
     *     balance: string, freeze: string
     * }
     */
    public function purse(string|int $id): array {}

    /**
     * One page of transactions. Source: Transactions, Transaction List.
     *
     * @phpstan-param array{page?: int} $filter the documents name no other, and another is a \ValueError: request() sends
     *     what a server knows beside them
     * @return array{data: list<array<string, mixed>>, meta: array<string, mixed>} `current_page` is in meta
     */
    public function transactions(#[\SensitiveParameter] array $filter = []): array {}

    /**
     * Every transaction over all pages. The end is an empty page, the last one that the meta names, the page before again
     * (a server that goes no further), or the first one where the answer names no page: the published service answers
     * the whole list at once.
     *
     * @phpstan-param array{page?: int} $filter as for transactions(); a page in it is where to begin
     * @return \Aurpay\Pages<array<string, mixed>>
     */
    public function eachTransaction(#[\SensitiveParameter] array $filter = []): \Aurpay\Pages {}

    /**
     * Source: Transactions, Transaction Read. Published samples break the documented types (`payer` a string), so
     * only the amount's is promised.
     *
     * @param string|int $uuid 1 to 64 of A-Z a-z 0-9 _ -
     * @return array<string, mixed>
     */
    public function transaction(string|int $uuid): array {}

    /**
     * Many transactions at once, as Aurpay\Order::details() reads orders.
     *
     * @phpstan-param iterable<string|int> $uuids all are taken, and checked, before anything is sent; one that comes twice is
     *     asked for once
     * @return array<array-key, array<string, mixed>|\Aurpay\AurpayException> by uuid (an int where it is of digits alone),
     *     in the order of $uuids: what transaction() would have answered, or the exception it would have thrown
     */
    public function transactionsByUuid(iterable $uuids): array {}

    /**
     * As Aurpay\Client::request(): any endpoint, with the user's token.
     *
     * @phpstan-param "GET"|"POST"|"PUT"|"PATCH"|"DELETE" $method GET is a read and may be retried; anything else is put on the wire
     *     once
     * @param string $path below the base URI, from its slash on ("/purses"); a query may follow
     * @phpstan-param array<string, mixed> $params the query of a GET, else the JSON body
     * @return mixed the envelope's `result` or `results`
     * @throws \Aurpay\AurpayException when the call fails
     * @throws \TypeError when a value has a type that cannot be sent
     * @throws \ValueError when the method or the path is not allowed, or a value cannot be sent exactly
     */
    public function request(string $method, #[\SensitiveParameter] string $path, #[\SensitiveParameter] array $params = []): mixed {}

    /**
     * As Aurpay\Client::lastResponse().
     *
     * @return array{
     *     method: string, path: string, status: int, trace_id: string|null, http_version: string,
     *     reused_connection: bool, retries: int,
     *     timings: array{name_lookup: float, connect: float, tls: float, first_byte: float, total: float}
     * }|null
     */
    public function lastResponse(): ?array {}
}

/** Source: Purses, Purse Status Table. Results stay plain ints. */
enum PurseStatus: int
{
    case Registered = 11010;
    case Active = 11011;
    case Hold = 11012;
    case Inactive = 11013;
    case Blocked = 11014;
}

/** Source: Transactions, Transaction Status Table. */
enum TransactionStatus: int
{
    case Registered = 11010;
    case Detected = 11011;
    case Verifying = 11012;
    case Confirmed = 11013;
    case Canceled = 11014;
}

/**
 * Source: Transactions, Transaction Type Table, numbers as printed: two of them have two names, which an enum refuses.
 *
 * @strict-properties
 */
final class TransactionType
{
    /** @var int */
    public const DEPOSIT = 12020;
    /** @var int */
    public const TRANSFER = 12022;
    /** @var int */
    public const PAYOUT = 12022;
    /** @var int */
    public const PAYMENT = 12023;
    /** @var int */
    public const SUBSCRIPTION = 12024;
    /** @var int */
    public const FEE = 12024;
}
