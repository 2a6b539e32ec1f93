<?php

declare(strict_types=1);

namespace AurpayTest;

/** A php-fpm master with static workers on a unix socket, and a client for it. */
final class Fpm
{
    private readonly string $socket;
    public readonly string $root;
    private readonly string $log;

    private function __construct(private readonly Child $guard)
    {
        [$this->socket, $this->root, $this->log] = [
            $this->info('socket'),
            $this->info('root'),
            $this->info('log'),
        ];
    }

    /**
     * Starts php-fpm with the extension of the running test, and with no php.ini.
     *
     * @param string|null $root the document root; without one, write() makes scripts in a new folder
     * @param array<string, string|int> $ini PHP settings, as with -d
     * @param array<string, string|int> $pool directives of the pool, such as pm.max_requests
     * @param array<string, string> $environment more variables for php-fpm alone
     * @param list<string> $extensions more extensions to load; without php.ini none is
     */
    public static function start(
        ?string $root = null,
        int $workers = 1,
        bool $withExtension = true,
        array $ini = [],
        array $pool = [],
        array $environment = [],
        array $extensions = [],
    ): self {
        $command = [self::binary(), ...self::iniArguments($withExtension, $ini)];
        foreach ($extensions as $extension) {
            array_push($command, '-d', "extension={$extension}");
        }
        $variables = array_map(static fn (string $name, string $value): string => "{$name}={$value}", array_keys($environment), $environment);
        $setup = [
            'command' => $variables === [] ? $command : ['/usr/bin/env', ...$variables, ...$command],
            'root' => $root,
            'pool' => $pool + ['pm' => 'static', 'pm.max_children' => $workers],
        ];

        return new self(Child::php(dirname(__DIR__) . '/fpm_guard.php', json_encode($setup, JSON_THROW_ON_ERROR)));
    }

    /** @throws Unsupported when there is no php-fpm, or it does not load the extension */
    public static function check(bool $withExtension = true): void
    {
        $command = [self::binary(), ...self::iniArguments($withExtension, []), '-m'];
        $process = proc_open($command, [1 => ['pipe', 'w'], 2 => ['file', '/dev/null', 'w']], $pipes);
        if ($process === false) {
            throw new Unsupported("{$command[0]} does not start");
        }
        $modules = (string) stream_get_contents($pipes[1]);
        proc_close($process);
        if ($withExtension && preg_match('~^aurpay$~m', $modules) !== 1) {
            // Built for another PHP: a debug or a ZTS build, or another version.
            throw new Unsupported("{$command[0]} does not load the extension");
        }
    }

    /** The path of the pool's socket. */
    public function socket(): string
    {
        return $this->socket;
    }

    /** Writes a script into the document root. */
    public function write(string $name, string $code): void
    {
        file_put_contents("{$this->root}/{$name}", $code);
    }

    /** @param array<string, string|int> $query */
    public function get(string $script, array $query = []): HttpResponse
    {
        return $this->begin($script, $query)->response();
    }

    /** @param array<string, string> $headers */
    public function post(string $script, string $body, array $headers = []): HttpResponse
    {
        return $this->begin($script, [], 'POST', $body, $headers)->response();
    }

    /**
     * Sends a request without waiting for the answer, so that several run side by side.
     *
     * @param array<string, string|int> $query
     * @param array<string, string> $headers
     */
    public function begin(
        string $script,
        array $query = [],
        string $method = 'GET',
        string $body = '',
        array $headers = [],
        int $timeout = FastCgi::TIMEOUT,
    ): FastCgi {
        $queryString = http_build_query($query);
        $params = [
            'GATEWAY_INTERFACE' => 'CGI/1.1',
            'SERVER_PROTOCOL' => 'HTTP/1.1',
            'SERVER_NAME' => 'localhost',
            'REMOTE_ADDR' => '127.0.0.1',
            'REQUEST_METHOD' => $method,
            'REQUEST_URI' => "/{$script}" . ($queryString === '' ? '' : "?{$queryString}"),
            'QUERY_STRING' => $queryString,
            'DOCUMENT_ROOT' => $this->root,
            'SCRIPT_NAME' => "/{$script}",
            'SCRIPT_FILENAME' => "{$this->root}/{$script}",
            'CONTENT_LENGTH' => (string) strlen($body),
            'CONTENT_TYPE' => $headers['Content-Type'] ?? 'application/x-www-form-urlencoded',
        ];
        foreach ($headers as $name => $value) {
            $params['HTTP_' . strtoupper(strtr($name, '-', '_'))] = $value;
        }

        return new FastCgi($this->socket, $params, $body, $timeout);
    }

    /** Reloads gracefully (SIGUSR2), and waits for the new workers. */
    public function reload(): void
    {
        $this->beginReload();
        $this->finishReload();
    }

    /**
     * The first half of reload(), for requests in flight. Read their responses before the second
     * half, because a worker does not end before its client has closed the connection.
     */
    public function beginReload(): void
    {
        $this->guard->ask('reload');
    }

    public function finishReload(): void
    {
        $this->guard->ask('ready');
    }

    public function errorLog(): string
    {
        return (string) file_get_contents($this->log);
    }

    /** Stops gracefully, so that modules are shut down; a worker that crashed is shown. */
    public function stop(): void
    {
        $this->guard->stop();
    }

    private function info(string $name): string
    {
        $value = $this->guard->info[$name] ?? null;

        return is_string($value) ? $value : throw new \LogicException("php-fpm's guard did not send {$name}");
    }

    /** @throws Unsupported */
    private static function binary(): string
    {
        $version = PHP_MAJOR_VERSION . '.' . PHP_MINOR_VERSION;
        $candidates = [
            (string) getenv('AURPAY_FPM'),
            "/usr/sbin/php-fpm{$version}",
            '/usr/sbin/php-fpm',
            dirname(PHP_BINARY, 2) . '/sbin/php-fpm',
        ];
        foreach ($candidates as $candidate) {
            if ($candidate !== '' && is_executable($candidate)) {
                return $candidate;
            }
        }

        throw new Unsupported('there is no php-fpm; set AURPAY_FPM to its path');
    }

    /**
     * @param array<string, string|int> $ini
     * @return list<string>
     */
    private static function iniArguments(bool $withExtension, array $ini): array
    {
        $arguments = ['-n'];
        if ($withExtension) {
            $folder = rtrim((string) ini_get('extension_dir'), '/');
            $extension = getenv('AURPAY_EXTENSION') ?: "{$folder}/aurpay.so";
            array_push($arguments, '-d', "extension={$extension}");
        }
        foreach ($ini as $name => $value) {
            array_push($arguments, '-d', "{$name}={$value}");
        }

        return $arguments;
    }
}
