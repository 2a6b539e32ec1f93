<?php

declare(strict_types=1);

use Aurpay\Sandbox\Config;
use Aurpay\Sandbox\Process\Workspace;
use Aurpay\Sandbox\Tests\Answer;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Failed;
use Aurpay\Sandbox\Tests\Http;
use Aurpay\Sandbox\Tests\PrintingSandbox;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\ShopSocket;
use Aurpay\Sandbox\Tests\Suite;
use Aurpay\Sandbox\World\Worlds;

// What fails around the sandbox: its disk, its folder, its files.
return static function (Suite $suite): void {
    $folder = static fn (): string => sys_get_temp_dir() . '/sandbox-data-' . bin2hex(random_bytes(6));
    $startFails = static function (string $words, string ...$options): void {
        try {
            new Sandbox(...$options);
        } catch (Failed $failure) {
            Check::contains("No sandbox: sandbox: $words", $failure->getMessage());

            return;
        }

        throw new Failed('It started: ' . implode(' ', $options));
    };

    $suite->test('a folder of --data has one sandbox at a time, also after one that was killed', static function () use (
        $folder,
        $startFails,
    ): void {
        $data = $folder();
        $first = new Sandbox('--data', $data);
        $pid = $first->ready->int('pid');
        $startFails("Another sandbox has the folder $data: process $pid", '--data', $data);
        Check::same(200, $first->call('GET', '/api/v2/tx')->status);
        $first->stop(SIGKILL);
        $second = new Sandbox('--data', $data);
        Check::same($first->ready->text('api_key'), $second->ready->text('api_key'));
        $second->stop();
        $third = new Sandbox('--data', $data, '--tls');
        $third->stop();
        Workspace::remove($data);
    });

    $suite->test('the same seed gives the same faults after a restart with --data, and the command line counts', static function () use (
        $folder,
    ): void {
        $data = $folder();
        $statuses = static function (Sandbox $sandbox): array {
            $sandbox->control('DELETE', '/faults');
            $fault = ['path' => '/api/v2/tx', 'status' => 503, 'probability' => 0.5, 'count' => 0];
            $sandbox->control('POST', '/faults', $fault);
            $call = static fn (): int => $sandbox->call('GET', '/api/v2/tx')->status;

            return array_map($call, range(1, 20));
        };
        $first = new Sandbox('--data', $data, '--random-seed', '42', '--strict');
        $merchant = $first->merchant('kept');
        $expected = $statuses($first);
        $first->control('POST', '/settings', ['random_seed' => 9, 'strict' => false]);
        $merchant->control('POST', '/settings', ['random_seed' => 9]);
        $first->stop();
        $second = new Sandbox('--data', $data, '--random-seed', '42', '--strict');
        Check::same([42, true], [$second->ready->int('random_seed'), $second->control('GET', '')->at('strict')]);
        Check::same(42, $second->control('GET', '/merchants/kept')->int('random_seed'));
        Check::same($expected, $statuses($second));
        $second->stop();
        Workspace::remove($data);
    });

    $suite->test('a start that cannot succeed says why, and leaves nothing behind', static function () use (
        $folder,
        $startFails,
    ): void {
        $before = Sandbox::folders();
        $data = $folder();
        mkdir($data);
        file_put_contents("$data/sandbox.sqlite", str_repeat('This is no database. ', 100));
        $startFails("Cannot use the databases in $data: ", '--data', $data);
        $startFails('--data needs a value', '--data', '--tls');
        $startFails('--shop-ca: /nonexistent/ca.pem is not a readable file', '--shop-ca', '/nonexistent/ca.pem');
        file_put_contents("$data/seed.json", ' {}');
        $startFails("--seed: $data/seed.json must be a JSON array", '--seed', "$data/seed.json");
        $startFails('PHP forbids pcntl_fork, usleep. See disable_functions in ', '-ddisable_functions=pcntl_fork,usleep');
        $startFails('PHP forbids exec. See disable_functions in ', '-ddisable_functions=exec', '--tls');
        $startFails('There is no folder /nonexistent for temporary files: see TMPDIR', '-dsys_temp_dir=/nonexistent');
        Check::soon(static fn (): bool => Sandbox::folders() === $before, 'the clean-up');
        Workspace::remove($data);
    });

    $suite->test('--data can be any folder, with TLS too', static function () use ($folder): void {
        $data = $folder() . '/a "b" $c \'d\' {e} #f; ü';
        foreach (['--json', '--tls'] as $option) {
            $sandbox = new Sandbox('--data', $data, $option);
            Check::same(200, $sandbox->call('GET', '/api/v2/tx')->status);
            $sandbox->stop();
        }
        Workspace::remove(dirname($data));
    });

    $suite->test('certificates that do not belong together are replaced, as a killed start can leave them', static function () use (
        $folder,
    ): void {
        [$data, $other] = [$folder(), $folder()];
        (new Sandbox('--tls', '--data', $data))->stop();
        (new Sandbox('--tls', '--data', $other))->stop();
        $ca = file_get_contents("$data/ca.pem");
        $works = static function () use ($data): void {
            $sandbox = new Sandbox('--tls', '--data', $data);
            Check::same(200, $sandbox->call('GET', '/api/v2/tx')->status);
            $sandbox->stop();
        };
        // The certificate of another CA; the key of another certificate; half a key.
        copy("$other/server.pem", "$data/server.pem");
        $works();
        copy("$other/server.key", "$data/server.key");
        $works();
        file_put_contents("$data/server.key", substr((string) file_get_contents("$data/server.key"), 0, 50));
        $works();
        Check::same($ca, file_get_contents("$data/ca.pem"), 'the CA, which shops trust,');
        array_map(Workspace::remove(...), [$data, $other]);
    });

    $suite->test('callbacks go on although nobody reads what the sandbox prints; then all of it is there', static function (): void {
        $sandbox = new PrintingSandbox();
        $http = new Http();
        $call = static fn (string $method, string $target, ?string $body = null): Answer => $http->send(
            $method,
            $sandbox->baseUri . $target,
            ['API-Key' => $sandbox->apiKey],
            $body,
        );
        // More than a pipe holds.
        for ($i = 0; $i < 40; $i++) {
            $call('GET', "/api/v2/tx?i=$i&x=" . str_repeat('x', 5000));
        }
        $shop = new ShopSocket();
        $body = '{"chain":"ETH","currency":"ETH","vs_price":9,"vs_currency":"USD","callback_url":"' . $shop->uri . '/c?o=1"}';
        $id = $call('POST', '/api/order/pay-info', $body)->text('data', 'order_id');
        $call('POST', '/_sandbox/pay', json_encode(['order_id' => $id]) ?: '');
        Check::contains('GET /c?o=1', $shop->accept());
        for ($i = 0; $i < 40; $i++) {
            do {
                $line = $sandbox->line();
            } while (str_contains($line, ' warning: '));
            Check::contains("GET /api/v2/tx?i=$i&x=xxx", $line);
        }
        $shop->close();
        Check::same(0, $sandbox->stop());
    });

    $suite->test('a database that fails for a while, as on a full disk, loses no callback and ends nothing', static function () use (
        $folder,
    ): void {
        $data = $folder();
        $sandbox = new Sandbox('--data', $data);
        $database = new PDO("sqlite:$data/sandbox.sqlite", null, null, [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
        $database->exec('PRAGMA busy_timeout = 10000');
        $shop = new ShopSocket();
        $id = $sandbox->order(",\"callback_url\":\"{$shop->uri}/c?o=1\"");
        $sandbox->pay($id);
        $shop->accept();
        // Whatever records the shop's answer fails now.
        $database->exec('ALTER TABLE callback_attempts RENAME TO hidden');
        $shop->answer("HTTP/1.1 200 OK\r\n", '');
        $sandbox->awaitComplaint('cannot use its database');
        $refused = $sandbox->control('GET', '/callbacks');
        Check::same(500, $refused->status);
        Check::contains('cannot use its database', $refused->text('error'));
        $database->exec('ALTER TABLE hidden RENAME TO callback_attempts');
        $delivered = $sandbox->control('GET', "/callbacks?order_id=$id&state=delivered&wait=30");
        Check::same([200], array_column($delivered->list('callbacks', 0, 'attempts'), 'status'));
        Check::contains('exit 0', $sandbox->stop());
        $shop->close();
        Workspace::remove($data);
    });

    $suite->test('a callback that cannot be taken from the queue is not sent before it can', static function () use (
        $folder,
    ): void {
        $data = $folder();
        $sandbox = new Sandbox('--data', $data);
        $database = new PDO("sqlite:$data/sandbox.sqlite", null, null, [PDO::ATTR_ERRMODE => PDO::ERRMODE_EXCEPTION]);
        $database->exec('PRAGMA busy_timeout = 10000');
        $shop = new ShopSocket();
        $id = $sandbox->order(",\"callback_url\":\"{$shop->uri}/c?o=1\"");
        $sandbox->pay($id);
        $shop->accept();
        $shop->answer("HTTP/1.1 200 OK\r\n", '');
        $sandbox->control('GET', "/callbacks?order_id=$id&state=delivered&wait=30");
        // The queue can be read, but not changed.
        $database->exec('CREATE TRIGGER full BEFORE DELETE ON callback_resends BEGIN SELECT RAISE(ABORT, "disk full"); END');
        $sandbox->control('POST', '/callbacks/1/resend', ['signature' => 'wrong']);
        $sandbox->awaitComplaint('disk full');
        $database->exec('DROP TRIGGER full');
        $shop->accept();
        $shop->answer("HTTP/1.1 401 Unauthorized\r\n", '');
        $both = static fn (): bool => count($sandbox->control('GET', '/callbacks/1')->list('attempts')) === 2;
        Check::soon($both, 'the second attempt');
        // It was sent once, not at each try.
        Check::same([200, 401], array_column($sandbox->control('GET', '/callbacks/1')->list('attempts'), 'status'));
        $shop->close();
        Workspace::remove($data);
    });

    $suite->test('a merchant that another process has removed is gone at once', static function () use ($folder): void {
        $data = $folder();
        mkdir("$data/worlds/brief", 0700, true);
        $worlds = new Worlds(new Config("$data/sandbox.sqlite", 'http://127.0.0.1:1'));
        Check::true($worlds->has('brief'), 'it is there');
        shell_exec('rmdir ' . escapeshellarg("$data/worlds/brief"));
        Check::true(!$worlds->has('brief'), 'it is still there');
        Check::true($worlds->open('brief') === null, 'it can be opened');
        Workspace::remove($data);
    });

    $suite->test('a merchant whose database cannot be opened is answered in words', static function () use ($folder): void {
        $data = $folder();
        $sandbox = new Sandbox('--data', $data);
        mkdir("$data/worlds/broken/sandbox.sqlite", 0700, true);
        foreach (['/m/broken/_sandbox/orders', '/m/broken/api/v2/tx'] as $target) {
            $answer = $sandbox->call('GET', $target);
            Check::same(500, $answer->status);
            Check::contains('cannot use its database', $answer->text('error'));
            Check::same([false, 500], [$answer->at('result'), $answer->at('code')]);
        }
        Check::same(200, $sandbox->call('GET', '/api/v2/tx')->status);
        $sandbox->stop();
        Workspace::remove($data);
    });
};
