<?php

declare(strict_types=1);

namespace AurpayBench\Server;

use AurpayBench\{Command, Failure, Pages, Php, Tools};
use AurpayTest\{Child, FastCgi};

/** A php-fpm with static workers that serves bench/www. It stops when nothing refers to this object. */
final readonly class Fpm
{
    public string $socket;
    public string $root;

    private Child $guard;
    private Folder $folder;

    /** @param list<string> $tracer a command that runs php-fpm, such as strace */
    public function __construct(
        Tools $tools,
        Php $php,
        int $workers,
        ?Network $network = null,
        array $tracer = [],
    ) {
        $this->root = "{$tools->root}/bench/www";
        $this->folder = new Folder($tools, 'fpm');
        $command = [...$tracer, $tools->fpm, ...$php->fpmArguments($this->errorLog())];
        $setup = [
            'command' => $network === null ? $command : $network->atClient($command),
            'root' => $this->root,
            'pool' => ['pm' => 'static', 'pm.max_children' => $workers],
        ];
        $guard = "{$tools->root}/tests/support/fpm_guard.php";
        $this->guard = Child::php($guard, json_encode($setup, JSON_THROW_ON_ERROR));
        $socket = $this->guard->info['socket'] ?? null;
        $this->socket = is_string($socket) ? $socket : throw new Failure('php-fpm named no socket');
    }

    /**
     * Makes a web request without a web server, and returns the body of the answer.
     *
     * @param string $page a script of bench/www, with its query
     * @param array<string, string> $settings
     */
    public function body(string $page, array $settings): string
    {
        $response = $this->begin($page, $settings)->response();

        if ($response->status !== 200) {
            throw new Failure("{$page} answers {$response->status} {$response->body}\n{$this->errors()}");
        }

        return $response->body;
    }

    /**
     * Shows a page with a call, some times.
     *
     * @param array<string, string> $settings
     */
    public function show(string $page, array $settings, int $times): void
    {
        for ($i = 0; $i < $times; $i++) {
            $body = $this->body($page, $settings);
            if (!Orders::isPayUrlIn($body) && $page !== Pages::SCRIPTS[Pages::EMPTY]) {
                throw new Failure("{$page} shows no URL: {$body}");
            }
        }
    }

    /**
     * Sends a web request. Its method response() waits for the answer.
     *
     * @param array<string, string> $settings
     */
    public function begin(string $page, array $settings): FastCgi
    {
        [$script, $query] = explode('?', $page, 2) + [1 => ''];

        return new FastCgi($this->socket, $settings + [
            'REQUEST_METHOD' => 'GET',
            'REQUEST_URI' => "/{$page}",
            'QUERY_STRING' => $query,
            'SCRIPT_FILENAME' => "{$this->root}/{$script}",
        ]);
    }

    /** What PHP has logged. */
    public function errors(): string
    {
        return is_file($this->errorLog()) ? (string) file_get_contents($this->errorLog()) : '';
    }

    /** Ends all workers after their requests, and starts new ones. */
    public function reload(): void
    {
        $this->guard->ask('reload');
    }

    /**
     * The process of a worker and its memory, after a page if one is named. Fails if the worker has no OPcache.
     *
     * @param array<string, string> $settings
     * @return array{process: int, rss: int, private: int, shared: int}
     */
    public function worker(string $page = '', array $settings = []): array
    {
        $query = $page === '' ? '' : '?page=' . str_replace('?', '&', $page);
        $numbers = array_map(intval(...), $this->numbers("worker.php{$query}", $settings));
        if ($numbers['opcache'] !== 1) {
            throw new Failure('OPcache is off or full in a worker');
        }

        return [
            'process' => $numbers['process'],
            'rss' => $numbers['rss'],
            'private' => $numbers['private'],
            'shared' => $numbers['shared'],
        ];
    }

    /**
     * A page that answers with an object of numbers.
     *
     * @param array<string, string> $settings
     * @return array<string, int|float>
     */
    public function numbers(string $page, array $settings): array
    {
        return Command::decode($this->body($page, $settings));
    }

    private function errorLog(): string
    {
        return "{$this->folder->path}/php.log";
    }
}
