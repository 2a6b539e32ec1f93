--TEST--
Secrets in variables passed by reference are still masked after the shop's code has overwritten them: in a handler, a logger, a signal handler, a date's method
--SKIPIF--
<?php

if (!function_exists('pcntl_async_signals')) {
    die('skip needs ext-pcntl');
}
?>
--INI--
zend.exception_ignore_args=0
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\EnayaPay;

require __DIR__ . '/leak.inc';

// A string with a reference count, unlike a constant of the script.
function counted(string $secret): string
{
    return strrev(strrev($secret));
}

/** Writes to the variables, and reuses the memory of their old values. */
function overwrite(mixed &...$variables): void
{
    foreach ($variables as &$variable) {
        $variable = null;
    }
    $GLOBALS['filler'] = [];
    for ($i = 0; $i < 1000; $i++) {
        $GLOBALS['filler'][] = str_repeat('x', 8 + $i % 64);
    }
}

final class Logger
{
    public function __construct(private \Closure $act)
    {
    }

    public function log(mixed ...$line): void
    {
        ($this->act)();
    }
}

$echo = ['status' => 400, 'body' => json_encode(['details' => 'said: ' . SECRETS['password'] . ' ' . SECRETS['access token']])];
$password = $token = '';
$act = static function () use (&$password, &$token): void {
    overwrite($password, $token);
};

// Handler and logger with EnayaPay, which takes secrets in an array and the user's token as an argument of its own.
foreach ([['handler' => static function () use ($act, $echo): array {
    $act();

    return $echo;
}], ['handler' => static fn (): array => $echo, 'logger' => new Logger($act)]] as $options) {
    [$password, $token] = [counted(SECRETS['password']), counted(SECRETS['access token'])];
    $params = ['current_password' => &$password, 'new_password' => 'other'];
    $client = new EnayaPay\Client('key', $options);
    leaks('EnayaPay, ' . array_key_last($options), thrown_by(static function () use ($client, $params, &$token): void {
        $client->changePassword($token, $params);
    }));
    unset($params);
}

// A secret in an array of Aurpay's own.
$code = counted(SECRETS['password']);
$params = ['chain' => 'TRON', 'amount' => '1', 'currency' => 'USDT', 'verify_code' => &$code];
$client = new Client('key', ['handler' => static function () use (&$code): array {
    overwrite($code);

    return ['body' => '{"code":5,"result":false,"message":"' . SECRETS['password'] . ' is wrong"}'];
}]);
leaks('Aurpay, withdraw', thrown_by(static fn () => $client->wallet()->withdraw($params)));

// A signal handler writes while the call waits for the server's answer.
pcntl_async_signals(true);
$server = fault_server();
$server->script(['do' => 'answer', 'delay' => 2] + $echo);
[$password, $token] = [counted(SECRETS['password']), counted(SECRETS['access token'])];
$params = ['current_password' => &$password, 'new_password' => 'other'];
pcntl_signal(SIGALRM, $act);
$client = new EnayaPay\Client('key', $server->options());
pcntl_alarm(1);
leaks('signal handler', thrown_by(static function () use ($client, $params, &$token): void {
    $client->changePassword($token, $params);
}));
var_dump($password);

// A date's getTimestamp() writes to a parameter after it; the request has the values that were passed.
final class Date extends \DateTimeImmutable
{
    public ?\Closure $act = null;

    public function getTimestamp(): int
    {
        ($this->act)();

        return 0;
    }
}

$page = 7;
$date = new Date();
$date->act = static function () use (&$page, &$date): void {
    overwrite($page, $date);
};
$filter = ['st' => &$date, 'page' => &$page];
$recorder = new Recorder(success('{"page":7,"size":1,"total":0,"max_page":1,"data":[]}'));
$recorder->client()->orders()->list($filter);
$recorder->show();
?>
--EXPECT--
EnayaPay, handler: fine
EnayaPay, logger: fine
Aurpay, withdraw: fine
signal handler: fine
NULL
GET /api/v2/order/?st=1970-01-01T00:00:00&page=7
