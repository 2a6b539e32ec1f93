<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Cli;

use Aurpay\Sandbox\EnayaPay\Cards;
use Aurpay\Sandbox\EnayaPay\Users;
use Aurpay\Sandbox\Json\Writer;
use Aurpay\Sandbox\Process\Workspace;
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
        if ($this->json) {
            fwrite(STDOUT, $this->line($merchant, $caFile));

            return;
        }
        $baseUri = $this->services->config->baseUri;
        fwrite(STDOUT, self::welcome($baseUri, $merchant, $caFile, $this->otherProviders()));
    }

    /**
     * Writes the line of --json and a copy of the CA for a shop that sees only this directory. The line comes last: when
     * it is there, all is ready.
     */
    public function share(string $directory, ?string $caFile): void
    {
        // Not 0700, as for the state: the shop may be another user.
        is_dir($directory) || @mkdir($directory, 0755, true);
        $directory = Workspace::existing($directory);
        if ($caFile !== null) {
            self::replace("$directory/ca.pem", (string) file_get_contents($caFile));
        }
        $line = $this->line($this->services->merchants->first(), $caFile === null ? null : "$directory/ca.pem");
        self::replace("$directory/sandbox.json", $line);
    }

    /** Puts a file in place at once, so that nobody reads half of it. */
    private static function replace(string $file, string $content): void
    {
        if (@file_put_contents("$file.new", $content) !== strlen($content) || !@rename("$file.new", $file)) {
            throw new StartFailure("Cannot write $file");
        }
    }

    private function line(Merchant $merchant, ?string $caFile): string
    {
        $baseUri = $this->services->config->baseUri;

        return Writer::encode([
            'base_uri' => $baseUri,
            'control_uri' => $baseUri . '/_sandbox',
            'ca_file' => $caFile,
            ...$merchant->credentials(),
            'user_id' => $merchant->userId,
            ...$this->otherProviders(),
            'pid' => getmypid(),
        ]) . "\n";
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
    private static function welcome(string $baseUri, Merchant $merchant, ?string $caFile, array $others): string
    {
        $lines = '';
        $shown = array_intersect_key($others, array_flip(self::SHOWN));
        $ca = $caFile === null ? [] : ['ca_file' => $caFile];
        foreach ($ca + $merchant->credentials() + $shown as $name => $value) {
            $lines .= sprintf("  %-18s %s\n", $name, $value);
        }
        $option = $caFile === null ? '' : ' --cacert ' . $caFile;

        return <<<TEXT
            Aurpay sandbox: a local gateway for trying out a shop. No money moves.

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
