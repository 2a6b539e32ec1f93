<?php

/** @generate-class-entries */

namespace Aurpay;

/**
 * Who is calling. Opaque: it cannot be serialised or cloned, equals no other, and a dump shows no secret.
 *
 * @strict-properties
 * @not-serializable
 */
final class Credentials
{
    private function __construct() {}

    /**
     * A merchant's API key, sent in the header `API-Key`.
     *
     * @throws \ValueError when the key is empty, blank, has white space at an end, or characters that a header cannot carry
     */
    public static function apiKey(#[\SensitiveParameter] string $key): Credentials {}

    /**
     * A token and the secret that signs every request. The secret never leaves the process.
     *
     * @param string $token the "API Token" of the dashboard, sent in the header `API-Token`
     * @param string $secret the key of the HMAC: text, as the dashboard shows it
     * @phpstan-param "HMAC-SHA256"|"HMAC-SHA3_256"|Algorithm $algorithm `HMAC-SHA256` or `HMAC-SHA3_256`
     * @throws \ValueError when one of them is empty, blank, or has white space at an end (a line end that a file of a
     *     secret brings along), or the algorithm is not one of the two
     */
    public static function signature(#[\SensitiveParameter] string $token, #[\SensitiveParameter] string $secret, #[\SensitiveParameter] string|Algorithm $algorithm = "HMAC-SHA256"): Credentials {}

    /**
     * An access token as Client::login() answers it, sent as `Authorization: Bearer …`. It expires.
     *
     * @throws \ValueError when the token is empty, blank, has white space at an end, or characters that a header cannot carry
     */
    public static function accessToken(#[\SensitiveParameter] string $token): Credentials {}
}
