<?php

declare(strict_types=1);

namespace AurpayBench;

use AurpayBench\Server\{Fpm, Network, Nginx};

/** Times on a network with a delay, as round trips. */
final readonly class RoundTrips
{
    public const MILLISECONDS = 20;

    private Network $network;
    private Nginx $nginx;

    /** The time of a round trip, measured by opening TCP connections. */
    public float $nanoseconds;

    public function __construct(private Tools $tools, private Php $php, int $milliseconds = self::MILLISECONDS)
    {
        $this->network = new Network($tools, $milliseconds);
        $this->nginx = new Nginx($tools, network: $this->network);
        $this->nanoseconds = $this->run('round_trip.php', [], false);
    }

    /** A php-fpm with one worker, on the client's host. */
    public function worker(): Fpm
    {
        return new Fpm($this->tools, $this->php, 1, $this->network);
    }

    /** @return array{'round trips': float, ms: float} */
    public function call(Fpm $worker, string $contender): array
    {
        $page = $worker->numbers("first_call.php?contender={$contender}", $this->nginx->settings());

        return $this->quantities($page['nanoseconds']);
    }

    /** @return array{'round trips': float, ms: float} */
    public function details(string $contender, int $count): array
    {
        return $this->quantities($this->run('details.php', [$contender, (string) $count], true));
    }

    /** @param list<string> $arguments */
    private function run(string $program, array $arguments, bool $http2): float
    {
        $command = $this->network->atClient($this->php->program($program, ...$arguments));

        return (float) Command::numbers($command, $this->nginx->settings($http2))['nanoseconds'];
    }

    /** @return array{'round trips': float, ms: float} */
    private function quantities(int|float $nanoseconds): array
    {
        return ['round trips' => $nanoseconds / $this->nanoseconds, 'ms' => $nanoseconds / 1e6];
    }
}
