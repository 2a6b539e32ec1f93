<?php

/** @generate-class-entries */

namespace Aurpay\AzPays;

/**
 * A user's access to the AzPays API. Amounts are strings with exactly the digits on the wire: up to 36 digits, 18 of
 * them after the point. An amount with an exponent is written out with the same value.
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
     * } $options as for Aurpay\Client; the default base_uri is https://api.azpays.net/v1
     * @throws \ValueError when the token is empty or blank, begins or ends with white space, or has a character that a
     *     header cannot carry, or when an option is not allowed
     * @throws \TypeError when an option has the wrong type
     */
    public function __construct(#[\SensitiveParameter] string $token, #[\SensitiveParameter] array $options = []) {}

    /**
     * Sends a one-time password to a user. verify() exchanges it for an access token. Source: Quick Start, Sign (a
     * POST, as its example shows).
     *
     * @param string $id e-mail address, mobile or phone number, or crypto address. A number must be text, because an
     *     int has lost its plus sign and its leading 0
     * @phpstan-param array{
     *     base_uri?: string|null, timeout?: int|float|numeric-string|null,
     *     connect_timeout?: int|float|numeric-string|null, ip_version?: 4|6|"4"|"6"|null,
     *     retries?: int|numeric-string|null, ca_file?: string|null,
     *     pinned_public_key?: string|null, proxy?: string|null, user_agent?: string|null,
     *     max_response_bytes?: int|numeric-string|null,
     *     concurrency?: int|numeric-string|null, logger?: object|null,
     *     handler?: (callable(string, string, array<string, string>, string): (array{status?: int, headers?: array<string, string>, body?: string}|array{fault: \Aurpay\TransportReason, sent?: bool}))|null
     * } $options as for Aurpay\Client
     * @return array<array-key, mixed> the documents show no answer of this call
     * @throws \Aurpay\AurpayException when the call fails
     * @throws \ValueError|\TypeError before anything is sent, when an argument is not allowed
     * @throws \Aurpay\OutcomeUnknownException when the password may have been sent; no call finds out
     */
    public static function sign(string $id, #[\SensitiveParameter] array $options = []): array {}

    /**
     * Exchanges a one-time password for an access token. A code is valid once, so the call is sent once. Source: the
     * service's later documents, which do not show the answer to a wrong or expired code.
     *
     * @param string $id the same as in sign(); only text
     * @param string $code the one-time password, sent unchanged; only text, because a number would lose its leading
     *     zeros
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
     * } access_token is the argument of the constructor; the other fields describe the user
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
     * @phpstan-param array{page?: int} $filter the documents name no other filter, and any other throws a \ValueError;
     *     use request() for filters that only the server knows
     * @return array{data: list<array<string, mixed>>, meta: array<string, mixed>} `current_page` is in meta
     */
    public function transactions(#[\SensitiveParameter] array $filter = []): array {}

    /**
     * Every transaction over all pages. The iteration ends at an empty page, at the last page that the meta names, and
     * when the server sends the previous page again because there are no more. If the first answer names no page,
     * it ends after that page: the published service sends the whole list at once.
     *
     * @phpstan-param array{page?: int} $filter as for transactions(); `page` is the first page to read
     * @return \Aurpay\Pages<array<string, mixed>>
     */
    public function eachTransaction(#[\SensitiveParameter] array $filter = []): \Aurpay\Pages {}

    /**
     * Source: Transactions, Transaction Read. Published samples break the documented types (`payer` is a
     * string), so only the type of the amount is promised.
     *
     * @param string|int $uuid 1 to 64 of A-Z a-z 0-9 _ -
     * @return array<string, mixed>
     */
    public function transaction(string|int $uuid): array {}

    /**
     * Many transactions at once, as Aurpay\Order::details() reads orders.
     *
     * @phpstan-param iterable<string|int> $uuids all uuids are read and checked before anything is sent; a uuid that
     *     occurs twice is requested once
     * @return array<array-key, array<string, mixed>|\Aurpay\AurpayException> by uuid (an int if it is one that fits),
     *     in the order of $uuids: what transaction() would have returned, or the exception that it would have thrown
     */
    public function transactionsByUuid(iterable $uuids): array {}

    /**
     * Calls any endpoint with the user's token, as Aurpay\Client::request() does.
     *
     * @phpstan-param "GET"|"POST"|"PUT"|"PATCH"|"DELETE" $method GET is a read and may be retried. Any other call is
     *     sent once.
     * @param string $path the path below the base URI, with its leading slash ("/purses"); a query may follow
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
 * Source: Transactions, Transaction Type Table, numbers as printed. Two numbers have two names each, which an enum does
 * not allow.
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
