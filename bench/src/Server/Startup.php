<?php

declare(strict_types=1);

namespace AurpayBench\Server;

use AurpayBench\{Command, Failure};

/** Starts a server whose ports another process may take between the choice of them and the start. */
final readonly class Startup
{
    private const ATTEMPTS = 5;
    private const SECONDS = 10.0;

    /**
     * @param \Closure(): Command $start chooses ports and starts the server
     * @param \Closure(): string $socket where it accepts connections when it is ready
     */
    public static function of(string $name, \Closure $start, \Closure $socket): Command
    {
        for ($attempt = 1; ; $attempt++) {
            $server = $start();
            if (self::isReady($server, $socket())) {
                return $server;
            }
            $server->stop();
            if ($attempt === self::ATTEMPTS) {
                throw new Failure("{$name} does not start\n{$server->said()}");
            }
        }
    }

    private static function isReady(Command $server, string $socket): bool
    {
        $deadline = microtime(true) + self::SECONDS;
        while ($server->isRunning() && microtime(true) < $deadline) {
            $stream = @stream_socket_client($socket);
            if ($stream !== false) {
                fclose($stream);

                return true;
            }
            usleep(2000);
        }

        return false;
    }
}
