<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Tests;

use Aurpay\Sandbox\Application;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;

/**
 * A client on another machine. Its requests cannot come over loopback, so they
 * go to the application directly.
 */
final readonly class Peer
{
    public function __construct(private Application $application) {}

    /**
     * @param array<string, string> $headers
     */
    public static function request(
        string $address,
        array $headers,
        string $method = 'GET',
        string $target = '/_sandbox',
        string $body = '',
    ): Request {
        return new Request(
            $method,
            $target,
            array_change_key_case($headers),
            $body,
            isFromThisMachine: Request::isOneMachine($address, '10.0.0.1'),
        );
    }

    /**
     * @param array<string, string> $headers
     */
    public function ask(string $method, string $target, string $body = '', array $headers = []): Response
    {
        $headers += ['Host' => '10.0.0.1:8480'];

        return $this->application->handle(self::request('10.0.0.2', $headers, $method, $target, $body));
    }
}
