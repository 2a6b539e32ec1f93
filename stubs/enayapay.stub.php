<?php

/** @generate-class-entries */

namespace Aurpay\EnayaPay;

/**
 * A merchant's access to the EnayaPay API. The HTTP status is the service's answer. A documented refusal throws an
 * ApiException: its code is the service's `response_code`, or else the status, and its message names the field. A
 * parameter that is not named here throws a \ValueError.
 *
 * @strict-properties
 * @not-serializable
 */
final class Client
{
    /**
     * @param string $apiKey sent in the header `x-api-key`
     * @phpstan-param array{
     *     base_uri?: string|null, timeout?: int|float|numeric-string|null,
     *     connect_timeout?: int|float|numeric-string|null, ip_version?: 4|6|"4"|"6"|null,
     *     retries?: int|numeric-string|null, ca_file?: string|null,
     *     pinned_public_key?: string|null, proxy?: string|null, user_agent?: string|null,
     *     max_response_bytes?: int|numeric-string|null,
     *     concurrency?: int|numeric-string|null, logger?: object|null,
     *     handler?: (callable(string, string, array<string, string>, string): (array{status?: int, headers?: array<string, string>, body?: string}|array{fault: \Aurpay\TransportReason, sent?: bool}))|null
     * } $options as for Aurpay\Client; the default base_uri is https://sandbox.enayapay.com/api/v2.1
     * @throws \ValueError when the key is empty or blank, begins or ends with white space, or has a character that a
     *     header cannot carry, or when an option is not allowed
     * @throws \TypeError when an option has the wrong type
     */
    public function __construct(#[\SensitiveParameter] string $apiKey, #[\SensitiveParameter] array $options = []) {}

    /**
     * Registers a user. The service sends a one-time password to the phone. Source: Register.
     *
     * @phpstan-param array{user_phone: string, user_name: string, user_password: string} $params
     * @return array<array-key, mixed> empty: the documents show no content
     * @throws \Aurpay\AurpayException when the call fails
     * @throws \ValueError|\TypeError before anything is sent, when an argument is not allowed
     * @throws \Aurpay\ApiException with code 302 when the user is already registered
     */
    public function register(#[\SensitiveParameter] array $params): array {}

    /**
     * Verifies the phone number with the one-time password. Source: verify.
     *
     * @phpstan-param array{user_phone: string, user_otp: string} $params
     * @return array{token: string, user_name: string}
     * @throws \Aurpay\AurpayException when the call fails
     * @throws \ValueError|\TypeError before anything is sent, when an argument is not allowed
     * @throws \Aurpay\ApiException with code 203 when the password is wrong
     */
    public function verify(#[\SensitiveParameter] array $params): array {}

    /**
     * Source: login.
     *
     * @phpstan-param array{user_phone: string, user_password: string} $params
     * @return array{user_name: string, status: string}
     * @throws \Aurpay\AurpayException when the call fails
     * @throws \ValueError|\TypeError before anything is sent, when an argument is not allowed
     * @throws \Aurpay\AuthenticationException when the password is wrong
     */
    public function login(#[\SensitiveParameter] array $params): array {}

    /**
     * Source: rest password.
     *
     * @param string $token the user's token, from verify(). It must not begin or end with white space.
     * @phpstan-param array{user_phone: string, user_password: string} $params
     * @return array{user_name: string, status: string}
     * @throws \Aurpay\AurpayException when the call fails
     * @throws \ValueError|\TypeError before anything is sent, when an argument is not allowed
     * @throws \Aurpay\AuthenticationException when the token is not valid
     */
    public function resetPassword(#[\SensitiveParameter] string $token, #[\SensitiveParameter] array $params): array {}

    /**
     * Source: change password.
     *
     * @param string $token the user's token, from verify(). It must not begin or end with white space.
     * @phpstan-param array{current_password: string, new_password: string} $params
     * @return array{details: string}
     * @throws \Aurpay\AurpayException when the call fails
     * @throws \ValueError|\TypeError before anything is sent, when an argument is not allowed
     * @throws \Aurpay\ApiException with code 203 when the current password is wrong
     */
    public function changePassword(#[\SensitiveParameter] string $token, #[\SensitiveParameter] array $params): array {}

    /**
     * The balance of a card. Source: Cards, balance inquiry.
     *
     * @param string $token the user's token, from verify(). It must not begin or end with white space.
     * @phpstan-param array{pan: string, ipin: string, uuid: string, expiration_date: string} $params
     *     ipin: from Ipin::encrypt(), with the same uuid
     * @return array{response_code: int, balance: string, response_status: string, uuid: string} an answer
     *     for another uuid is not accepted (OutcomeUnknownException)
     * @throws \Aurpay\AurpayException when the call fails
     * @throws \ValueError|\TypeError before anything is sent, when an argument is not allowed
     * @throws \Aurpay\ApiException with the service's response_code
     */
    public function balance(#[\SensitiveParameter] string $token, #[\SensitiveParameter] array $params): array {}

    /**
     * Calls any endpoint with the merchant's key, as Aurpay\Client::request() does. It does not send a user's token.
     *
     * The HTTP status is the answer here too. 200, 201, 202 and 204 mean success. 203, 400, 401, 404 and 406, and any
     * other 4xx with JSON, are refusals (ApiException). Any other answer settles nothing: a GET throws a
     * ResponseException, and any other call throws an OutcomeUnknownException.
     *
     * @phpstan-param "GET"|"POST"|"PUT"|"PATCH"|"DELETE" $method GET is a read and may be retried. Any other call is
     *     sent once.
     * @param string $path the path below the base URI, with its leading slash; a query may follow
     * @phpstan-param array<string, mixed> $params the query of a GET, else the JSON body
     * @return mixed the answer; an empty array if its body is empty
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

/** Encrypts a card's secret number (IPIN) for balance(). */
final class Ipin
{
    /**
     * Returns base64(RSA PKCS#1 v1.5 of uuid followed by ipin). This is the usual scheme of EBS, Sudan's payment
     * switch; EnayaPay's page does not describe it.
     *
     * @param string $publicKey the service's RSA public key of at most 8192 bits, PEM or the base64 of its DER form
     * @param string $uuid the same uuid as in balance()
     * @throws \ValueError when an argument is empty or blank, when the key is not an RSA key of this kind, or when uuid
     *     and ipin are too long for it
     */
    public static function encrypt(#[\SensitiveParameter] string $publicKey, string $uuid, #[\SensitiveParameter] string $ipin): string {}
}
