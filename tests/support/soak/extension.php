<?php

/*
 * Lets the extension live as in a shop: php-fpm workers serve web requests while the gateway restarts, moves and
 * changes its certificate, and workers come and go. See scripts/soak.sh.
 *
 * usage: AURPAY_EXTENSION=FILE TMPDIR=FOLDER php extension.php SECONDS CLOCK
 *
 * FOLDER is for this program alone. CLOCK is soak/clock.c, compiled.
 */

declare(strict_types=1);

namespace AurpayTest\Soak;

use AurpayTest\Fpm;
use AurpayTest\PrivateNames;
use AurpayTest\Unsupported;

require_once __DIR__ . '/load.php';

const WORKERS = 2;

/** After how many web requests a worker of the changing shop is replaced. */
const MAX_REQUESTS = 30;

/** Short, so that a new certificate or address is followed soon. */
const CONNECTION_SECONDS = 6;

/** @param array<string, int> $pool */
function shop(string $name, Gateway $gateway, Clock $clock, string $caFile, array $pool): Shop
{
    $uris = ['base_uri' => $gateway->baseUri, 'http1_uri' => $gateway->info('http1_uri')];
    $ports = array_map(static fn (string $uri): int => (int) parse_url($uri, PHP_URL_PORT), array_values($uris));
    $settings = ['ca_file' => $caFile, 'url' => Shop::URL, 'listed' => (int) $gateway->info('listed'), 'ports' => $ports];
    foreach (['api_key', 'api_token', 'api_secret'] as $member) {
        $settings[$member] = $gateway->info($member);
    }
    $fpm = Fpm::start(
        root: __DIR__ . '/shop',
        workers: WORKERS,
        ini: ['aurpay.max_connection_seconds' => CONNECTION_SECONDS],
        pool: $pool,
        environment: ['AURPAY_SOAK_SETTINGS' => json_encode($uris + $settings, JSON_THROW_ON_ERROR)] + $clock->environment(),
    );

    return new Shop($name, $fpm, WORKERS, $gateway);
}

/** How many connections to the gateway the kernel knows that are not closed on both sides. */
function connections(Gateway $gateway): int
{
    $ports = [$gateway->port(), (int) parse_url($gateway->info('http1_uri'), PHP_URL_PORT)];
    $count = 0;
    foreach (array_slice(file('/proc/self/net/tcp') ?: [], 1) as $line) {
        $fields = preg_split('/\s+/', trim($line)) ?: [];
        $peer = (int) hexdec(explode(':', $fields[2] ?? '')[1] ?? '');
        // 06 is TIME_WAIT, in which the kernel keeps connections that are closed.
        $count += (int) (in_array($peer, $ports, true) && ($fields[3] ?? '') !== '06');
    }

    return $count;
}

function soak(Report $report, int $seconds, string $library): void
{
    $names = new PrivateNames();
    $gateway = Gateway::start();
    $clock = new Clock($library);
    $caFile = tempnam(sys_get_temp_dir(), 'aurpay-ca-') ?: throw new \RuntimeException('no temporary file');
    copy((string) $gateway->caFile, $caFile);
    $steady = shop('the steady shop', $gateway, $clock, $caFile, []);
    $changing = shop('the changing shop', $gateway, $clock, $caFile, ['pm.max_requests' => MAX_REQUESTS]);
    $book = new Book($report);
    $traffic = new Traffic($book);
    $scene = new Scene($gateway, $names, $clock, $steady, $changing, $traffic, $caFile);
    try {
        $traffic->add($steady);
        $traffic->add($changing);
        $life = new Life($scene, $report);
        do {
            $life->rotate();
        } while ($report->seconds() < $seconds);
        $life->calmDown();
        $traffic->pause();
        $life->check();
    } catch (Stopped $stopped) {
        $report->check($stopped->getMessage(), false);
    }
    $book->check($gateway->executions());
    // What a server has written on stderr is an error: php-fpm's guard writes of crashes and of words of workers.
    ob_start();
    $steady->fpm->stop();
    $changing->fpm->stop();
    $errors = trim((string) ob_get_clean());
    $report->check('php-fpm stopped, and no worker crashed or complained ' . $errors, $errors === '');
    for ($i = 0; $i < 600 && $gateway->open() + connections($gateway) > 0; $i++) {
        usleep(100_000);
    }
    $report->check("no connection outlives the workers: {$gateway->open()} at the gateway, " . connections($gateway) . ' in the kernel', $i < 600);
    ob_start();
    $gateway->stop();
    $names->stop();
    $errors = trim((string) ob_get_clean());
    $report->check('the gateway and the name server had no error ' . $errors, $errors === '');
    $clock->stop();
    unlink($caFile);
    $left = implode(', ', Folder::entries());
    $report->check("no temporary file is left {$left}", $left === '');
    $processes = Processes::descendants((int) getmypid());
    $report->check(count($processes) . ' processes are left', $processes === []);
}

$report = new Report('extension');
try {
    soak($report, max(1, (int) ($argv[1] ?? '0')), (string) ($argv[2] ?? ''));
} catch (Unsupported $reason) {
    $report->check("the soak needs its own names: {$reason->getMessage()}", false);
}
exit($report->finish() ? 0 : 1);
