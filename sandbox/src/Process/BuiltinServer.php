<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

use Aurpay\Sandbox\Config;
use Aurpay\Sandbox\Net\Host;
use Aurpay\Sandbox\Net\Listener;

/**
 * php -S: plain http, one request per connection, nothing to install.
 */
final readonly class BuiltinServer implements Server
{
    public function __construct(private Workspace $workspace, private Listener $listener) {}

    public function baseUri(int $port): string
    {
        return 'http://' . Host::inUrl($this->listener->host()) . ":$port";
    }

    public function caFile(): ?string
    {
        return null;
    }

    public function start(int $port, string $configFile): array
    {
        $index = dirname(__DIR__, 2) . '/public/index.php';
        $log = $this->workspace->runFile('php.log');
        $address = Host::inUrl($this->listener->address);

        return [Child::start(
            'php -S',
            [
                PHP_BINARY,
                // Without -q, php -S logs three lines for each request, which would fill the disk within days. With -q,
                // it also drops the errors of scripts, unless error_log names a file.
                '-q', '-d', "error_log=$log",
                '-d', 'opcache.enable_cli=1', '-S', "$address:$port", '-t', dirname($index), $index,
            ],
            [Config::VARIABLE => $configFile, 'PHP_CLI_SERVER_WORKERS' => '4'],
            $log,
        )];
    }
}
