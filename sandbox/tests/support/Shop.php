<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Tests;

use Aurpay\Sandbox\Process\Child;
use Aurpay\Sandbox\Process\Ports;
use Aurpay\Sandbox\Process\Workspace;

/**
 * A small shop under php -S. It answers callbacks with the given statuses in
 * turn, repeats the last one for ever, and records the requests.
 *
 * In a test on two machines it is on the second one, at SHOP_ADDRESS.
 */
final class Shop
{
    private readonly Child $server;
    private readonly string $directory;
    public readonly string $uri;

    public function __construct(int ...$statuses)
    {
        $this->directory = sys_get_temp_dir() . '/sandbox-shop-' . bin2hex(random_bytes(6));
        mkdir($this->directory, 0700);
        file_put_contents($this->directory . '/statuses', implode("\n", $statuses));
        file_put_contents($this->directory . '/calls', '');
        $port = Ports::free();
        $address = getenv('SHOP_ADDRESS') ?: '127.0.0.1';
        $this->uri = "http://$address:$port";
        $this->server = Child::start(
            'the shop',
            Machines::php('-S', "$address:$port", __DIR__ . '/shop.php'),
            ['SHOP_DIRECTORY' => $this->directory],
            '/dev/null',
        );
        Check::soon(static fn (): bool => is_resource(@fsockopen($address, $port)), 'the shop');
    }

    public function __destruct()
    {
        $this->server->kill();
        Workspace::remove($this->directory);
    }

    /**
     * @return list<Answer> each call as JSON: method, target, headers, body
     */
    public function calls(): array
    {
        $lines = file($this->directory . '/calls', FILE_IGNORE_NEW_LINES);

        return array_map(static fn (string $line): Answer => new Answer(0, [], $line, 0, 0), $lines ?: []);
    }

    public function awaitCalls(int $count): void
    {
        Check::soon(fn (): bool => count($this->calls()) >= $count, "$count callbacks");
    }
}
