<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

use Aurpay\Sandbox\Cli\StartFailure;

final class Ports
{
    /** A currently free port of 127.0.0.1. */
    public static function free(): int
    {
        $socket = self::listen('127.0.0.1:0') ?? throw new StartFailure('No free port');
        $name = (string) stream_socket_get_name($socket, false);
        fclose($socket);

        return (int) substr($name, (int) strrpos($name, ':') + 1);
    }

    public static function isFree(int $port): bool
    {
        return self::canListen("127.0.0.1:$port");
    }

    public static function isFreeOnIpv6(int $port): bool
    {
        return self::canListen("[::1]:$port");
    }

    private static function canListen(string $address): bool
    {
        $socket = self::listen($address);
        if ($socket === null) {
            return false;
        }
        fclose($socket);

        return true;
    }

    /**
     * @return resource|null
     */
    private static function listen(string $address)
    {
        $socket = @stream_socket_server("tcp://$address");

        return $socket === false ? null : $socket;
    }
}
