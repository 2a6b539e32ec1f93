<?php

declare(strict_types=1);

namespace AurpayTest;

/** A server that runs as a child of the test. It stops with stop() or when its last reference is gone. */
abstract class Server
{
    public readonly string $baseUri;
    public readonly ?string $caFile;

    final protected function __construct(protected readonly Child $child)
    {
        $this->baseUri = $this->info('base_uri');
        $this->caFile = isset($child->info['ca_file']) ? $this->info('ca_file') : null;
    }

    abstract public static function start(string ...$options): static;

    /** A string of its first line of JSON, such as 'api_key'. */
    public function info(string $name): string
    {
        $value = $this->child->info[$name] ?? null;
        if (!is_string($value) && !is_int($value)) {
            throw new \LogicException("the server did not send {$name}");
        }

        return (string) $value;
    }

    public function port(): int
    {
        return (int) parse_url($this->baseUri, PHP_URL_PORT);
    }

    /**
     * Options for a client of this server, and more options from the caller.
     *
     * @param array<string, mixed> $more
     * @return array<string, mixed>
     */
    public function options(array $more = []): array
    {
        $options = ['base_uri' => $this->baseUri];
        if ($this->caFile !== null) {
            $options['ca_file'] = $this->caFile;
        }

        return $more + $options;
    }

    public function stop(): void
    {
        $this->child->stop();
    }
}
