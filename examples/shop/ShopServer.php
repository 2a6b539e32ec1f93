<?php

declare(strict_types=1);

namespace AurpayExample;

/** The shop's web server: in this example, PHP's built-in server. It stops when the script ends. */
final class ShopServer
{
    private const PATIENCE_SECONDS = 60;

    /** @param resource $process */
    private function __construct(
        public readonly string $url,
        private $process,
        private readonly string $folder,
    ) {}

    /** Starts on a free port, and sets AURPAY_SHOP_URL and AURPAY_SHOP_DATABASE for the server and this script. */
    public static function start(): self
    {
        self::leaveTidily();
        $folder = sys_get_temp_dir() . '/aurpay-shop-' . bin2hex(random_bytes(6));
        mkdir($folder, 0700);
        putenv("AURPAY_SHOP_DATABASE={$folder}/shop.sqlite");
        $url = 'http://127.0.0.1:' . self::freePort();
        putenv("AURPAY_SHOP_URL={$url}");
        $log = ['file', "{$folder}/server.log", 'w'];
        $process = proc_open(self::command($url), [['file', '/dev/null', 'r'], $log, $log], $pipes);
        if ($process === false) {
            throw new \RuntimeException("The shop's web server does not start");
        }
        $server = new self($url, $process, $folder);
        $server->waitUntilReady();

        return $server;
    }

    /** Makes Ctrl-C run the script's destructors, so that neither the server nor its files are left behind. */
    private static function leaveTidily(): void
    {
        if (!function_exists('pcntl_async_signals')) {
            return;
        }
        pcntl_async_signals(true);
        foreach ([SIGHUP, SIGINT, SIGTERM] as $signal) {
            pcntl_signal($signal, static function (int $signal): never {
                exit(128 + $signal);
            });
        }
    }

    public function __destruct()
    {
        // The whole process group: with PHP_CLI_SERVER_WORKERS, the server does not pass a signal on to its workers.
        posix_kill(-proc_get_status($this->process)['pid'], SIGTERM);
        proc_close($this->process);
        array_map('unlink', glob("{$this->folder}/*") ?: []);
        rmdir($this->folder);
    }

    /** @return list<string> */
    private static function command(string $url): array
    {
        // "-d extension=…", if the extension is not installed.
        $arguments = preg_split('~\s+~', (string) getenv('AURPAY_PHP_ARGS'), -1, PREG_SPLIT_NO_EMPTY) ?: [];

        // setsid makes a process group of the server and its workers.
        return ['setsid', PHP_BINARY, ...$arguments, '-S', substr($url, strlen('http://')), '-t', __DIR__];
    }

    private static function freePort(): int
    {
        $socket = stream_socket_server('tcp://127.0.0.1:0');
        if ($socket === false) {
            throw new \RuntimeException('There is no free port');
        }
        $port = (int) substr((string) strrchr((string) stream_socket_get_name($socket, false), ':'), 1);
        fclose($socket);

        return $port;
    }

    private function waitUntilReady(): void
    {
        $deadline = microtime(true) + self::PATIENCE_SECONDS;
        while (!@stream_socket_client('tcp://' . substr($this->url, strlen('http://')))) {
            if (microtime(true) > $deadline || !proc_get_status($this->process)['running']) {
                throw new \RuntimeException((string) file_get_contents("{$this->folder}/server.log"));
            }
            usleep(10_000);
        }
    }
}
