<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

use Aurpay\Sandbox\Cli\StartFailure;
use Aurpay\Sandbox\Net\Host;
use Aurpay\Sandbox\Net\PortHolder;

final class Ports
{
    /** A port of this address that is free now. */
    public static function free(string $address = '127.0.0.1'): int
    {
        $socket = self::listen($address, 0, $reason)
            ?? throw new StartFailure("Cannot listen on $address: $reason");
        $name = (string) stream_socket_get_name($socket, false);
        fclose($socket);

        return (int) substr($name, (int) strrpos($name, ':') + 1);
    }

    public static function isFree(int $port, string $address = '127.0.0.1'): bool
    {
        return self::obstacle($port, $address) === null;
    }

    /** Fails with the reason, and what to do about it, if a port cannot be listened on. */
    public static function require(int $port, string $address): void
    {
        $reason = self::obstacle($port, $address);
        if ($reason === null) {
            return;
        }
        // PHP reports no error number here.
        if (!str_contains($reason, 'already in use')) {
            throw new StartFailure("Cannot listen on port $port of $address: $reason");
        }
        $holder = PortHolder::of($port);

        throw new StartFailure(sprintf(
            'Port %d is in use%s. Stop that, choose another --port, or leave --port out for a free one',
            $port,
            $holder === '' ? '' : " by $holder",
        ));
    }

    /** Why a port cannot be listened on; null if it can. */
    private static function obstacle(int $port, string $address): ?string
    {
        $socket = self::listen($address, $port, $reason);
        if ($socket === null) {
            return (string) $reason;
        }
        fclose($socket);

        return null;
    }

    /**
     * @return resource|null
     */
    private static function listen(string $address, int $port, ?string &$reason)
    {
        $socket = @stream_socket_server('tcp://' . Host::inUrl($address) . ":$port", $number, $reason);

        return $socket === false ? null : $socket;
    }
}
