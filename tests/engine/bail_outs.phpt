--TEST--
A fatal error, exit or an exception, wherever a call runs the shop's code, leaves nothing behind: the next call works, in a shutdown function too
--SKIPIF--
<?php

if (!function_exists('pcntl_fork')) {
    die('skip needs ext-pcntl');
}
?>
--INI--
display_errors=0
error_log=/dev/null
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/engine.inc';

final class Date extends \DateTimeImmutable
{
    public ?\Closure $act = null;

    public function getTimestamp(): int
    {
        ($this->act)();

        return 0;
    }
}

final class Logger
{
    public function __construct(public ?\Closure $act = null)
    {
    }

    public function log(mixed $level, string $message, array $context): void
    {
        if ($this->act) {
            [$act, $this->act] = [$this->act, null];
            $act();
        }
    }
}

final class Handler
{
    public ?\Closure $act = null;

    public function __invoke(string $method, string $target): array
    {
        if ($this->act) {
            [$act, $this->act] = [$this->act, null];
            $act();
        }

        return ['headers' => ['a-trace-id' => 't'], 'body' => '{"code":0,"result":true,"data":{"target":"' . $target . '"}}'];
    }
}

$acts = [
    'fatal' => fatal_error(...),
    'exit' => static fn () => exit('exit '),
    'exception' => static fn () => throw new \DomainException('thrown'),
];
foreach (['getTimestamp', 'handler', 'logger', 'handler in a handler', 'logger in a destructor'] as $place) {
    foreach ($acts as $name => $act) {
        $child = pcntl_fork();
        if ($child) {
            pcntl_waitpid($child, $status);
            echo 'status ', pcntl_wifexited($status) ? pcntl_wexitstatus($status) : 'none', "\n";
            continue;
        }
        echo "{$place}, {$name}: ";
        [$handler, $logger, $date] = [new Handler(), new Logger(), new Date()];
        $client = new Client('key', ['handler' => $handler, 'logger' => $logger, 'retries' => 0]);
        $other = new Client('key', ['handler' => new Handler()]);
        register_shutdown_function(static function () use ($client, $other): void {
            echo $client->orders()->detail('a')['target'] . ' ' . $other->orders()->refund('b')['target'] . ' ';
        });
        $filter = ['page' => 1];
        switch ($place) {
            case 'getTimestamp':
                $date->act = $act;
                $filter += ['st' => $date];
                break;
            case 'handler':
                $handler->act = $act;
                break;
            case 'logger':
                $logger->act = $act;
                break;
            case 'handler in a handler':
                $inner = new Handler();
                $inner->act = $act;
                $nested = new Client('key', ['handler' => $inner]);
                $handler->act = static fn () => $nested->orders()->refund('1');
                break;
            case 'logger in a destructor':
                $logger->act = $act;
                $object = new class ($client) {
                    public function __construct(private Client $client)
                    {
                    }

                    public function __destruct()
                    {
                        $this->client->orders()->refund('1');
                    }
                };
                $handler->act = static function () use (&$object): void {
                    $object = null;
                };
                break;
        }
        try {
            $client->orders()->list($filter);
            echo 'success ';
        } catch (\DomainException $exception) {
            echo $exception->getMessage(), ' ';
        }
        exit(0);
    }
}
?>
--EXPECT--
getTimestamp, fatal: /api/v2/order/detail/a /api/v2/order/refund/b status 255
getTimestamp, exit: exit /api/v2/order/detail/a /api/v2/order/refund/b status 0
getTimestamp, exception: thrown /api/v2/order/detail/a /api/v2/order/refund/b status 0
handler, fatal: /api/v2/order/detail/a /api/v2/order/refund/b status 255
handler, exit: exit /api/v2/order/detail/a /api/v2/order/refund/b status 0
handler, exception: thrown /api/v2/order/detail/a /api/v2/order/refund/b status 0
logger, fatal: /api/v2/order/detail/a /api/v2/order/refund/b status 255
logger, exit: exit /api/v2/order/detail/a /api/v2/order/refund/b status 0
logger, exception: success /api/v2/order/detail/a /api/v2/order/refund/b status 0
handler in a handler, fatal: /api/v2/order/detail/a /api/v2/order/refund/b status 255
handler in a handler, exit: exit /api/v2/order/detail/a /api/v2/order/refund/b status 0
handler in a handler, exception: thrown /api/v2/order/detail/a /api/v2/order/refund/b status 0
logger in a destructor, fatal: /api/v2/order/detail/a /api/v2/order/refund/b status 255
logger in a destructor, exit: exit /api/v2/order/detail/a /api/v2/order/refund/b status 0
logger in a destructor, exception: success /api/v2/order/detail/a /api/v2/order/refund/b status 0
