<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

use Aurpay\Sandbox\Cli\StartFailure;
use Aurpay\Sandbox\Config;
use Aurpay\Sandbox\Control\EventStream;
use Aurpay\Sandbox\Control\Missing;
use Aurpay\Sandbox\Control\Wait;
use Aurpay\Sandbox\Control\Waiting;
use Aurpay\Sandbox\Entrance;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;

/**
 * A small HTTP server in the supervisor, on loopback, for control requests that
 * wait and for streams of events. It never blocks, so any number of them holds
 * up nothing.
 */
final class WaitingRoom
{
    private const MOST = 64;
    /** Pages must not take the places of requests that wait. */
    private const MOST_STREAMS = 32;

    public readonly string $uri;
    /** @var resource */
    private $listener;
    /** @var array<int, Visitor> */
    private array $visitors = [];

    public function __construct()
    {
        $listener = @stream_socket_server('tcp://127.0.0.1:0');
        if ($listener === false) {
            throw new StartFailure('No free port for requests that wait');
        }
        stream_set_blocking($listener, false);
        $this->listener = $listener;
        $this->uri = 'http://' . stream_socket_get_name($listener, false);
    }

    /** Accepts requests, and answers those whose wait is over. */
    public function serve(Config $config): void
    {
        while (($socket = @stream_socket_accept($this->listener, 0)) !== false) {
            $this->visitors[] = new Visitor($socket, isRefused: count($this->visitors) >= self::MOST);
        }
        $control = function (Request $request) use ($config): Response|Wait|EventStream {
            $result = Entrance::control($config, $request);
            $streams = array_filter($this->visitors, static fn (Visitor $visitor): bool => $visitor->hasStream());

            return $result instanceof EventStream && count($streams) >= self::MOST_STREAMS
                ? Waiting::tooManyStreams()->withHeaders($result->readers())
                : $result;
        };
        foreach ($this->visitors as $key => $visitor) {
            try {
                if ($visitor->serve($control)) {
                    unset($this->visitors[$key]);
                }
            } catch (Missing|\PDOException) {
                // A reset or the end of the merchant came meanwhile.
                $visitor->giveUp();
            }
        }
    }
}
