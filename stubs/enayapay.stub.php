<?php

/** @generate-class-entries */

namespace Aurpay\EnayaPay;

/**
 * A merchant's access to the EnayaPay API. The HTTP status is its answer: a documented refusal is an ApiException whose
 * code is the service's `response_code`, or else the status, and whose message names the field. A parameter that is not
 * named here is a \ValueError.
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
     * } $options as for Aurpay\Client; base_uri: https://sandbox.enayapay.com/api/v2.1
     * @throws \ValueError when the key is empty, blank, has white space at an end, or characters that a header cannot carry, or an option is not allowed
     * @throws \TypeError when an option has the wrong type
     */
    public function __construct(#[\SensitiveParameter] string $apiKey, #[\SensitiveParameter] array $options = []) {}

    /**
     * Registers a user; a one-time password is sent to the phone. Source: Register.
     *
     * @phpstan-param array{user_phone: string, user_name: string, user_password: string} $params
     * @return array<array-key, mixed> empty: the documents show no content
     * @throws \Aurpay\AurpayException when the call fails
     * @throws \ValueError|\TypeError before anything is sent, when an argument is not allowed
     * @throws \Aurpay\ApiException with code 302 when the user is registered already
     */
    public function register(#[\SensitiveParameter] array $params): array {}

    /**
     * Verifies the phone number by the one-time password. Source: verify.
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
     * @param string $token the user's, from verify(); white space at an end is refused
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
     * @param string $token the user's, from verify(); white space at an end is refused
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
     * @param string $token the user's, from verify(); white space at an end is refused
     * @phpstan-param array{pan: string, ipin: string, uuid: string, expiration_date: string} $params
     *     ipin: as Ipin::encrypt() makes it, of the same uuid
     * @return array{response_code: int, balance: string, response_status: string, uuid: string} an answer to another uuid
     *     is none (OutcomeUnknownException)
     * @throws \Aurpay\AurpayException when the call fails
     * @throws \ValueError|\TypeError before anything is sent, when an argument is not allowed
     * @throws \Aurpay\ApiException with the service's response_code
     */
    public function balance(#[\SensitiveParameter] string $token, #[\SensitiveParameter] array $params): array {}

    /**
     * As Aurpay\Client::request(): any endpoint, with the merchant's key. A user's token is not sent.
     *
     * The HTTP status is the answer here too. 200, 201, 202 and 204 are a success; 203, 400, 401, 404 and 406 a refusal
     * (ApiException), and so is any other 4xx that comes with JSON. What is left settles nothing: a ResponseException for a
     * GET, and else an OutcomeUnknownException.
     *
     * @phpstan-param "GET"|"POST"|"PUT"|"PATCH"|"DELETE" $method GET is a read and may be retried; anything else is put on the wire
     *     once
     * @param string $path below the base URI, from its slash on; a query may follow
     * @phpstan-param array<string, mixed> $params the query of a GET, else the JSON body
     * @return mixed the answer; an empty array when its body is empty
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

/** A card's secret number, as it is sent. */
final class Ipin
{
    /**
     * base64(RSA PKCS#1 v1.5 of uuid followed by ipin): the usual EBS scheme; EnayaPay's page does not spell it out.
     *
     * @param string $publicKey the service's RSA public key of at most 8192 bits, PEM or the base64 of its DER form
     * @param string $uuid the same that goes into balance()
     * @throws \ValueError when one of them is empty or blank, the key is no such one, or uuid and ipin are too long for it
     */
    public static function encrypt(#[\SensitiveParameter] string $publicKey, string $uuid, #[\SensitiveParameter] string $ipin): string {}
}
