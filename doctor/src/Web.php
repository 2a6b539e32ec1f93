<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** The PHP of the web server: a page at a URL, or one that is run in a php-fpm pool. */
final class Web
{
    /** @var array<string, mixed>|null the first answer, once there is one */
    private ?array $facts = null;
    /** The page in a pool, while it is there. */
    private ?string $page = null;

    public function __construct(private readonly Settings $settings) {}

    public function __destruct()
    {
        $this->remove();
    }

    /** Why there is nothing to ask; null if there is. */
    public function obstacle(): ?string
    {
        $url = $this->settings->option('url');
        if ($url === null) {
            return $this->settings->option('fpm') === null ? 'neither --url nor --fpm is given' : null;
        }

        return Http::obstacle($url);
    }

    /**
     * @return array<string, mixed> what the page says: php, sapi, loaded, idle_connections, information
     * @throws \RuntimeException if it does not answer
     */
    public function facts(): array
    {
        return $this->facts ??= $this->ask('');
    }

    /**
     * The same after a call to the gateway; also status and reused.
     *
     * @return array<string, mixed>
     * @throws \RuntimeException if it does not answer
     */
    public function call(): array
    {
        return $this->ask('call=1');
    }

    /** @return array<string, mixed> */
    private function ask(string $query): array
    {
        $url = $this->settings->option('url');
        $answer = $url === null
            ? (new FastCgi((string) $this->settings->option('fpm'), $this->settings->seconds()))->get($this->page(), $query)
            : Http::request('GET', $query === '' ? $url : $url . (str_contains($url, '?') ? '&' : '?') . $query, $this->settings->seconds());
        $facts = json_decode($answer->body, true);
        if (!is_array($facts) || !isset($facts['php'], $facts['loaded'])) {
            throw new \RuntimeException($url === null && $answer->status === 404
                ? 'php-fpm does not find the page: it may have temporary files of its own, so name another folder with --probe-folder'
                : "HTTP status {$answer->status}, and the answer is not that of the doctor's page");
        }

        /** @var array<string, mixed> $facts */
        return $facts;
    }

    private function page(): string
    {
        if ($this->page === null && function_exists('pcntl_async_signals')) {
            pcntl_async_signals(true);
            foreach ([SIGHUP, SIGINT, SIGTERM] as $signal) {
                pcntl_signal($signal, function (int $signal): never {
                    $this->remove();
                    exit(128 + $signal);
                });
            }
        }

        return $this->page ??= Probe::write(
            $this->settings->option('probe-folder') ?? sys_get_temp_dir(),
            Probe::options($this->settings->clientOptions()) ?? [],
        );
    }

    private function remove(): void
    {
        if ($this->page !== null) {
            @unlink($this->page);
        }
    }
}
