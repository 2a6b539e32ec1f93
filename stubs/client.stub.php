<?php

/** @generate-class-entries */

namespace Aurpay;

/**
 * A merchant's access to the Aurpay API. Connections belong to the process, not to the object: creating a client costs
 * nothing, and a client in the next web request reuses the connections.
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
     *     null means that an option is left out. A number may also be text, as env() returns it: "15", "0.5". For an
     *     int, the text may have only digits.
     *     base_uri: the URL of the API, https (http only on loopback); default https://dashboard.aurpay.net.
     *     timeout: seconds for a whole call, including retries and waits, 0.001 to 3600; default 30.
     *     connect_timeout: seconds for name lookup, TCP and TLS, within timeout, 0.001 to 3600; default 10.
     *     ip_version: use only IPv4 (4) or IPv6 (6) addresses, also for a proxy; default both.
     *     retries: how often a read (GET) is retried, 0 to 10; default 2. Any other call is sent once.
     *     ca_file: PEM file with the only CAs that are trusted, also for an https proxy; default the file of php.ini's
     *         openssl.cafile, else of its curl.cainfo, else the system's CAs.
     *     pinned_public_key: "sha256//" and the base64 digest of the server's public key; several, with semicolons
     *         between them, to pin the current and the next key; default none.
     *     proxy: http or https URL of a proxy; default none. It needs an https base_uri. The environment's proxy
     *         variables are ignored.
     *     user_agent: the User-Agent header; default aurpay-php and its version.
     *     max_response_bytes: the largest answer after decompression, 1024 to 268435456; default 16777216.
     *     concurrency: how many reads run at the same time in a method that makes many (Order::details()), 1 to 100;
     *         default 50.
     *     logger: an object with PSR-3's log(), which must be public. It gets one line per call, never a secret or a
     *         body. The context has `method`, `path`, `status`, `trace_id`, `duration_ms` and `attempts`. If the call
     *         failed, it also has `problem` (text), `reason` (a value of TransportReason) and `code` (the API's), each
     *         null if there is none. An exception of the logger changes nothing: PHP's error log gets the first one of
     *         each web request, and stats() counts them.
     *     handler: for tests. It is called with method, target, headers and body instead of the network. It is resolved
     *         here, in the scope that creates the client, so `[$this, 'aPrivateMethod']` works. The headers carry the
     *         credentials: mark that parameter as sensitive if the handler can throw. The handler returns an answer or
     *         a fault. A fault happens before anything was sent, unless `sent` is true (only with Lost, Timeout,
     *         Interrupted, Failed). Reads are retried as on the wire, but without the random pause.
     * @throws \ValueError when the key is empty or blank, begins or ends with white space, or has a character that a
     *     header cannot carry; when an option is unknown (the message names the nearest known one, and lists all); or
     *     when a value is not allowed
     * @throws \TypeError when a value has the wrong type
     */
    public function __construct(#[\SensitiveParameter] string|Credentials $credentials, #[\SensitiveParameter] array $options = []) {}

    /** The merchant's orders. */
    public function orders(): Order {}

    /** The transactions of the merchant's wallets, incoming and outgoing. */
    public function transactions(): Transaction {}

    /** The merchant's wallets. */
    public function wallet(): Wallet {}

    /** The Lightning Network. The client needs the Lightning API key. */
    public function lightning(): Lightning {}

    /**
     * Exchanges a merchant's user name and password for an access token. Source: collection, Auth / Get Access Token.
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
     * @throws AuthenticationException when the user name or the password is wrong
     * @throws \ValueError when the user name or the password is empty, or an option is not allowed
     * @throws \TypeError when an option has the wrong type
     */
    public static function login(string $username, #[\SensitiveParameter] string $password, #[\SensitiveParameter] array $options = []): array {}

    /**
     * The merchant's API key. The client needs credentials from Credentials::accessToken().
     * Source: collection, Auth / Get API-Key.
     *
     * @return array{api_key: string, user_id: string}
     */
    public function fetchApiKey(): array {}

    /**
     * Calls any endpoint, signed and checked like every other call. Use it for endpoints without a method, and for
     * parameters that the documents do not name and the methods therefore refuse.
     *
     * @phpstan-param "GET"|"POST"|"PUT"|"PATCH"|"DELETE" $method GET is a read and may be retried. Any other call is
     *     sent once.
     * @param string $path the path below the base URI, with its leading slash; a query may follow
     * @phpstan-param array<string, mixed> $params the query of a GET, else the JSON body. Text is sent as text
     *     ("1.50"). An int, or a float with at most 8 decimal places, is sent as a number. A bool is allowed too. A
     *     body may also have null and arrays. Enums and other objects are refused.
     * @return mixed the envelope's `data`
     * @throws AurpayException when the call fails
     * @throws \TypeError when a value has a type that cannot be sent
     * @throws \ValueError when the method or the path is not allowed, or a value cannot be sent exactly
     */
    public function request(string $method, #[\SensitiveParameter] string $path, #[\SensitiveParameter] array $params = []): mixed {}

    /**
     * Returns what the client would sign, to compare with what the service says it received. It sends nothing and never
     * shows the secret.
     *
     * @param string $target path and query, with exactly the bytes of the request line
     * @param string|null $body null for no body
     * @param string|null $date ISO-8601 date with a zone (Z, +08:00, +0800 or +08); null for now
     * @return array{origin: string, body_md5: string, signature: string, headers: array<string, string>}
     * @throws \ValueError when the method, the target or the date is not allowed
     * @throws \LogicException when the client's credentials do not sign
     */
    public function sign(string $method, #[\SensitiveParameter] string $target, #[\SensitiveParameter] ?string $body = null, ?string $date = null): array {}

    /**
     * Details of this client's last call, successful or not; null before the first call.
     *
     * @return array{
     *     method: string, path: string, status: int, trace_id: string|null, http_version: string,
     *     reused_connection: bool, retries: int,
     *     timings: array{name_lookup: float, connect: float, tls: float, first_byte: float, total: float}
     * }|null timings are milliseconds since the last attempt began; `status` is 0 when there was no answer
     */
    public function lastResponse(): ?array {}

    /**
     * The counts of this process (under ZTS, of this thread) since it started. Bytes are those of bodies on the
     * wire. `logger_failures` counts the calls whose logger threw. Callers do not get those exceptions.
     *
     * @return array{
     *     requests: int, connections_opened: int, connections_reused: int, retries: int, bytes_sent: int,
     *     bytes_received: int, logger_failures: int
     * }
     */
    public static function stats(): array {}
}
