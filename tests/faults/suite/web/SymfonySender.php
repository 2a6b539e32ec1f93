<?php

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

use AurpayTest\Faults\Report;
use Symfony\Component\HttpClient\CurlHttpClient;
use Symfony\Contracts\HttpClient\Exception\TransportExceptionInterface;

final class SymfonySender implements Sender
{
    private readonly CurlHttpClient $client;

    public function __construct(string $baseUri, string $caFile, bool $isPersistent)
    {
        $this->client = new CurlHttpClient([
            'base_uri' => $baseUri,
            'cafile' => $caFile,
            'max_duration' => self::SECONDS,
        ] + ($isPersistent ? ['extra' => ['use_persistent_connections' => true]] : []));
    }

    public function send(string $id): Told
    {
        try {
            $options = ['headers' => ['API-Key' => 'key'], 'json' => self::BODY];
            $answer = $this->client->request('POST', self::PATH . $id, $options);

            return Told::byAnswer($answer->getStatusCode(), $answer->getContent(false));
        } catch (TransportExceptionInterface) {
            return new Told(Report::Failed);
        }
    }
}
