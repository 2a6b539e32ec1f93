<?php

/** @generate-class-entries */

namespace Aurpay;

/** Why a callback must not be believed. */
enum CallbackReason: string
{
    /** Callback-Token, Date or Signature (of forApiKey(): Api-Key) is absent. */
    case MissingHeader = "missing_header";
    /** One of them stands there more than once. */
    case RepeatedHeader = "repeated_header";
    /** The token (of forApiKey(): the key) is not the merchant's. */
    case Token = "token";
    /** The date is not ISO-8601 with a zone (Z, +08:00, +0800 or +08). */
    case Date = "date";
    /** The signature is not that of any of the URLs. */
    case Signature = "signature";
    /** Token and signature are right, but the date is too far from now. The exception has the body: such a callback may
     *  start a confirm(). */
    case Stale = "stale";
    /** All of the above is right, but the body is not a JSON object. */
    case Body = "body";
}

/**
 * Checks the callbacks the platform sends. Source: collection, Callback Authentication Method.
 *
 * Only date and URL are signed, never the body: take the order's id from it, ask Order::confirm(), and believe that.
 *
 * @strict-properties
 * @not-serializable
 */
final class Callback
{
    /**
     * @param string $token the callback token of the dashboard: text
     * @param string $secret the callback secret of the dashboard: text
     * @param int $tolerance seconds the callback's date may differ from now, either way
     * @throws \ValueError when token or secret is empty, blank, or has white space at an end, or the tolerance is negative
     */
    public function __construct(#[\SensitiveParameter] string $token, #[\SensitiveParameter] string $secret, int $tolerance = 300) {}

    /**
     * For merchants without a callback token: the platform also sends the merchant's API key in the header `Api-Key`,
     * and this compares it. It says nothing of when and for which URL the callback was made, so who has seen one
     * callback can make others: believe only what Order::confirm() answers.
     *
     * @throws \ValueError when the key is empty, blank, has white space at an end, or characters that a header cannot carry
     */
    public static function forApiKey(#[\SensitiveParameter] string $apiKey): Callback {}

    /**
     * @phpstan-param string|list<string> $url the full callback URL as it was given to the platform; several candidates may
     *     be given (http and https behind a proxy). Scheme and host are the shop's; what follows may be the request line as
     *     it came: whatever a visitor writes there is a CallbackException and no error.
     * @phpstan-param array<array-key, mixed> $headers as getallheaders(), $_SERVER, PSR-7 or Symfony give them: names in any
     *     case, values strings or lists of one string; not the header objects of a framework, but their text
     * @param string|null $body the body of a POST; null or "" for a GET
     * @return array<string, mixed> the decoded body, [] when there is none. It is not signed.
     * @throws \ValueError|\TypeError when a URL has no scheme or no host, or one of the headers is an object
     * @throws CallbackException when the callback must not be believed; its reason says why
     */
    public function verify(#[\SensitiveParameter] string|array $url, #[\SensitiveParameter] array $headers, #[\SensitiveParameter] ?string $body = null): array {}

    /**
     * The headers the platform would send, for tests.
     *
     * @param string|null $date ISO-8601 date with a zone (Z, +08:00, +0800 or +08); null for now
     * @param bool $server true for the keys of $_SERVER (HTTP_CALLBACK_TOKEN, …)
     * @return array<string, string>
     */
    public function sign(#[\SensitiveParameter] string $url, ?string $date = null, bool $server = false): array {}
}
