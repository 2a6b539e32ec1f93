<?php

declare(strict_types=1);

namespace AurpayDocs;

/** Runs PHP blocks. */
final class Php
{
    public function __construct(private readonly World $world, private readonly string $folder) {}

    /** @return string|null what it has printed, or null if it was not run */
    public function check(Block $block, Report $report): ?string
    {
        $file = "{$this->folder}/{$block->name()}.php";
        // Where a page says what to put in.
        $key = var_export($this->world->environment['AURPAY_API_KEY'], true);
        file_put_contents($file, str_replace("'the API key'", $key, $block->script()));
        if (isset($block->marks['the same as'])) {
            // docs.sh compares it with that file, which is tested.
            $report->result('PHP, the same as a tested file', $block, '');

            return null;
        }
        if (isset($block->marks['not run'])) {
            [$status, $out, $error] = $this->world->run([PHP_BINARY, '-l', $file]);
            $report->result('PHP parsed', $block, $status === 0 ? '' : "{$out}{$error}");
            $report->notRun($block, $block->marks['not run']);

            return null;
        }
        if (isset($block->marks['endpoint'])) {
            (new Endpoint($this->world, $file, "{$this->world->folder}/{$block->name()}"))->check($block, $report);

            return null;
        }
        $command = [PHP_BINARY, '-d', 'auto_prepend_file=' . __DIR__ . '/prelude.php', $file];
        [$status, $out, $error] = $this->world->run($command, ['AURPAY_DOCS_BLOCK' => $file]);
        $report->result('PHP run', $block, $status === 0 && $error === '' ? '' : "status {$status}\n{$error}{$out}");

        return $out;
    }
}
