<?php

declare(strict_types=1);

use Aurpay\Sandbox\Cli\StartFailure;
use Aurpay\Sandbox\Process\Programs;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Http;
use Aurpay\Sandbox\Tests\PrintingSandbox;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Skipped;
use Aurpay\Sandbox\Tests\Suite;

return static function (Suite $suite): void {
    // The curl command's number for HTTP/2; PHP has it as a constant.
    $http2 = [CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_2TLS];
    $http1 = [CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_1_1];
    $running = static fn (int $pid): bool => is_dir("/proc/$pid") || (PHP_OS_FAMILY !== 'Linux' && posix_kill($pid, 0));

    $suite->test('--tls serves HTTP/2 and HTTP/1.1; its certificate verifies with its CA only', static function () use (
        $http1,
        $http2,
    ): void {
        $sandbox = new Sandbox('--tls');
        Check::matches('~^https://127\.0\.0\.1:\d+$~', $sandbox->ready->text('base_uri'));
        foreach ([CURL_HTTP_VERSION_2_0 => $http2, CURL_HTTP_VERSION_1_1 => $http1] as $version => $options) {
            $answer = $sandbox->call('GET', '/api/contract/balance', null, [], $options);
            Check::same([200, $version], [$answer->status, $answer->httpVersion]);
        }
        $base = $sandbox->ready->text('base_uri');
        Check::true((new Http())->send('GET', $base . '/_sandbox')->curlError !== 0, 'verified without the CA');
        $named = str_replace('127.0.0.1', 'localhost', $base);
        Check::same(200, $sandbox->http->send('GET', $named . '/_sandbox')->status);
    });

    $suite->test('connections are kept alive, and the log tells them apart', static function () use (
        $http1,
        $http2,
    ): void {
        foreach ([$http1, $http2] as $version) {
            $sandbox = new Sandbox('--tls');
            for ($i = 0; $i < 5; $i++) {
                $sandbox->call('GET', '/api/contract/balance', null, [], $version);
            }
            $other = new Http($sandbox->ready->text('ca_file'));
            $other->send('GET', $sandbox->ready->text('base_uri') . '/api/v2/tx', [], null, $version);
            $log = $sandbox->control('GET', '/requests');
            Check::same([6, 2], [$log->at('summary', 'requests'), $log->at('summary', 'connections')]);
            Check::same([1, 2, 3, 4, 5, 1], array_column($log->list('requests'), 'connection_request'));
            Check::matches('/^TLSv1\.[23]$/', $log->text('requests', 0, 'tls'));
            Check::same($version === $http2 ? 'HTTP/2.0' : 'HTTP/1.1', $log->text('requests', 0, 'protocol'));
        }
    });

    $suite->test('a signature over an unusual target and gzip work behind nginx', static function (): void {
        $sandbox = new Sandbox('--tls');
        $target = '/api/v2/order/?page=1&chain=%2F..%2f%20+x//y&st=2024-10-10T00:00:00';
        $date = gmdate('Y-m-d\TH:i:s') . '.123Z';
        $origin = "HMAC-SHA256 | $date | GET $target";
        $signature = hash_hmac('sha256', $origin, $sandbox->ready->text('api_secret'), true);
        $answer = $sandbox->call('GET', $target, null, [
            'API-Key' => '',
            'API-Token' => $sandbox->ready->text('api_token'),
            'Algorithm' => 'HMAC-SHA256',
            'Date' => $date,
            'Body-MD5' => '',
            'Signature' => base64_encode($signature),
            'Accept-Encoding' => 'gzip',
        ]);
        Check::same(['gzip', 200], [$answer->headers['content-encoding'] ?? '', $answer->status]);
        Check::contains('"total":0', (string) gzdecode($answer->body));
    });

    $suite->test('br behind nginx, where its module is installed: whole answers, and gzip for the others', static function (): void {
        $installed = Programs::installed()->nginxModule('ngx_http_brotli_filter_module') !== null;
        if (!$installed && !function_exists('brotli_compress')) {
            throw new Skipped('neither nginx nor PHP has br (apt install libnginx-mod-http-brotli-filter)');
        }
        $sandbox = new Sandbox('--tls');
        $get = static fn (string $accepted, string $path = '/api/order/pay/real-currency'): array => array_intersect_key(
            $sandbox->call('GET', $path, null, ['Accept-Encoding' => $accepted])->headers,
            ['content-encoding' => 0, 'vary' => 0],
        );
        Check::same(['vary' => 'Accept-Encoding', 'content-encoding' => 'br'], $get('gzip, br'));
        Check::same('br', $get('br', '/api/none')['content-encoding'] ?? null, 'status 404');
        Check::same('gzip', $get('gzip, br;q=0')['content-encoding'] ?? null);
        $decoded = [CURLOPT_ENCODING => 'br'];
        $answer = $sandbox->call('GET', '/api/order/pay/real-currency', null, [], $decoded);
        Check::contains('"Gold Ounce"', $answer->body);
        Check::same($sandbox->call('GET', '/api/order/pay/real-currency')->body, $answer->body);
        // A refused signature is HTTP 401, which nginx's module leaves alone.
        $refused = $sandbox->call('GET', '/api/v2/tx', null, ['API-Token' => 'x', 'Accept-Encoding' => 'br, gzip']);
        $encoding = $refused->headers['content-encoding'] ?? null;
        Check::true($refused->status === 401 && in_array($encoding, ['gzip', 'br'], true), 'the refusal');
        $sandbox->control('POST', '/faults', ['truncate' => 10]);
        $http1 = [CURLOPT_HTTP_VERSION => CURL_HTTP_VERSION_1_1];
        $cut = $sandbox->call('GET', '/api/contract/balance', null, ['Accept-Encoding' => 'br, gzip'], $http1);
        Check::same([CURLE_PARTIAL_FILE, true], [$cut->curlError, isset($cut->headers['content-length'])]);
    });

    $suite->test('drop behind nginx closes the connection without a byte, after one execution', static function () use (
        $http1,
        $http2,
    ): void {
        $sandbox = new Sandbox('--tls');
        // nginx does not end TLS first, which a newer libcurl reports as an error of receiving.
        $errors = [[$http1, [CURLE_GOT_NOTHING, CURLE_RECV_ERROR]], [$http2, [92]]];
        foreach ($errors as [$version, $expected]) {
            // Use a new connection: on a reused one, libcurl would resend the request.
            $sandbox->control('POST', '/faults', ['drop' => true]);
            $fresh = $version + [CURLOPT_FRESH_CONNECT => true];
            $answer = $sandbox->call('POST', '/api/order/pay-url', '{"price":1,"currency":"USD"}', [], $fresh);
            Check::true(in_array($answer->curlError, $expected, true), "libcurl's error {$answer->curlError}");
            Check::same(0, $answer->status);
        }
        $sandbox->control('POST', '/faults', ['truncate' => 10]);
        $answer = $sandbox->call('GET', '/api/contract/balance', null, [], $http1);
        Check::same(CURLE_PARTIAL_FILE, $answer->curlError);
        Check::same(3, $sandbox->control('GET', '/requests')->at('summary', 'requests'));
    });

    $suite->test('SIGTERM and SIGINT stop it with 0 and leave no file', static function () use ($running): void {
        foreach ([[], ['--tls']] as $options) {
            foreach ([SIGTERM, SIGINT] as $signal) {
                $before = Sandbox::folders();
                $sandbox = new Sandbox(...$options);
                $pid = $sandbox->ready->at('pid');
                Check::same('exit 0', $sandbox->stop($signal));
                Check::true(is_int($pid) && !$running($pid), 'it still runs');
                Check::same([], array_diff(Sandbox::folders(), $before));
            }
        }
    });

    $suite->test('after SIGKILL no server and no file is left', static function (): void {
        foreach ([[], ['--tls']] as $options) {
            $before = Sandbox::folders();
            $sandbox = new Sandbox(...$options);
            $sandbox->killWithoutTrace($before);
        }
    });

    $suite->test('a server that dies is reported, and the sandbox leaves with 1', static function (): void {
        $sandbox = new Sandbox('--tls');
        $ca = $sandbox->ready->text('ca_file');
        $pid = (int) file_get_contents(dirname($ca) . '/nginx.pid');
        Check::true($pid > 1, 'the pid of nginx');
        posix_kill($pid, SIGKILL);
        Check::soon(static fn (): bool => !is_file($ca), 'the end');
        $output = $sandbox->stop();
        Check::contains('nginx has died', $output);
        Check::contains('exit 1', $output);
    });

    $suite->test('a used port and unknown options are reported, with exit code 1', static function (): void {
        $taken = stream_socket_server('tcp://127.0.0.1:0');
        $name = $taken === false ? '' : (string) stream_socket_get_name($taken, false);
        $messages = [
            '--port=' . substr((string) strrchr($name, ':'), 1) => 'is in use',
            '--prot=1' => 'Unknown option: --prot=1',
            '--port=x' => 'between 0 and 65535',
        ];
        foreach ($messages as $option => $message) {
            try {
                new Sandbox($option);
                Check::true(false, 'it started');
            } catch (RuntimeException $failure) {
                Check::contains($message, $failure->getMessage());
            }
        }
    });

    $suite->test('a missing program or extension is reported, with the package to install', static function (): void {
        $none = new Programs(['/nonexistent', '']);
        $asked = ['nginx-light' => $none->nginx(...), 'php-fpm' => $none->phpFpm(...)];
        foreach ($asked as $name => $program) {
            try {
                $program();
                Check::true(false, "$name was found");
            } catch (StartFailure $failure) {
                Check::matches('/^--tls needs .*: apt install (nginx-light|php[0-9.]+-fpm)$/', $failure->getMessage());
            }
        }
        // Without php.ini, PHP has only its built-in extensions.
        $script = dirname(__DIR__, 2) . '/bin/sandbox';
        $listed = shell_exec(escapeshellarg(PHP_BINARY) . ' -n -m');
        if (is_string($listed) && !str_contains($listed, 'pdo_sqlite')) {
            $command = [PHP_BINARY, '-n', $script, '--json'];
            $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], ['pipe', 'w']], $pipes);
            Check::true($process !== false, 'a process');
            Check::same('', stream_get_contents($pipes[1]));
            $message = (string) stream_get_contents($pipes[2]);
            Check::matches('/^sandbox: PHP lacks [a-z_, ]*pdo_sqlite[a-z_, ]*\. On Debian .*php-sqlite3\n$/', $message);
            Check::same(1, $process === false ? 0 : proc_close($process));
        }
    });

    $suite->test('--data keeps orders, credentials and certificate', static function (): void {
        $directory = sys_get_temp_dir() . '/sandbox-data-' . bin2hex(random_bytes(6));
        $first = new Sandbox('--tls', '--data', $directory);
        $id = $first->order();
        $certificate = hash_file('sha256', $first->ready->text('ca_file'));
        $names = ['api_key', 'azpays_token', 'enayapay_api_key', 'enayapay_public_key', 'enayapay_user_phone'];
        $credentials = array_map($first->ready->text(...), $names);
        $first->stop();
        $second = new Sandbox('--tls', "--data=$directory");
        Check::same($credentials, array_map($second->ready->text(...), $names));
        Check::same($certificate, hash_file('sha256', $second->ready->text('ca_file')));
        Check::same($id, $second->call('GET', "/api/v2/order/detail/$id")->at('data', 'order_id'));
        $second->stop();
        \Aurpay\Sandbox\Process\Workspace::remove($directory);
    });

    $suite->test('without --json it greets, and prints a line for each request, with the reason of a refusal', static function (): void {
        $sandbox = new PrintingSandbox();
        Check::matches('/api_key +\S+/', $sandbox->greeting);
        (new Http())->send('GET', $sandbox->baseUri . '/api/contract/balance');
        Check::contains('GET /api/contract/balance  200 code 401: The API-Key is missing in the request header', $sandbox->line());
        $headers = ['API-Token' => 'unknown', 'Algorithm' => 'HMAC-SHA256', 'Signature' => 'x', 'Date' => gmdate('Y-m-d\TH:i:s\Z')];
        (new Http())->send('GET', $sandbox->baseUri . '/api/v2/tx', $headers);
        Check::contains(
            '  401 code 401: Signature verification failed. No merchant of this sandbox has this API-Token',
            $sandbox->line(),
        );
        Check::same(0, $sandbox->stop());
    });
};
