<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Cli;

use Aurpay\Sandbox\Json\Writer;
use Aurpay\Sandbox\Services;
use Aurpay\Sandbox\Store\Merchant;

/**
 * What the sandbox prints: one line of JSON, or text for a person.
 */
final class Reporter
{
    private int $lastRequest;

    public function __construct(private readonly Services $services, private readonly bool $json)
    {
        $this->lastRequest = $services->database->count('SELECT coalesce(max(id), 0) FROM requests');
    }

    public function ready(Merchant $merchant, ?string $caFile): void
    {
        $baseUri = $this->services->config->baseUri;
        if ($this->json) {
            fwrite(STDOUT, Writer::encode([
                'base_uri' => $baseUri,
                'control_uri' => $baseUri . '/_sandbox',
                'ca_file' => $caFile,
                ...$merchant->credentials(),
                'user_id' => $merchant->userId,
                'pid' => getmypid(),
            ]) . "\n");

            return;
        }
        fwrite(STDOUT, self::welcome($baseUri, $merchant, $caFile));
    }

    /** One line for each request served since the last call. */
    public function requests(): void
    {
        if ($this->json) {
            return;
        }
        foreach ($this->services->requests->after($this->lastRequest) as $row) {
            $this->lastRequest = $row->int('id');
            $code = $row->intOrNull('code');
            fwrite(STDOUT, sprintf(
                "%s  %s %s  %d%s%s\n",
                substr($row->text('at'), 11),
                $row->text('method'),
                self::printable($row->text('target')),
                $row->int('status'),
                $code === null || $code === 0 ? '' : " code $code",
                $row->intOrNull('fault') === null ? '' : ' (fault)',
            ));
        }
    }

    private static function welcome(string $baseUri, Merchant $merchant, ?string $caFile): string
    {
        $lines = '';
        foreach (($caFile === null ? [] : ['ca_file' => $caFile]) + $merchant->credentials() as $name => $value) {
            $lines .= sprintf("  %-18s %s\n", $name, $value);
        }
        $ca = $caFile === null ? '' : ' --cacert ' . $caFile;

        return <<<TEXT
            Aurpay sandbox: a local gateway for trying out a shop. No money moves.

              base_uri           $baseUri
            $lines
            Make a pay URL:
              curl$ca -H 'API-Key: {$merchant->apiKey}' \\
                -d '{"price": 10, "currency": "USD"}' $baseUri/api/order/pay-url

            Pay it: open the pay_url in a browser, or
              curl$ca -d '{"pay_url": "…", "action": "pay"}' $baseUri/_sandbox/pay

            An OpenAPI description is at $baseUri/openapi.json

            Stop with Ctrl-C. Requests appear below.


            TEXT;
    }

    private static function printable(string $text): string
    {
        return (string) preg_replace('/[\x00-\x1f\x7f]/', '?', $text);
    }
}
