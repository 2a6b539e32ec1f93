<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Cli;

use Aurpay\Sandbox\ConnectionDetails;
use Aurpay\Sandbox\Control\Gatekeeper;
use Aurpay\Sandbox\Gateway\Magic;
use Aurpay\Sandbox\Json\Writer;
use Aurpay\Sandbox\Process\Workspace;
use Aurpay\Sandbox\Services;
use Aurpay\Sandbox\Store\Merchant;
use Aurpay\Sandbox\Store\RequestLog;
use Aurpay\Sandbox\Store\Row;

/**
 * Prints what the user sees: one line of JSON, or text for a person.
 */
final class Reporter
{
    /** The lines about the other providers that a person sees. The rest is at /_sandbox/enayapay. */
    private const SHOWN = ['azpays_base_uri', 'azpays_token', 'enayapay_base_uri', 'enayapay_api_key', 'random_seed'];

    /** @var array<string, array{int, int, int}> merchant => the last request, warning and callback's attempt that were printed */
    private array $printed = [];

    /** Lines that standard output has not taken yet. */
    private string $unwritten = '';

    public function __construct(private readonly bool $json) {}

    public function ready(Services $services): void
    {
        if ($this->json) {
            self::write(Writer::encode(ConnectionDetails::of($services)) . "\n");

            return;
        }
        $config = $services->config;
        $caFile = $config->caFile === '' ? null : $config->caFile;
        $page = (new Gatekeeper($config))->pageUri();
        $others = ConnectionDetails::otherProviders($services);
        $others['random_seed'] = (string) $services->modes->randomSeed();
        self::write(self::welcome($config->baseUri, $page, $services->merchants->first(), $caFile, $others));
        self::write(($config->magic ? self::magic() : '') . "Stop with Ctrl-C. Requests appear below.\n\n");
    }

    /**
     * Writes the line of --json and a copy of the CA for a shop that sees only this directory. The line comes last: when
     * it is there, all is ready. It lacks the developer token, as every user may read it.
     */
    public function share(Services $services, string $directory): void
    {
        // Not 0700, as for the state: the shop may be another user.
        is_dir($directory) || @mkdir($directory, 0755, true);
        $directory = Workspace::existing($directory);
        $details = array_diff_key(ConnectionDetails::of($services), ['developer_token' => 0]);
        if (is_string($details['ca_file'])) {
            self::replace("$directory/ca.pem", (string) file_get_contents($details['ca_file']));
            $details['ca_file'] = "$directory/ca.pem";
        }
        self::replace("$directory/sandbox.json", Writer::encode($details) . "\n");
    }

    /**
     * Puts a file in place at once, so that nobody reads half of it. A shop may write to the directory, too: a link that
     * it has left there must not lead to a file of this user.
     */
    private static function replace(string $file, string $content): void
    {
        @unlink("$file.new");
        $new = @fopen("$file.new", 'x');
        if ($new === false || fwrite($new, $content) !== strlen($content) || !fclose($new) || !@rename("$file.new", $file)) {
            throw new StartFailure("Cannot write $file");
        }
    }

    /** Does not print what came before. */
    public function skip(Services $services): void
    {
        $merchant = $services->merchants->first()->userId;
        $this->printed[$merchant] = [
            $services->requests->last(),
            $services->warnings->last(),
            $services->callbacks->lastAttempt(),
        ];
    }

    /** One line for each request served since the last call, for each callback's attempt, and for each warning. */
    public function requests(Services $services): void
    {
        if ($this->json || !$this->isWritten()) {
            return;
        }
        $merchant = $services->merchants->first()->userId;
        [$lastRequest, $lastWarning, $lastAttempt] = $this->printed[$merchant] ?? [0, 0, 0];
        $warnings = [];
        // Before the requests and the attempts: a warning is stored together with its request, or after its attempt.
        foreach ($services->warnings->after($lastWarning) as $row) {
            $lastWarning = $row->int('id');
            $warnings[$row->intOrNull('request_id') ?? 0][] = $row;
        }
        foreach ($services->requests->after($lastRequest) as $row) {
            $lastRequest = $row->int('id');
            $this->printRequest($row);
            array_map($this->printWarning(...), $warnings[$lastRequest] ?? []);
            unset($warnings[$lastRequest]);
        }
        foreach ($services->callbacks->attemptsAfter($lastAttempt) as $row) {
            $lastAttempt = $row->int('id');
            $this->printAttempt($row);
        }
        array_map($this->printWarning(...), array_merge(...array_values($warnings)));
        $this->printed[$merchant] = [$lastRequest, $lastWarning, $lastAttempt];
        $this->isWritten();
    }

    /**
     * Writes what waits, as far as that does not block: a terminal that is paused, or a program that starts the sandbox
     * and reads no more than its greeting, must not hold up callbacks.
     *
     * @return bool whether nothing waits any more
     */
    private function isWritten(): bool
    {
        while ($this->unwritten !== '') {
            [$write, $none] = [[STDOUT], null];
            if (@stream_select($none, $write, $none, 0) !== 1) {
                return false;
            }
            // So many bytes fit into a pipe that is writable (PIPE_BUF, in POSIX).
            $length = (int) @fwrite(STDOUT, substr($this->unwritten, 0, 512));
            // What nobody can read any more is dropped.
            $this->unwritten = $length === 0 ? '' : substr($this->unwritten, $length);
        }

        return true;
    }

    private function printRequest(Row $row): void
    {
        $code = $row->intOrNull('code');
        $reason = RequestLog::reason($row);
        $this->printLine($row, sprintf(
            '%s %s  %d%s%s%s',
            $row->text('method'),
            $row->text('target'),
            $row->int('status'),
            $code === null || $code === 0 ? '' : " code $code",
            $row->intOrNull('fault') === null ? '' : ' (fault)',
            $reason === null ? '' : ": $reason",
        ));
    }

    private function printAttempt(Row $row): void
    {
        $variant = $row->textOrNull('variant');
        $this->printLine($row, sprintf(
            'callback %s %s  %s%s',
            $row->text('method'),
            $row->text('url'),
            $row->intOrNull('status') ?? $row->textOrNull('error') ?? '',
            $variant === null ? '' : " ($variant)",
        ));
    }

    private function printWarning(Row $row): void
    {
        $this->printLine($row, 'warning: ' . $row->text('message'));
    }

    private function printLine(Row $row, string $line): void
    {
        $this->unwritten .= substr($row->text('at'), 11) . '  ' . self::printable($line) . "\n";
    }

    /** Whoever reads the output may have ended ("| head"). Without its reader, the sandbox still serves shops. */
    private static function write(string $text): void
    {
        @fwrite(STDOUT, $text);
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


            TEXT;
    }

    private static function magic(): string
    {
        $lines = "The cents of a price choose what becomes of the order:\n";
        foreach (Magic::OUTCOMES as $cents => $outcome) {
            $lines .= "  .$cents  $outcome\n";
        }

        return "$lines\n";
    }

    /** Without what a terminal would obey: control characters (C0, C1), and those that turn the direction of a line. */
    private static function printable(string $text): string
    {
        $c1 = '\xc2[\x80-\x9f]';
        $direction = '\xe2\x80[\x8e\x8f\xaa-\xae]|\xe2\x81[\xa6-\xa9]';

        return (string) preg_replace("/[\\x00-\\x1f\\x7f]|$c1|$direction/", '?', $text);
    }
}
