<?php

declare(strict_types=1);

use Aurpay\Sandbox\Process\Workspace;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Suite;

// Problems of sandboxes that run for days. tests/support/soak/sandboxes.php runs sandboxes for minutes.
return static function (Suite $suite): void {
    $suite->test('it outlives default_socket_timeout, and is still guarded afterwards', static function (): void {
        foreach ([[], ['--tls']] as $options) {
            $before = Sandbox::folders();
            $sandbox = new Sandbox('-ddefault_socket_timeout=1', ...$options);
            sleep(3);
            Check::same(200, $sandbox->call('GET', '/api/contract/balance')->status);
            $sandbox->killWithoutTrace($before);
        }
    });

    $suite->test('requests leave no line in the log of php -S, errors do', static function (): void {
        $before = Sandbox::folders();
        $sandbox = new Sandbox();
        $run = array_values(array_diff(Sandbox::folders(), $before))[0] ?? '';
        // A worker may say late that it has started.
        $read = static fn (): string => (string) preg_replace(
            '/^.* Development Server \(.*\) started\n/m',
            '',
            (string) file_get_contents("$run/php.log"),
        );
        for ($i = 0; $i < 20; $i++) {
            $sandbox->call('GET', '/api/contract/balance');
        }
        Check::same('', $read());
        file_put_contents("$run/config.json", '{');
        Check::same(500, $sandbox->call('GET', '/api/contract/balance')->status);
        Check::contains('PHP Fatal error', (string) file_get_contents("$run/php.log"));
    });

    $suite->test('its files in /tmp are kept from cleaners that remove old files', static function (): void {
        $workspace = new Workspace(null);
        $old = time() - 30 * 86400;
        mkdir($workspace->runFile('body'));
        file_put_contents($workspace->runFile('body/1'), '');
        file_put_contents($workspace->runFile('config.json'), '');
        symlink($workspace->runFile('elsewhere'), $workspace->runFile('dangling'));
        $socket = stream_socket_server('unix://' . $workspace->runFile('fpm.sock'));
        $kept = ['body/1', 'config.json', 'fpm.sock', 'body', ''];
        foreach ($kept as $name) {
            touch($workspace->runFile($name), $old, $old);
        }
        $workspace->keep();
        clearstatcache();
        foreach ($kept as $name) {
            $file = $workspace->runFile($name);
            Check::true((int) fileatime($file) > $old + 86400, "'$name' looks old");
            Check::same($old, filemtime($file));
        }
        Check::true(!file_exists($workspace->runFile('elsewhere')) && $socket !== false, 'a link was followed');
        $workspace->close();
        Check::true(!file_exists($workspace->run), 'it is still there');
    });

    $suite->test('the time of the CA file does not change right after the start', static function (): void {
        $sandbox = new Sandbox('--tls');
        $ready = microtime(true);
        // Six turns of the supervisor's loop.
        usleep(300_000);
        $modified = (float) shell_exec('stat -c %.6Y ' . escapeshellarg($sandbox->ready->text('ca_file')));
        Check::true($modified > 1.0 && $modified < $ready, "it was changed after $ready, at $modified");
    });

    $suite->test('the guard kills process groups, but not one that it was told to forget', static function (): void {
        $code = 'require $argv[1]; Aurpay\Sandbox\Process\Guard::start();'
            . ' $child = Aurpay\Sandbox\Process\Child::start("sleep", ["/bin/sleep", "600"], [], "/dev/null");'
            // The child registers with the guard before it executes another program.
            . ' while (str_starts_with((string) @file_get_contents("/proc/{$child->pid}/comm"), "php")) { usleep(5000); }'
            . ' $argv[2] === "gone" && Aurpay\Sandbox\Process\Guard::forget($child->pid); echo $child->pid;';
        $end = static function (string $what) use ($code): int {
            $words = [PHP_BINARY, '-r', $code, '--', dirname(__DIR__, 2) . '/autoload.php', $what];

            return (int) shell_exec(implode(' ', array_map(escapeshellarg(...), $words)));
        };
        [$gone, $there] = [$end('gone'), $end('there')];
        Check::true($gone > 1 && $there > 1, 'two process groups');
        Check::soon(static fn (): bool => !posix_kill($there, 0), 'the end of the other process group');
        Check::true(posix_kill($gone, SIGKILL), 'the guard killed a process group that it was told to forget');
    });

    $suite->test('--data: after SIGKILL during a callback, its delivery goes on at the next start', static function (): void {
        $directory = sys_get_temp_dir() . '/sandbox-data-' . bin2hex(random_bytes(6));
        // The shop accepts the callback, and answers only when the test says so.
        $shop = stream_socket_server('tcp://127.0.0.1:0');
        Check::true($shop !== false, 'a listener');
        $uri = 'http://' . ($shop === false ? '' : (string) stream_socket_get_name($shop, false));
        $receive = static function () use ($shop): array {
            $connection = $shop === false ? false : @stream_socket_accept($shop, 60.0);
            Check::true($connection !== false, 'no callback within 60 s');
            $line = $connection === false ? '' : (string) fgets($connection);

            return [$connection, trim($line)];
        };
        foreach ([[], ['--tls']] as $options) {
            $sandbox = new Sandbox('--data', $directory, ...$options);
            $id = $sandbox->order(',"callback_url":"' . $uri . '/paid?order=1"');
            $sandbox->control('POST', '/pay', ['order_id' => $id]);
            [$first, $line] = $receive();
            Check::same('GET /paid?order=1 HTTP/1.1', $line);
            $sandbox->stop(SIGKILL);

            $again = new Sandbox('--data', $directory, ...$options);
            Check::same('SUCCESS', $again->call('GET', "/api/v2/order/detail/$id")->at('data', 'status'));
            [$second, $line] = $receive();
            Check::same('GET /paid?order=1 HTTP/1.1', $line);
            is_resource($second) && fwrite($second, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
            Check::soon(
                static fn (): bool => $again->control('GET', "/orders/$id")->at('callbacks', 0, 'state') === 'delivered',
                'the delivery',
            );
            $again->stop();
            unset($first, $second);
        }
        Workspace::remove($directory);
    });

    $suite->test('it writes nothing into its user\'s home', static function (): void {
        [$home, $own] = [sys_get_temp_dir() . '/home', (string) getenv('HOME')];
        mkdir($home);
        putenv("HOME=$home");
        $sandbox = new Sandbox('--tls');
        putenv("HOME=$own");
        $sandbox->stop();
        Check::same(['.', '..'], scandir($home));
    });
};
