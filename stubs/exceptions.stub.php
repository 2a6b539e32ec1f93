<?php

/** @generate-class-entries */

namespace Aurpay;

/**
 * Everything that can go wrong with a call. getCode() is the API's code, 0 when there is none.
 */
abstract class AurpayException extends \RuntimeException
{
    /** The answer's HTTP status; 0 when there was no answer. */
    public readonly int $httpStatus;

    /** The service's id of the call, for its support. */
    public readonly ?string $traceId;

    /**
     * The decoded answer, when it was JSON; the client's own credentials are masked in it.
     *
     * @var array<array-key, mixed>|null
     */
    public readonly ?array $response;
}

/** The API said no: nothing was executed. */
class ApiException extends AurpayException {}

/** The API said no to the credentials: a wrong key, token, password or signature. */
final class AuthenticationException extends ApiException
{
    /** Seconds the server's clock is ahead of ours (negative: behind), by its Date header; a signature is dated. */
    public readonly ?int $clockDifference;
}

/** Too many calls. This one was not executed, whatever its method. */
final class RateLimitException extends ApiException
{
    /** Seconds to wait, when the service said so. */
    public readonly ?int $retryAfter;
}

/**
 * What kept a call from its answer. The message names the host and what to set. Later versions may have more cases.
 */
enum TransportReason: string
{
    /** The server's name could not be resolved. */
    case Name = "name";
    /** The server refused the connection, or there is no way to it. */
    case Connection = "connection";
    /** The proxy's name, its connection or its TLS failed, or it refused to connect to the server. */
    case Proxy = "proxy";
    /** The file of trusted CAs cannot be read or holds no certificate. */
    case CaFile = "ca_file";
    /** The server's certificate, or one of its issuers', has expired, or this machine's clock is ahead. */
    case CertificateExpired = "certificate_expired";
    /** It is not valid yet, or this machine's clock is behind. */
    case CertificateNotYetValid = "certificate_not_yet_valid";
    /** It is for another host. */
    case CertificateHost = "certificate_host";
    /** It is not from a CA that is trusted. */
    case CertificateAuthority = "certificate_authority";
    /** It was refused for another reason. */
    case Certificate = "certificate";
    /** The server's key is not the one in the option pinned_public_key. */
    case PublicKey = "public_key";
    /** The server does not support TLS 1.2 or later. */
    case TlsVersion = "tls_version";
    /** The TLS handshake failed in another way. */
    case Tls = "tls";
    /** The connection was lost before the whole answer was there. */
    case Lost = "lost";
    /** The option connect_timeout ended it. */
    case ConnectTimeout = "connect_timeout";
    /** The option timeout ended it. */
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
 * A call that is not a read may have been executed, and nothing the API said settles it. The message names the call
 * that finds out, where there is one; getPrevious() says what happened.
 */
final class OutcomeUnknownException extends AurpayException {}

/** A read got an answer that is not the API's (HTML, a redirect, truncated or invalid JSON), or is for another record. */
final class ResponseException extends AurpayException {}

/** A callback that must not be believed. */
final class CallbackException extends AurpayException
{
    public readonly CallbackReason $reason;

    /**
     * The decoded body, when token and signature were right all the same (CallbackReason::Stale), [] where there was none;
     * null when it is no JSON object, and for any other reason. It is not signed: it may start an Order::confirm() and
     * nothing more.
     *
     * @var array<string, mixed>|null
     */
    public readonly ?array $body;
}

/** What Order::confirm() found to differ. */
enum PaymentReason: string
{
    /** The answer does not name the order. (One that names another is a ResponseException.) */
    case Order = "order";
    /** The order's status is not SUCCESS. */
    case Status = "status";
    /** Its price is not the shop's, or not greater than zero. */
    case Price = "price";
    /** Its currency is not the shop's. */
    case Currency = "currency";
}

/** The order is not paid as the shop expects. */
final class PaymentException extends AurpayException
{
    public readonly PaymentReason $reason;

    /**
     * The order, as Order::detail() answers it.
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
