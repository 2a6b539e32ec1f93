<?php

/*
 * Lets the sandbox and the test servers run for some minutes: the sandboxes sell, pay, refund and call back all the
 * time, the other servers are idle. Afterwards all of them must still work. See scripts/soak.sh.
 *
 * usage: TMPDIR=FOLDER php sandboxes.php SECONDS
 *
 * FOLDER is for this program alone.
 */

declare(strict_types=1);

namespace AurpayTest\Soak;

use AurpayTest\FaultServer;
use AurpayTest\Http;
use AurpayTest\Proxy;
use AurpayTest\Sandbox;
use AurpayTest\Server;

use function AurpayTest\fault_server;
use function AurpayTest\nginx;
use function AurpayTest\proxy;
use function AurpayTest\sandbox;

require_once __DIR__ . '/load.php';
require_once __DIR__ . '/Seller.php';

final class Sandboxes
{
    /** How many turns warm a sandbox up. */
    private const WARM_UP = 10;

    /** How often at least the sandboxes sell, however slow the machine is. */
    private const LEAST = 60;

    /** How much more memory a process may take, in the last third of the time. */
    private const KILOBYTES = 4096;

    /** How many more descriptors. php-fpm and nginx have more or fewer connections at a time. */
    private const DESCRIPTORS = 4;

    /** How much logs may grow, in bytes. */
    private const LOGS = 4096;

    /** @var list<Seller> */
    private array $sellers;

    /** @var array<string, Server> the idle ones */
    private array $idle;

    private readonly FaultServer $shop;
    private readonly Trend $logs;
    private readonly Trend $files;

    public function __construct(private readonly Report $report)
    {
        $this->shop = fault_server();
        $this->sellers = [
            new Seller('the sandbox', sandbox(), $this->shop, self::WARM_UP),
            new Seller('the sandbox with TLS', sandbox('--tls'), $this->shop, self::WARM_UP),
        ];
        $this->idle = [
            'the fault server' => fault_server(),
            'the fault server with HTTP/2' => fault_server('--http2'),
            'nginx' => nginx(),
            'the proxy' => proxy(),
        ];
        $this->logs = new Trend(self::WARM_UP);
        $this->files = new Trend(self::WARM_UP);
    }

    public function run(int $seconds): void
    {
        $tenth = 0;
        for ($turn = 1; $turn <= self::LEAST || $this->report->seconds() < $seconds; $turn++) {
            foreach ($this->sellers as $seller) {
                $seller->sell();
            }
            $this->logs->add(Folder::bytes('.log'));
            $this->files->add(count(Folder::files()));
            if ((int) (10 * $this->report->seconds() / $seconds) > $tenth) {
                $tenth = (int) (10 * $this->report->seconds() / $seconds);
                $this->report->say("{$turn} orders sold at each sandbox");
            }
            usleep(250_000);
        }
    }

    public function check(): void
    {
        foreach ($this->sellers as $seller) {
            $seller->check($this->report, self::KILOBYTES, self::DESCRIPTORS);
        }
        foreach ($this->idle as $name => $server) {
            $this->report->check("{$name} answers", self::answers($server));
        }
        $this->report->check("the logs have {$this->logs->describe()} bytes", $this->logs->isFlat(self::LOGS));
        // SQLite's journals and the bodies of requests come and go.
        $this->report->check("there are {$this->files->describe()} temporary files", $this->files->isFlat(3));
    }

    public function stop(): void
    {
        ob_start();
        foreach ($this->sellers as $seller) {
            $seller->sandbox->stop();
        }
        foreach ([...array_values($this->idle), $this->shop] as $server) {
            $server->stop();
        }
        // What a server has written on stderr is an error.
        $errors = trim((string) ob_get_clean());
        $this->report->check('no server had an error ' . $errors, $errors === '');
        $left = implode(', ', Folder::entries());
        $this->report->check("no temporary file is left {$left}", $left === '');
        $processes = Processes::descendants((int) getmypid());
        $this->report->check(count($processes) . ' processes are left', $processes === []);
    }

    private static function answers(Server $server): bool
    {
        if ($server instanceof Proxy) {
            return $server->log() === [];
        }

        return Http::request('GET', "{$server->baseUri}/x", null, [], $server->caFile)->status === 200;
    }
}

$report = new Report('sandbox  ');
$sandboxes = new Sandboxes($report);
try {
    $sandboxes->run(max(1, (int) ($argv[1] ?? '0')));
    $sandboxes->check();
} catch (Stopped $stopped) {
    $report->check($stopped->getMessage(), false);
}
$sandboxes->stop();
exit($report->finish() ? 0 : 1);
