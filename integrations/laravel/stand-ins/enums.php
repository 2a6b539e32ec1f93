<?php

declare(strict_types=1);

namespace Aurpay;

enum OrderStatus: string
{
    case Pending = 'PENDING';
    case Success = 'SUCCESS';
    case Resolved = 'RESOLVED';
    case Partial = 'PARTIAL';
    case Overdue = 'OVERDUE';
    case Failed = 'FAILED';
    case Terminated = 'TERMINATED';
    case Refunded = 'REFUNDED';
}

enum OrderType: string
{
    case Order = 'ORDER';
    case Invoice = 'INVOICE';
    case Withdraw = 'WITHDRAW';
}

enum TransactionStatus: string
{
    case Pending = 'PENDING';
    case Success = 'SUCCESS';
    case Resolved = 'RESOLVED';
    case Overdue = 'OVERDUE';
    case Failed = 'FAILED';
    case Terminated = 'TERMINATED';
}

enum TransactionType: string
{
    case Order = 'ORDER';
    case Invoice = 'INVOICE';
    case Withdraw = 'WITHDRAW';
    case Unknown = 'UNKOWN';
    case Swap = 'SWAP';
    case Refund = 'REFUND';
}

enum Algorithm: string
{
    case HmacSha256 = 'HMAC-SHA256';
    case HmacSha3 = 'HMAC-SHA3_256';
}

enum TransportReason: string
{
    case Name = 'name';
    case Connection = 'connection';
    case Proxy = 'proxy';
    case CaFile = 'ca_file';
    case CertificateExpired = 'certificate_expired';
    case CertificateNotYetValid = 'certificate_not_yet_valid';
    case CertificateHost = 'certificate_host';
    case CertificateAuthority = 'certificate_authority';
    case Certificate = 'certificate';
    case PublicKey = 'public_key';
    case TlsVersion = 'tls_version';
    case Tls = 'tls';
    case Lost = 'lost';
    case ConnectTimeout = 'connect_timeout';
    case Timeout = 'timeout';
    case Interrupted = 'interrupted';
    case Failed = 'failed';
}

enum PaymentReason: string
{
    case Order = 'order';
    case Status = 'status';
    case Price = 'price';
    case Currency = 'currency';
}

enum CallbackReason: string
{
    case MissingHeader = 'missing_header';
    case RepeatedHeader = 'repeated_header';
    case Token = 'token';
    case Date = 'date';
    case Signature = 'signature';
    case Stale = 'stale';
    case Body = 'body';
}
