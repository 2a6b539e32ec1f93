<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

use Aurpay\ApiException;
use Aurpay\AurpayException;
use Aurpay\AuthenticationException;
use Aurpay\RateLimitException;
use Aurpay\TransportException;
use Aurpay\TransportReason;

/** Which problem of the catalogue an exception of the extension is. */
final class Fault
{
    /** @return key-of<Catalogue::PROBLEMS> */
    public static function code(\Error|AurpayException $failure): string
    {
        return match (true) {
            $failure instanceof \Error => 'option-refused',
            $failure instanceof AuthenticationException => 'credential-refused',
            $failure instanceof RateLimitException => 'too-many-calls',
            $failure instanceof ApiException => 'gateway-refuses',
            $failure instanceof TransportException => self::transport($failure->reason),
            default => 'gateway-answer',
        };
    }

    /** Whether the API answered to the key that it was called with, and not before it looked at it. */
    public static function isOfTheKey(\Error|AurpayException $failure): bool
    {
        return $failure instanceof ApiException && !$failure instanceof RateLimitException
            && max((int) $failure->getCode(), $failure->httpStatus) < 500 && $failure->httpStatus !== 403;
    }

    /** @return key-of<Catalogue::PROBLEMS> */
    private static function transport(TransportReason $reason): string
    {
        return match ($reason) {
            TransportReason::Name => 'gateway-name',
            TransportReason::Connection, TransportReason::ConnectTimeout => 'gateway-connection',
            TransportReason::Proxy => 'gateway-proxy',
            TransportReason::CaFile => 'gateway-ca-file',
            TransportReason::CertificateExpired, TransportReason::CertificateNotYetValid => 'gateway-clock',
            TransportReason::CertificateHost => 'gateway-certificate-host',
            TransportReason::CertificateAuthority => 'gateway-certificate-authority',
            TransportReason::Certificate => 'gateway-certificate',
            TransportReason::PublicKey => 'gateway-public-key',
            TransportReason::TlsVersion, TransportReason::Tls => 'gateway-tls',
            default => 'gateway-lost',
        };
    }
}
