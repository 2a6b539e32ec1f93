<?php

declare(strict_types=1);

namespace AurpayTest\Faults\Web;

use Aurpay\AurpayException;
use Aurpay\Client;
use Aurpay\OutcomeUnknownException;
use AurpayTest\Faults\Report;

final class AurpaySender implements Sender
{
    private readonly Client $client;

    public function __construct(string $baseUri, string $caFile)
    {
        $this->client = new Client('key', ['base_uri' => $baseUri, 'ca_file' => $caFile, 'timeout' => self::SECONDS]);
    }

    public function send(string $id): Told
    {
        try {
            // request() knows no record, so it believes an answer of any. orders()->refund() would compare the id too.
            $data = $this->client->request('POST', self::PATH . $id, self::BODY);
        } catch (OutcomeUnknownException $exception) {
            $reason = $exception->getPrevious();

            return new Told(Report::Unknown, $reason instanceof AurpayException ? $reason->httpStatus : 0);
        } catch (AurpayException $exception) {
            return new Told(Report::NotExecuted, $exception->httpStatus);
        }

        return new Told(Report::Success, 200, Told::idIn($data));
    }
}
