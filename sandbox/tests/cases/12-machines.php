<?php

declare(strict_types=1);

use Aurpay\Sandbox\Callback\Destinations;
use Aurpay\Sandbox\Net\Host;
use Aurpay\Sandbox\Net\Range;
use Aurpay\Sandbox\Process\Certificates;
use Aurpay\Sandbox\Process\Workspace;
use Aurpay\Sandbox\Tests\Check;
use Aurpay\Sandbox\Tests\Machines;
use Aurpay\Sandbox\Tests\Sandbox;
use Aurpay\Sandbox\Tests\Suite;

return static function (Suite $suite): void {
    $failure = static function (string ...$options): string {
        try {
            (new Sandbox(...$options))->stop();
        } catch (RuntimeException $failure) {
            return trim($failure->getMessage());
        }

        return 'it started';
    };

    $suite->test('host names and addresses have one spelling; what libcurl reads differently is neither', static function (): void {
        $spellings = [
            'Shop.Test' => 'shop.test', 'a_b-c.x1' => 'a_b-c.x1', '127.0.0.1' => '127.0.0.1', '[::1]' => '::1',
            'FD00:0::0001' => 'fd00::1', '[::ffff:10.0.0.1]' => '10.0.0.1', 'localhost' => 'localhost',
            '' => null, '127.1' => null, '0x7f000001' => null, '2130706433' => null, 'a.0x1' => null, 'shop.test.' => null,
            'a b' => null, "a\nb" => null, 'shöp.test' => null, 'a%62' => null, '[10.0.0.1]' => null, 'fe80::1%eth0' => null,
            'shop.test:80' => null, '-a' => null, 'a..b' => null, '010.0.0.1' => null,
        ];
        foreach ($spellings as $host => $normal) {
            Check::same($normal, Host::normal((string) $host), (string) $host);
        }
    });

    $suite->test('a range has its addresses and no other', static function (): void {
        $cases = [
            '10.0.0.0/8' => [['10.0.0.0', '10.255.255.255'], ['9.255.255.255', '11.0.0.0', '::a00:0']],
            '10.1.2.3' => [['10.1.2.3'], ['10.1.2.2', '10.1.2.4']],
            '192.168.1.129/26' => [['192.168.1.128', '192.168.1.191'], ['192.168.1.127', '192.168.1.192']],
            '0.0.0.0/0' => [['1.2.3.4', '255.255.255.255'], ['::1']],
            'fd00::/9' => [['fd00::1', 'fd7f::'], ['fd80::', 'fc00::1']],
        ];
        foreach ($cases as $text => [$inside, $outside]) {
            foreach ([...array_fill_keys($inside, true), ...array_fill_keys($outside, false)] as $address => $is) {
                Check::same($is, Range::parse($text)?->contains((string) $address), "$text has $address");
            }
        }
        foreach (['10.0.0.0/33', '10.0.0.0/', '10.0.0.0/-1', 'x/8', '::/129', '10.0.0/8', ''] as $bad) {
            Check::same(null, Range::parse($bad), $bad);
        }
    });

    $suite->test('an allowed name does not lead to link-local addresses, unless they are allowed too', static function (): void {
        $addresses = ['10.1.2.3', '169.254.169.254', 'fe80::1', '0.0.0.0'];
        $by = static fn (string ...$allowed): array => (new Destinations(array_values($allowed)))->allowedOf('shop.test', $addresses);
        Check::same(['10.1.2.3'], $by('shop.test'));
        Check::same(['10.1.2.3', '169.254.169.254'], $by('Shop.Test', '169.254.169.254'));
        Check::same(['fe80::1'], $by('fe80::/10'));
        Check::same([], $by('other.test'));
    });

    $suite->test('the scheme of a callback is read like the API reads it: in any case of letters', static function (): void {
        $to = static fn (string $url): ?string => (new Destinations())->host($url);
        Check::same(['127.0.0.1', 'localhost'], [$to('HTTP://127.0.0.1/'), $to('Https://localhost/')]);
        Check::same([null, null], [$to('FTP://127.0.0.1/'), $to('file://127.0.0.1/')]);
    });

    $suite->test('wrong addresses, names and a wrong CA are reported, with what is possible', static function () use ($failure): void {
        $plain = 'the aurpay client speaks plain http only to loopback addresses';
        $messages = [
            ['--listen 10.0.0.1 needs --tls: ' . $plain, '--listen', '10.0.0.1'],
            ['--listen :: needs --tls: ' . $plain, '--listen=::'],
            ['--listen 0.0.0.0 needs --name HOST: the host by which other machines', '--tls', '--listen=0.0.0.0'],
            ['--listen must be an IPv4 or IPv6 address', '--listen=gateway.test'],
            ['--name must be a host name or an address, without a port: a:80', '--name=a:80'],
            ['--name must be one host; no client can connect to ::', '--name=::'],
            ['--name needs a value', '--name'],
            ['--allow-callback must be a host name, an address, or a range', '--allow-callback=http://shop.test/'],
            ['--shop-ca: /nowhere is not a readable file with a certificate', '--shop-ca=/nowhere'],
            ['--shop-ca: ' . __FILE__ . ' is not a readable file with a certificate', '--shop-ca=' . __FILE__],
            ['Cannot listen on 192.0.2.1: ', '--tls', '--listen=192.0.2.1'],
            ['Cannot listen on port 65000 of 192.0.2.1: ', '--tls', '--listen=192.0.2.1', '--port=65000'],
        ];
        foreach ($messages as $case) {
            Check::contains("sandbox: $case[0]", $failure(...array_slice($case, 1)));
        }
    });

    $suite->test('a used port is reported with the program that has it', static function () use ($failure): void {
        $taken = stream_socket_server('tcp://127.0.0.1:0');
        $port = substr((string) strrchr($taken === false ? '' : (string) stream_socket_get_name($taken, false), ':'), 1);
        $holder = PHP_OS_FAMILY === 'Linux' ? sprintf(' by \S+ \(process %d\)', getmypid()) : '( by .*)?';
        foreach ([[], ['--tls']] as $options) {
            $message = $failure("--port=$port", ...$options);
            Check::matches("/: Port $port is in use$holder\\. Stop that, choose another --port, or leave/", $message);
        }
    });

    $suite->test('--listen and --name without TLS: another loopback address, a Host of its own', static function (): void {
        $sandbox = new Sandbox('--listen', '127.0.0.3', '--name', 'gateway.test', '--name=127.0.0.3');
        $base = $sandbox->ready->text('base_uri');
        Check::matches('~^http://gateway\.test:\d+$~', $base);
        $at = static fn (string $host): int => $sandbox->http->send(
            'GET',
            str_replace('gateway.test', '127.0.0.3', $base) . '/_sandbox',
            ['Host' => $host],
        )->status;
        foreach (['gateway.test' => 200, 'GATEWAY.test:80' => 200, '127.0.0.3' => 200, 'evil.test' => 403] as $host => $status) {
            Check::same($status, $at($host), $host);
        }
        $page = $sandbox->http->send('GET', str_replace('gateway.test', '127.0.0.3', $base) . '/openapi.json');
        Check::same($base, $page->at('servers', 0, 'url'));
    });

    $suite->test('a certificate that lacks a name is made anew under the same CA', static function (): void {
        $folder = sys_get_temp_dir() . '/certificates-' . bin2hex(random_bytes(4));
        mkdir($folder);
        $read = static fn (string $name): string => (string) file_get_contents("$folder/$name");
        $in = static function (string ...$hosts) use ($folder): Certificates {
            return Certificates::in($folder, array_values($hosts), true);
        };
        $files = $in('127.0.0.1', '::1', 'localhost');
        Check::same(0600, fileperms($files->keyFile) & 0777);
        Check::same(0600, fileperms("$folder/ca.key") & 0777);
        [$ca, $server] = [$read('ca.pem'), $read('server.pem')];
        $in('127.0.0.1', 'localhost');
        Check::same([$ca, $server], [$read('ca.pem'), $read('server.pem')]);

        $in('127.0.0.1', '::1', 'gateway.test', 'fd00::1');
        Check::same($ca, $read('ca.pem'));
        Check::true($server !== $read('server.pem'), 'a new certificate');
        Check::same(1, openssl_x509_verify($read('server.pem'), $ca));
        Check::true(openssl_x509_check_private_key($read('server.pem'), $read('server.key')), 'its key');
        foreach (['gateway.test', 'fd00::1'] as $host) {
            $command = 'openssl x509 -noout -check' . (str_contains($host, ':') ? 'ip' : 'host') . " $host -in ";
            Check::contains('does match', (string) shell_exec($command . escapeshellarg("$folder/server.pem")));
        }

        // Folders of earlier versions have no key of the CA.
        unlink("$folder/ca.key");
        $in('another.test');
        Check::true($ca !== $read('ca.pem'), 'a new CA');
        Check::same(1, openssl_x509_verify($read('server.pem'), $read('ca.pem')));
        Workspace::remove($folder);
    });

    $suite->test('without --data, the key of the CA is on no disk', static function (): void {
        $sandbox = new Sandbox('--tls');
        $names = scandir(dirname($sandbox->ready->text('ca_file'))) ?: [];
        Check::same(['ca.pem', 'server.key'], array_values(array_intersect($names, ['ca.key', 'ca.pem', 'server.key'])));
    });

    $suite->test('--share writes the CA and the line of --json for a shop that sees only that folder', static function (): void {
        $folder = sys_get_temp_dir() . '/share-' . bin2hex(random_bytes(4));
        $sandbox = new Sandbox('--tls', '--share', $folder);
        $line = json_decode((string) file_get_contents("$folder/sandbox.json"), true);
        $told = (array) json_decode($sandbox->ready->body, true);
        Check::same("$folder/ca.pem", is_array($line) ? $line['ca_file'] : null);
        // Every user may read the file, so it has nothing with which to control the sandbox.
        unset($told['developer_token']);
        Check::same(['ca_file' => 0] + $told, ['ca_file' => 0] + (array) $line);
        Check::same(file_get_contents($sandbox->ready->text('ca_file')), file_get_contents("$folder/ca.pem"));
        Check::same(['.', '..', 'ca.pem', 'sandbox.json'], scandir($folder));
        Workspace::remove($folder);
    });

    $suite->test('--share follows no link that a shop has left in the folder', static function (): void {
        $folder = sys_get_temp_dir() . '/share-' . bin2hex(random_bytes(4));
        mkdir("$folder/shared", 0700, true);
        file_put_contents("$folder/precious", 'precious');
        foreach (['sandbox.json', 'sandbox.json.new'] as $name) {
            symlink("$folder/precious", "$folder/shared/$name");
        }
        $sandbox = new Sandbox('--share', "$folder/shared");
        Check::same('precious', file_get_contents("$folder/precious"));
        Check::contains($sandbox->ready->text('api_key'), (string) file_get_contents("$folder/shared/sandbox.json"));
        Check::true(!is_link("$folder/shared/sandbox.json"), 'a file of its own');
        Workspace::remove($folder);
    });

    /** @var array<string, Closure(): void> $scenarios */
    $scenarios = require dirname(__DIR__) . '/machines/scenarios.php';
    foreach (array_keys($scenarios) as $title) {
        $suite->test("two machines: $title", static fn () => Machines::run($title));
    }
};
