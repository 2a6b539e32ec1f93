<?php

/** @generate-class-entries */

namespace Aurpay;

/**
 * Every error of a call. getCode() is the API's code, or 0 if there is none.
 */
abstract class AurpayException extends \RuntimeException
{
    /** The answer's HTTP status; 0 if there was no answer. */
    public readonly int $httpStatus;

    /** The service's id of the call, for the service's support. */
    public readonly ?string $traceId;

    /**
     * The decoded answer, if it was a JSON object or list. Masked in it are the client's credentials, the call's secret
     * parameters (passwords, card data), and every field of the answer that has a token or a key, such as `pay_url`.
     *
     * @var array<array-key, mixed>|null
     */
    public readonly ?array $response;
}

/** The API refused the call: nothing was executed. */
class ApiException extends AurpayException {}

/** The API refused the credentials: a wrong key, token, password or signature. */
final class AuthenticationException extends ApiException
{
    /**
     * How many seconds the server's clock is ahead of this machine's (negative: behind), by the answer's Date header;
     * null if the answer has none. A wrong clock makes a signature fail, because a signature has a date.
     */
    public readonly ?int $clockDifference;
}

/** Too many calls. This one was not executed, whatever its method. */
final class RateLimitException extends ApiException
{
    /** Seconds to wait, if the service sent them. */
    public readonly ?int $retryAfter;
}

/**
 * Why a call got no complete answer. The message names the host and what to set. Later versions may have more cases.
 */
enum TransportReason: string
{
    /** The server's name could not be resolved. */
    case Name = "name";
    /** The server refused the connection, or cannot be reached. */
    case Connection = "connection";
    /** The proxy's name, its connection or its TLS failed, or it refused to connect to the server. */
    case Proxy = "proxy";
    /** The file of trusted CAs cannot be read or has no certificate. */
    case CaFile = "ca_file";
    /** The certificate, or that of one of its issuers, has expired, or this machine's clock is ahead. */
    case CertificateExpired = "certificate_expired";
    /** The certificate, or that of one of its issuers, is not valid yet, or this machine's clock is behind. */
    case CertificateNotYetValid = "certificate_not_yet_valid";
    /** The certificate is for another host. */
    case CertificateHost = "certificate_host";
    /** The certificate is not signed by a trusted CA. */
    case CertificateAuthority = "certificate_authority";
    /** The certificate was refused for another reason. */
    case Certificate = "certificate";
    /** The server's key is not the one in the option pinned_public_key. */
    case PublicKey = "public_key";
    /** The server does not support TLS 1.2 or later. */
    case TlsVersion = "tls_version";
    /** The TLS handshake failed for another reason. */
    case Tls = "tls";
    /** The connection was lost before the answer was complete. */
    case Lost = "lost";
    /** The option connect_timeout ended the call. */
    case ConnectTimeout = "connect_timeout";
    /** The option timeout ended the call. */
    case Timeout = "timeout";
    /** A signal handler threw, or the script was ended. */
    case Interrupted = "interrupted";
    /** Anything else that libcurl reported. */
    case Failed = "failed";
}

/** Nothing was executed, or a read failed after its retries: DNS, connection, TLS, proxy, deadline. */
final class TransportException extends AurpayException
{
    public readonly TransportReason $reason;
}

/**
 * A call that is not a read may have been executed, and no answer of the API settles it. The message names the call
 * that finds out, if there is one. getPrevious() says what happened.
 */
final class OutcomeUnknownException extends AurpayException {}

/**
 * A read got an answer that is not the API's (HTML, a redirect, truncated or invalid JSON), or an answer for another
 * record.
 */
final class ResponseException extends AurpayException {}

/** A callback that must not be believed. */
final class CallbackException extends AurpayException
{
    public readonly CallbackReason $reason;

    /**
     * The decoded body, if token and signature are right but the date is too far from now (CallbackReason::Stale); []
     * if there was no body. null if the body is not a JSON object, and with any other reason. The body is not signed:
     * it may start an Order::confirm() and nothing more.
     *
     * @var array<string, mixed>|null
     */
    public readonly ?array $body;
}

/** What differs, according to Order::confirm(). */
enum PaymentReason: string
{
    /** The answer does not name the order. (An answer for another order throws a ResponseException.) */
    case Order = "order";
    /** The order's status is not SUCCESS. */
    case Status = "status";
    /** The order's price is not the shop's price, or not greater than zero. */
    case Price = "price";
    /** The order's currency is not the shop's. */
    case Currency = "currency";
}

/** The order is not paid as the shop expects. */
final class PaymentException extends AurpayException
{
    public readonly PaymentReason $reason;

    /**
     * The order, as Order::detail() returns it, with the same values masked as in `response`.
     *
     * @var array{
     *     user_id: string, order_id: string, order_type: string, platform: string, status: string,
     *     chain: string, chain_name: string, currency: string, amount: string, vs_price: string,
     *     vs_currency: string, remark: string, refund: bool, create_time: string, update_time: string,
     *     tx_id: string, tx_type: string, obtained: string|null, fee: string, from_addr: string|null,
     *     to_addr: string|false|null, tx_hash: string|null, contract_id: string|null
     * }
     */
    public readonly array $detail;
}
