<?php

/** @generate-class-entries */

namespace Aurpay;

/**
 * A merchant's access to the Aurpay API. Connections belong to the process, not to the object: making one costs
 * nothing, and a client of the next web request uses the connections of this one.
 *
 * @strict-properties
 * @not-serializable
 */
final class Client
{
    /**
     * @param string|Credentials $credentials a string is an API key
     * @phpstan-param array{
     *     base_uri?: string|null,
     *     timeout?: int|float|numeric-string|null,
     *     connect_timeout?: int|float|numeric-string|null,
     *     ip_version?: 4|6|"4"|"6"|null,
     *     retries?: int|numeric-string|null,
     *     ca_file?: string|null,
     *     pinned_public_key?: string|null,
     *     proxy?: string|null,
     *     user_agent?: string|null,
     *     max_response_bytes?: int|numeric-string|null,
     *     concurrency?: int|numeric-string|null,
     *     logger?: object|null,
     *     handler?: (callable(string, string, array<string, string>, string): (array{status?: int, headers?: array<string, string>, body?: string}|array{fault: TransportReason, sent?: bool}))|null
     * } $options
     *     null is an option left out. A number can also be text, as env() gives it: "15", "0.5"; an int, digits alone.
     *     base_uri: where the API is, https (http on loopback alone); https://dashboard.aurpay.net.
     *     timeout: seconds for a whole call, retries and waits included; 30.
     *     connect_timeout: seconds for name look-up, TCP and TLS within it; 10.
     *     ip_version: 4 or 6, to use only addresses of that kind, of a proxy too; both.
     *     retries: how often a read (GET) is tried again, 0 to 10; 2. Anything else is put on the wire once.
     *     ca_file: PEM file with the only certification authorities that are trusted, of an https proxy too; else the
     *         file of php.ini's openssl.cafile, else of its curl.cainfo, else the system's.
     *     pinned_public_key: "sha256//" and the base64 digest of the server's public key, or several such with a
     *         semicolon between two (the next key's beside this one's); none.
     *     proxy: http(s) URL of a proxy; none. The environment's proxy variables are ignored.
     *     user_agent: the User-Agent header; aurpay-php and its version.
     *     max_response_bytes: the largest answer after decompression, 1024 to 268435456; 16777216.
     *     concurrency: reads at the same time where one method makes many (Order::details()), 1 to 100; 50.
     *     logger: an object with PSR-3's log(), which is public; one line a call, never a secret or a body. Its context has
     *         `method`, `path`, `status`, `trace_id`, `duration_ms` and `attempts`; of a call that failed also `problem` (in
     *         words), `reason` (a value of TransportReason) and `code` (the API's), each null where there is none. What it
     *         throws changes nothing: PHP's error log has the first of a request, and stats() counts them.
     *     handler: for tests. Called with method, target, headers and body in place of the network. It is resolved
     *         here, in the scope that makes the client: `[$this, 'aPrivateMethod']` is one. The headers
     *         carry the credentials: mark that parameter as sensitive if the handler can throw. It returns an answer, or a
     *         fault, which happens before anything was sent unless `sent` is true (Lost, Timeout, Interrupted, Failed).
     *         Reads are tried again as on the wire, but without a pause.
     * @throws \ValueError when the key is empty, blank, has white space at an end or characters that a header cannot
     *     carry, an option is unknown (the message names the nearest known one, and all of them) or a value is not allowed
     * @throws \TypeError when a value has the wrong type
     */
    public function __construct(#[\SensitiveParameter] string|Credentials $credentials, #[\SensitiveParameter] array $options = []) {}

    /** The merchant's orders. */
    public function orders(): Order {}

    /** What went in and out of the merchant's wallets. */
    public function transactions(): Transaction {}

    /** The merchant's wallets. */
    public function wallet(): Wallet {}

    /** The Lightning Network; needs a client with the Lightning API key. */
    public function lightning(): Lightning {}

    /**
     * Trades a merchant's user name and password for an access token. Source: collection, Auth / Get Access Token.
     *
     * @phpstan-param array{
     *     base_uri?: string|null, timeout?: int|float|numeric-string|null,
     *     connect_timeout?: int|float|numeric-string|null, ip_version?: 4|6|"4"|"6"|null,
     *     retries?: int|numeric-string|null, ca_file?: string|null,
     *     pinned_public_key?: string|null, proxy?: string|null, user_agent?: string|null,
     *     max_response_bytes?: int|numeric-string|null,
     *     concurrency?: int|numeric-string|null, logger?: object|null,
     *     handler?: (callable(string, string, array<string, string>, string): (array{status?: int, headers?: array<string, string>, body?: string}|array{fault: TransportReason, sent?: bool}))|null
     * } $options as for the constructor
     * @return array{access_token: string, expire: int} `expire` in seconds
     * @throws AurpayException when the call fails
     * @throws AuthenticationException when user name or password is wrong
     * @throws \ValueError when one of them is empty, or an option is not allowed
     * @throws \TypeError when an option has the wrong type
     */
    public static function login(string $username, #[\SensitiveParameter] string $password, #[\SensitiveParameter] array $options = []): array {}

    /**
     * The merchant's API key; needs credentials made by Credentials::accessToken().
     * Source: collection, Auth / Get API-Key.
     *
     * @return array{api_key: string, user_id: string}
     */
    public function fetchApiKey(): array {}

    /**
     * Calls any endpoint, signed and checked like every other call: for those without a method, and for parameters that
     * the documents do not name, which the methods refuse.
     *
     * @phpstan-param "GET"|"POST"|"PUT"|"PATCH"|"DELETE" $method GET, POST, PUT, PATCH or DELETE. GET is a read and may be retried; anything else is put
     *     on the wire once.
     * @param string $path below the base URI, from its slash on; a query may follow
     * @phpstan-param array<string, mixed> $params the query of a GET, else the JSON body: text as text ("1.50"), an int or a
     *     float of at most 8 places as a number, a bool; in a body also null and arrays; no enum and no other object
     * @return mixed the envelope's `data`
     * @throws AurpayException when the call fails
     * @throws \TypeError when a value has a type that cannot be sent
     * @throws \ValueError when the method or the path is not allowed, or a value cannot be sent exactly
     */
    public function request(string $method, #[\SensitiveParameter] string $path, #[\SensitiveParameter] array $params = []): mixed {}

    /**
     * What would be signed, for comparing it with what the service says it saw. Sends nothing, and never tells the
     * secret.
     *
     * @param string $target path and query, exactly the bytes on the request line
     * @param string|null $body null for no body
     * @param string|null $date ISO-8601 date with a zone (Z, +08:00, +0800 or +08); null for now
     * @return array{origin: string, body_md5: string, signature: string, headers: array<string, string>}
     * @throws \ValueError when the method, the target or the date is not allowed
     * @throws \LogicException when the client's credentials do not sign
     */
    public function sign(string $method, #[\SensitiveParameter] string $target, #[\SensitiveParameter] ?string $body = null, ?string $date = null): array {}

    /**
     * What is known of this client's last call, successful or not; null before the first.
     *
     * @return array{
     *     method: string, path: string, status: int, trace_id: string|null, http_version: string,
     *     reused_connection: bool, retries: int,
     *     timings: array{name_lookup: float, connect: float, tls: float, first_byte: float, total: float}
     * }|null timings are milliseconds since the last attempt began; `status` is 0 when there was no answer
     */
    public function lastResponse(): ?array {}

    /**
     * Counts of this process (of this thread, under ZTS) since it began. Bytes are those of bodies on the wire;
     * `logger_failures` are the calls whose logger threw, which no caller hears of.
     *
     * @return array{
     *     requests: int, connections_opened: int, connections_reused: int, retries: int, bytes_sent: int,
     *     bytes_received: int, logger_failures: int
     * }
     */
    public static function stats(): array {}
}
