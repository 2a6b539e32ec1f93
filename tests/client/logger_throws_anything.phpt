--TEST--
Whatever is thrown inside a logger stays inside: by an error handler, a destructor, PHP itself, or an endless chain of exceptions with throwing destructors
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/sapi_log.inc';

/** Its destructor throws another one, whose destructor throws, and so on. */
final class Endless extends \Exception
{
    public static bool $isOver = false;

    public function __destruct()
    {
        if (!self::$isOver) {
            throw new self('again');
        }
    }
}

/** The destructor of its property throws an exception that has such a property too. */
final class Nested extends \Exception
{
    public object $property;

    public static function make(): self
    {
        $nested = new self('nested');
        $nested->property = new class() {
            public function __destruct()
            {
                if (!Endless::$isOver) {
                    throw Nested::make();
                }
            }
        };

        return $nested;
    }
}

final class Odd extends \Exception
{
    public function __construct()
    {
        $this->message = ['no', 'string'];
    }
}

final class Unset_ extends \Exception
{
    public function __construct()
    {
        unset($this->message);
    }

    public function __get(string $name): mixed
    {
        throw new \LogicException('nobody asks it');
    }
}

final class AtTheEnd
{
    public function __destruct()
    {
        throw new \RuntimeException('in a destructor');
    }
}

final class Logger
{
    public function __construct(private readonly \Closure $act) {}

    public function log(mixed $level, string $message, array $context): mixed
    {
        return ($this->act)();
    }
}

final class WrongArguments
{
    public function log(array $level): void {}
}

final class TooManyArguments
{
    public function log(mixed $level, string $message, array $context, mixed $more): void {}
}

abstract class Hidden
{
    private function log(mixed $level, string $message, array $context): void {}
}

set_error_handler(static fn (int $type, string $message) => throw new \ErrorException($message));
$log = new SapiLog();
$try = static function (string $name, object $logger): void {
    $before = Client::stats()['logger_failures'];
    $client = (new Recorder(success('["done"]'), ['status' => 502]))->client('key', ['logger' => $logger, 'retries' => 0]);
    unset($logger);
    echo "{$name}: ", describe($client->orders()->refund('1')), ', ';
    try {
        $client->orders()->refund('1');
    } catch (\Throwable $thrown) {
        echo $thrown::class, ' < ', $thrown->getPrevious()::class, $thrown->getPrevious()->getPrevious() ? ' < more' : '';
    }
    unset($client, $thrown);
    echo ', ', Client::stats()['logger_failures'] - $before, " failures\n";
};
$try('an error handler', new Logger(static fn () => trigger_error('noted')));
$try('an Error', new Logger(static fn () => undefined_function()));
$try('a destructor of what it returns', new Logger(static fn () => new AtTheEnd()));
$try('a destructor beside an exception', new Logger(static fn () => [new AtTheEnd(), throw new \LogicException('no')]));
$try('a chain', new Logger(static fn () => throw new \LogicException('outer', 1, new \RuntimeException('inner'))));
$try('a message that is none', new Logger(static fn () => throw new Odd()));
$try('a message that is gone', new Logger(static fn () => throw new Unset_()));
$try('one of ours', new Logger(static fn () => (new Recorder(refusal(5)))->client()->orders()->refund('2')));
$try('wrong arguments', new WrongArguments());
$try('too many arguments', new TooManyArguments());
$try('destructors without end', new Logger(static fn () => throw new Endless('first')));
$try('properties without end', new Logger(static fn () => throw Nested::make()));
Endless::$isOver = true;
$try('nothing', new Logger(static fn () => null));
throws(static fn () => new Client('key', ['logger' => new class() extends Hidden {}]));
throws(static fn () => new Client('key', ['logger' => new class() {
    protected function log(mixed $level, string $message, array $context): void {}
}]));
$log->show();
?>
--EXPECT--
an error handler: ['done'], Aurpay\OutcomeUnknownException < Aurpay\ResponseException, 2 failures
an Error: ['done'], Aurpay\OutcomeUnknownException < Aurpay\ResponseException, 2 failures
a destructor of what it returns: ['done'], Aurpay\OutcomeUnknownException < Aurpay\ResponseException, 2 failures
a destructor beside an exception: ['done'], Aurpay\OutcomeUnknownException < Aurpay\ResponseException, 2 failures
a chain: ['done'], Aurpay\OutcomeUnknownException < Aurpay\ResponseException, 2 failures
a message that is none: ['done'], Aurpay\OutcomeUnknownException < Aurpay\ResponseException, 2 failures
a message that is gone: ['done'], Aurpay\OutcomeUnknownException < Aurpay\ResponseException, 2 failures
one of ours: ['done'], Aurpay\OutcomeUnknownException < Aurpay\ResponseException, 2 failures
wrong arguments: ['done'], Aurpay\OutcomeUnknownException < Aurpay\ResponseException, 2 failures
too many arguments: ['done'], Aurpay\OutcomeUnknownException < Aurpay\ResponseException, 2 failures
destructors without end: ['done'], Aurpay\OutcomeUnknownException < Aurpay\ResponseException, 2 failures
properties without end: ['done'], Aurpay\OutcomeUnknownException < Aurpay\ResponseException, 2 failures
nothing: ['done'], Aurpay\OutcomeUnknownException < Aurpay\ResponseException, 0 failures
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface, AurpayTest\Hidden@anonymous given
TypeError: Aurpay\Client::__construct(): Argument #2 ($options) option "logger" must be an object with a public method log(), such as a Psr\Log\LoggerInterface, class@anonymous given
log: aurpay: the option logger threw ErrorException after POST /api/v2/order/refund/1, whose outcome is not affected: noted
