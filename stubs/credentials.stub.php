<?php

/** @generate-class-entries */

namespace Aurpay;

/**
 * Who is calling. The object is opaque: it cannot be serialised or cloned, it equals no other object, and a dump shows
 * no secret.
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
     * @throws \ValueError when the key is empty or blank, begins or ends with white space, or has a character that a
     *     header cannot carry
     */
    public static function apiKey(#[\SensitiveParameter] string $key): Credentials {}

    /**
     * A token and the secret that signs every request. The secret never leaves the process.
     *
     * @param string $token the "API Token" of the dashboard, sent in the header `API-Token`
     * @param string $secret the key of the HMAC, as text, as the dashboard shows it
     * @phpstan-param "HMAC-SHA256"|"HMAC-SHA3_256"|Algorithm $algorithm `HMAC-SHA256` or `HMAC-SHA3_256`
     * @throws \ValueError when the token or the secret is empty or blank, or begins or ends with white space (for
     *     example the line end of a secret file); when the token has a character that a header cannot carry; or when
     *     the algorithm is not one of the two
     */
    public static function signature(#[\SensitiveParameter] string $token, #[\SensitiveParameter] string $secret, #[\SensitiveParameter] string|Algorithm $algorithm = "HMAC-SHA256"): Credentials {}

    /**
     * An access token from Client::login(), sent as `Authorization: Bearer …`. It expires.
     *
     * @throws \ValueError when the token is empty or blank, begins or ends with white space, or has a character that a
     *     header cannot carry
     */
    public static function accessToken(#[\SensitiveParameter] string $token): Credentials {}
}
