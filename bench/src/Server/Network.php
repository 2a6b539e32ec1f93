<?php

declare(strict_types=1);

namespace AurpayBench\Server;

use AurpayBench\{Failure, Tools};
use AurpayTest\Child;

/** Two hosts with a delay between them, made by bench/delay.c. They end when nothing refers to this object. */
final readonly class Network
{
    public const SERVER_ADDRESS = '192.0.2.1';

    private Child $delay;

    public function __construct(Tools $tools, int $roundTripMilliseconds)
    {
        if (posix_geteuid() !== 0) {
            throw new Failure('a network with a delay (namespaces and tun devices) needs root');
        }
        $this->delay = new Child([$tools->delay, (string) ($roundTripMilliseconds * 500)]);
    }

    /**
     * Makes a command run on the client's host.
     *
     * @param list<string> $words
     * @return list<string>
     */
    public function atClient(array $words): array
    {
        return $this->at('client', $words);
    }

    /**
     * @param list<string> $words
     * @return list<string>
     */
    public function atServer(array $words): array
    {
        return $this->at('server', $words);
    }

    /**
     * @param list<string> $words
     * @return list<string>
     */
    private function at(string $host, array $words): array
    {
        $path = $this->delay->info[$host] ?? null;

        return is_string($path) ? ['nsenter', "--net={$path}", ...$words] : throw new Failure("there is no {$host}");
    }
}
