<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

use function AurpayTest\fault_server;

require_once dirname(__DIR__, 3) . '/support/harness.php';

/** Calls with secrets over TLS. When all objects are gone, it waits, so that its memory can be searched. */
final class Remains
{
    /** A secret that is kept: it must be found. */
    public const KEPT = 'public key';

    public function run(): void
    {
        $kept = Markers::of(self::KEPT);
        $this->calls();
        gc_collect_cycles();
        gc_mem_caches();
        echo "\n", Output::NAME, "ready\n";
        fgets(STDIN);
        echo strlen($kept) > 0 ? '' : 'nothing is kept';
    }

    private function calls(): void
    {
        $server = fault_server('--tls');
        $options = $server->options(['retries' => 0]);
        $values = new Values($options, 'api secret');
        foreach (Methods::calls() as $method) {
            Output::attempt(static fn (): mixed => Methods::call($method, $values, $values->arguments($method)));
        }
        foreach (Methods::local() as $method) {
            Output::attempt(static fn (): mixed => Methods::call($method, $values, $values->arguments($method)));
        }
        $server->stop();
    }
}
