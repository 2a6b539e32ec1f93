<?php

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

use AurpayTest\Faults\Report;
use GuzzleHttp\Client;
use GuzzleHttp\Exception\ConnectException;
use GuzzleHttp\Exception\GuzzleException;

final class GuzzleSender implements Sender
{
    private readonly Client $client;

    public function __construct(string $baseUri, string $caFile, bool $isPersistent)
    {
        $this->client = new Client([
            'base_uri' => $baseUri,
            'verify' => $caFile,
            'timeout' => self::SECONDS,
            'http_errors' => false,
        ] + ($isPersistent ? ['transport_sharing' => 'persistent_require'] : []));
    }

    public function send(string $id): Told
    {
        try {
            $options = ['headers' => ['API-Key' => 'key'], 'json' => self::BODY];
            $answer = $this->client->request('POST', self::PATH . $id, $options);
        } catch (ConnectException) {
            return new Told(Report::NotExecuted);
        } catch (GuzzleException) {
            return new Told(Report::Failed);
        }

        return Told::byAnswer($answer->getStatusCode(), (string) $answer->getBody());
    }
}
