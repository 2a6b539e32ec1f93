<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Cli;

use Aurpay\Sandbox\Control\Gatekeeper;
use Aurpay\Sandbox\EnayaPay\Cards;
use Aurpay\Sandbox\EnayaPay\Users;
use Aurpay\Sandbox\Json\Writer;
use Aurpay\Sandbox\Provider;
use Aurpay\Sandbox\Services;
use Aurpay\Sandbox\Store\Accounts;
use Aurpay\Sandbox\Store\Merchant;

/**
 * Prints what the user sees: one line of JSON, or text for a person.
 */
final class Reporter
{
    /** The lines about the other providers that a person sees. The rest is at /_sandbox/enayapay. */
    private const SHOWN = ['azpays_base_uri', 'azpays_token', 'enayapay_base_uri', 'enayapay_api_key'];

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
                'developer_token' => $this->services->config->developerToken,
                ...$this->otherProviders(),
                'pid' => getmypid(),
            ]) . "\n");

            return;
        }
        $page = (new Gatekeeper($this->services->config))->pageUri();
        fwrite(STDOUT, self::welcome($baseUri, $page, $merchant, $caFile, $this->otherProviders()));
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

    /**
     * The addresses and credentials of AzPays and EnayaPay.
     *
     * @return array<string, string>
     */
    private function otherProviders(): array
    {
        $told = [];
        foreach (Accounts::PUBLIC as $name) {
            $told[$name] = $this->services->accounts->get($name);
        }
        $baseUri = $this->services->config->baseUri;

        return [
            'azpays_base_uri' => $baseUri . Provider::AzPays->value,
            'enayapay_base_uri' => $baseUri . Provider::EnayaPay->value,
            ...$told,
            'enayapay_token' => $this->services->enayapayTokens->issue(Users::FIRST),
            'enayapay_pan' => Cards::FIRST['pan'],
            'enayapay_ipin' => Cards::FIRST['ipin'],
            'enayapay_expiration_date' => Cards::FIRST['expiration_date'],
        ];
    }

    /**
     * @param array<string, string> $others
     */
    private static function welcome(
        string $baseUri,
        string $page,
        Merchant $merchant,
        ?string $caFile,
        array $others,
    ): string {
        $lines = '';
        $shown = array_intersect_key($others, array_flip(self::SHOWN));
        $ca = $caFile === null ? [] : ['ca_file' => $caFile];
        foreach ($ca + $merchant->credentials() + $shown as $name => $value) {
            $lines .= sprintf("  %-18s %s\n", $name, $value);
        }
        $option = $caFile === null ? '' : ' --cacert ' . $caFile;

        return <<<TEXT
            Aurpay sandbox: a local gateway for trying out a shop. No money moves.

            Orders, callbacks, requests, faults, clock and credentials: $page
            The cashier page of the newest payment: $baseUri/latest

              base_uri           $baseUri
            $lines
            Make a pay URL:
              curl$option -H 'API-Key: {$merchant->apiKey}' \\
                -d '{"price": 10, "currency": "USD"}' $baseUri/api/order/pay-url

            Pay it: open the pay_url in a browser, or
              curl$option -d '{"pay_url": "…", "action": "pay"}' $baseUri/_sandbox/pay

            An OpenAPI description is at $baseUri/openapi.json

            Stop with Ctrl-C. Requests appear below.


            TEXT;
    }

    private static function printable(string $text): string
    {
        return (string) preg_replace('/[\x00-\x1f\x7f]/', '?', $text);
    }
}
