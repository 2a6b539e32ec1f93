<?php

/** @generate-class-entries */

namespace Aurpay;

/** Why a callback must not be believed. */
enum CallbackReason: string
{
    /** The header Callback-Token, Date or Signature (with forApiKey(): Api-Key) is missing. */
    case MissingHeader = "missing_header";
    /** One of these headers occurs more than once. */
    case RepeatedHeader = "repeated_header";
    /** The token (with forApiKey(): the key) is not the merchant's. */
    case Token = "token";
    /** The date is not ISO-8601 with a zone (Z, +08:00, +0800 or +08). */
    case Date = "date";
    /** The signature matches none of the URLs. */
    case Signature = "signature";
    /** Token and signature are right, but the date is too far from now. The exception has the body, which may start an
     *  Order::confirm(). */
    case Stale = "stale";
    /** All of the above is right, but the body is not a JSON object. */
    case Body = "body";
}

/**
 * Checks the callbacks that the platform sends. Source: collection, Callback Authentication Method.
 *
 * Only the date and the URL are signed, never the body. Take the order's id from the body, call Order::confirm(), and
 * trust only its result.
 *
 * @strict-properties
 * @not-serializable
 */
final class Callback
{
    /**
     * @param string $token the callback token from the dashboard, as text
     * @param string $secret the callback secret from the dashboard, as text
     * @param int $tolerance how many seconds the callback's date may be before or after now
     * @throws \ValueError when the token or the secret is empty or blank, or begins or ends with white space; when the
     *     token has a character that a header cannot carry; or when the tolerance is negative
     */
    public function __construct(#[\SensitiveParameter] string $token, #[\SensitiveParameter] string $secret, int $tolerance = 300) {}

    /**
     * For merchants without a callback token: the platform also sends the merchant's API key in the header `Api-Key`,
     * and verify() compares it. The key does not prove when or for which URL the callback was made, so anyone who has
     * seen one callback can forge others: trust only the result of Order::confirm().
     *
     * @throws \ValueError when the key is empty or blank, begins or ends with white space, or has a character that a
     *     header cannot carry
     */
    public static function forApiKey(#[\SensitiveParameter] string $apiKey): Callback {}

    /**
     * Returns the decoded body of a callback that may be believed, and throws otherwise.
     *
     * @phpstan-param string|list<string> $url the full callback URL as the platform got it, or several candidates
     *     (http and https behind a proxy). Scheme and host must come from the shop. The rest may come from the request
     *     line: if it is invalid, verify() throws a CallbackException, not an error.
     * @phpstan-param array<array-key, mixed> $headers as from getallheaders(), $_SERVER, PSR-7 or Symfony: names in
     *     any case, values as strings or as lists of one string. A framework's header objects are refused: pass their
     *     text.
     * @param string|null $body the body of a POST; null or "" for a GET
     * @return array<string, mixed> the decoded body, [] if there is none. It is not signed.
     * @throws \ValueError|\TypeError when the list of URLs is empty, a URL has no scheme or no host, or a header is an
     *     object
     * @throws CallbackException when the callback must not be believed; its reason says why
     */
    public function verify(#[\SensitiveParameter] string|array $url, #[\SensitiveParameter] array $headers, #[\SensitiveParameter] ?string $body = null): array {}

    /**
     * Returns the headers that the platform would send, for tests.
     *
     * @param string|null $date ISO-8601 date with a zone (Z, +08:00, +0800 or +08); null for now
     * @param bool $server true to get the keys of $_SERVER (HTTP_CALLBACK_TOKEN, …)
     * @return array<string, string>
     */
    public function sign(#[\SensitiveParameter] string $url, ?string $date = null, bool $server = false): array {}
}
