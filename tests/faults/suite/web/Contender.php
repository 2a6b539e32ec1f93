<?php

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

/** A client of a shop's web page. */
enum Contender: string
{
    case Aurpay = 'aurpay';
    case PersistentCurl = 'ext-curl, persistent share';
    case PreventingCurl = 'ext-curl, persistent share, resend prevented';
    case PersistentGuzzle = 'Guzzle, persistent share';
    case PersistentSymfony = 'Symfony HttpClient, persistent share';
    case Curl = 'ext-curl';
    case Guzzle = 'Guzzle';
    case Symfony = 'Symfony HttpClient';

    /** Whether a web request can use a connection of an earlier one. */
    public function keepsConnections(): bool
    {
        return match ($this) {
            self::Aurpay, self::PersistentCurl, self::PreventingCurl, self::PersistentGuzzle,
            self::PersistentSymfony => true,
            self::Curl, self::Guzzle, self::Symfony => false,
        };
    }

    /** The client, made anew as each web request does it. */
    public function sender(string $baseUri, string $caFile): Sender
    {
        return match ($this) {
            self::Aurpay => new AurpaySender($baseUri, $caFile),
            self::PersistentCurl => new CurlSender($baseUri, $caFile, CurlSender::persistentShare()),
            self::PreventingCurl => new CurlSender($baseUri, $caFile, CurlSender::persistentShare(), preventsResend: true),
            self::Curl => new CurlSender($baseUri, $caFile),
            self::PersistentGuzzle, self::Guzzle => new GuzzleSender($baseUri, $caFile, $this->keepsConnections()),
            self::PersistentSymfony, self::Symfony => new SymfonySender($baseUri, $caFile, $this->keepsConnections()),
        };
    }
}
