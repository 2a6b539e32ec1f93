<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

use AurpayTest\RawServer;
use AurpayTest\Server;

use function AurpayTest\fault_server;
use function AurpayTest\proxy;

require_once dirname(__DIR__, 3) . '/support/harness.php';

/** Real servers and proxies that misbehave, with every method that makes a call. */
final class Servers
{
    /** These end at once. */
    private const FAULTS = [
        ['do' => 'close'], ['do' => 'reset'], ['do' => 'close_before'], ['do' => 'close_during'], ['do' => 'half_header'],
        ['do' => 'half_body'], ['do' => 'half_chunked'], ['do' => 'redirect'], ['do' => 'html'], ['do' => 'broken_json'],
        ['do' => 'deep_json'], ['do' => 'gzip_bomb', 'megabytes' => 1], ['do' => 'answer', 'status' => 503],
    ];

    /** These end with the deadline. */
    private const SLOW = [['do' => 'silent'], ['do' => 'drip'], ['do' => 'endless'], ['do' => 'drip', 'head' => true]];

    /** A few methods stand for all where a fault takes long. */
    private const FEW = ['Aurpay\Client::login', 'Aurpay\Wallet::withdraw', 'Aurpay\EnayaPay\Client::balance', 'Aurpay\Order::details'];

    public function run(): void
    {
        $calls = Methods::calls();
        $few = array_values(array_filter($calls, static fn (\ReflectionMethod $method): bool
            => in_array(Methods::name($method), self::FEW, true)));
        if (count($few) !== count(self::FEW)) {
            throw new \LogicException('a method of FEW is gone');
        }
        $plain = fault_server();
        $this->faults($plain, self::FAULTS, $calls, 5.0);
        $this->faults($plain, self::SLOW, $few, 0.2);
        $plain->stop();
        $this->faults(fault_server('--tls'), self::FAULTS, $few, 5.0);
        foreach (['expired', 'not-yet-valid', 'wrong-host', 'wrong-use', 'untrusted', 'self-signed'] as $certificate) {
            $this->calls("certificate {$certificate}", fault_server('--cert', $certificate)->options(), $few);
        }
        $this->nowhere($few);
        $this->proxies($few);
        $this->bytes($few);
    }

    /**
     * @param list<array<string, mixed>> $faults
     * @param list<\ReflectionMethod> $methods
     */
    private function faults(\AurpayTest\FaultServer $server, array $faults, array $methods, float $timeout): void
    {
        $options = $server->options(['timeout' => $timeout, 'max_response_bytes' => 65536]);
        foreach ($faults as $fault) {
            $server->default($fault);
            $this->calls((string) json_encode($fault), $options, $methods);
        }
    }

    /** @param list<\ReflectionMethod> $methods */
    private function nowhere(array $methods): void
    {
        $listener = stream_socket_server('tcp://127.0.0.1:0') ?: throw new \RuntimeException('cannot listen');
        $closed = 'http://' . stream_socket_get_name($listener, false);
        fclose($listener);
        $this->calls('nobody listens', ['base_uri' => $closed], $methods);
        $this->calls('no name', ['base_uri' => 'https://nowhere.invalid', 'timeout' => 5], $methods);
        $this->calls('no CA file', ['base_uri' => 'https://127.0.0.1:1', 'ca_file' => __FILE__], $methods);
    }

    /** @param list<\ReflectionMethod> $methods */
    private function proxies(array $methods): void
    {
        $user = 'user:' . rawurlencode(Markers::of('proxy password'));
        $target = ['base_uri' => 'https://127.0.0.1:1', 'timeout' => 0.5];
        foreach ([
            'refuses' => proxy('--behaviour', 'refuse', '--status', '407'),
            'lets others in' => proxy('--require', 'user:other'),
            'is silent' => proxy('--behaviour', 'silent'),
            'closes' => proxy('--behaviour', 'close'),
            'lets us in' => proxy('--require', 'user:' . Markers::of('proxy password')),
            'is not trusted' => proxy('--tls', '--cert', 'untrusted'),
        ] as $name => $proxy) {
            $uri = str_replace('://', "://{$user}@", $proxy->baseUri);
            $this->calls("a proxy that {$name}", ['proxy' => $uri] + $target, $methods);
            $proxy->stop();
        }
        foreach (['http://USER@127.0.0.1:1', 'http://USER@proxy.invalid', 'https://USER@127.0.0.1:1', 'http://USER@[::1]:1',
            'http://USER@127.0.0.1:99999', 'http://USER@a b:1', 'socks5://USER@127.0.0.1', 'http://USER@', 'http://USER@h:x'] as $uri) {
            $this->calls("the proxy {$uri}", ['proxy' => str_replace('USER', $user, $uri)] + $target, $methods);
        }
    }

    /**
     * Heads that libcurl complains about, with what was sent in them.
     *
     * @param list<\ReflectionMethod> $methods
     */
    private function bytes(array $methods): void
    {
        $server = new RawServer();
        foreach ($methods as $method) {
            $values = new Values(['base_uri' => $server->baseUri, 'retries' => 0, 'logger' => new Logger()]);
            $arguments = $values->arguments($method);
            foreach ($values->passed + ['pay token' => 'pay token'] as $secret) {
                $text = strtr(Markers::of($secret), "\r\n", '  ');
                foreach (["HTTP/1.1 {$text}", "{$text}", "HTTP/{$text} 200 OK", "HTTP/1.1 200 {$text}\r\nContent-Length: {$text}\r\n\r\n",
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: {$text}\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Encoding: {$text}\r\n\r\nx",
                    "HTTP/1.1 200 OK\r\n{$text}\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{$text}\r\n",
                    "HTTP/1.1 401 {$text}\r\nWWW-Authenticate: Basic realm=\"{$text}\"\r\nContent-Length: 0\r\n\r\n"] as $i => $answer) {
                    Output::begin(Methods::name($method) . ", bytes {$i} with {$secret}");
                    $server->answer(self::asLatin1($answer));
                    Output::attempt(static fn (): mixed => Methods::call($method, $values, $arguments));
                }
            }
        }
    }

    /** The server sends each character as one byte. */
    private static function asLatin1(#[\SensitiveParameter] string $bytes): string
    {
        return implode('', array_map(
            static fn (string $byte): string => $byte < "\x80" ? $byte : chr(0xc0 | ord($byte) >> 6) . chr(0x80 | ord($byte) & 0x3f),
            str_split($bytes),
        ));
    }

    /**
     * @param array<string, mixed> $options
     * @param list<\ReflectionMethod> $methods
     */
    private function calls(string $name, array $options, array $methods): void
    {
        foreach ($methods as $i => $method) {
            Output::begin(Methods::name($method) . ", {$name}");
            $values = new Values($options + ['retries' => 0, 'logger' => new Logger()], $i % 2 ? 'api key' : 'api secret');
            Output::attempt(static fn (): mixed => Methods::call($method, $values, $values->arguments($method)));
        }
    }
}
