--TEST--
Nothing is sent when the destructor of an argument throws after the argument was read, in all three providers
--INI--
zend.exception_ignore_args=1
--FILE--
<?php

namespace AurpayTest;

use Aurpay\AzPays;
use Aurpay\Client;
use Aurpay\EnayaPay;

require __DIR__ . '/../support/recorder.php';

/** Nothing but the call keeps it: it is freed when the engine has made text of it. */
final class Dying implements \Stringable
{
    public function __construct(private readonly string $text) {}

    public function __toString(): string
    {
        return $this->text;
    }

    public function __destruct()
    {
        throw new \DomainException('a destructor');
    }
}

/** Drops its last reference but the call's own while it is read. */
final class DyingDate extends \DateTimeImmutable
{
    public static ?self $only = null;

    public function getTimestamp(): int
    {
        self::$only = null;

        return 0;
    }

    public function __destruct()
    {
        throw new \DomainException('a destructor');
    }
}

$server = fault_server();
$options = $server->options();
$aurpay = new Client('key', $options);
$azpays = new AzPays\Client('token', $options);
$enayapay = new EnayaPay\Client('key', $options);
// On a warm connection a request is written at once.
$aurpay->request('GET', '/warm');
$calls = [
    'confirm' => static fn () => $aurpay->orders()->confirm('1', '1', new Dying('USD')),
    'request, GET' => static fn () => $aurpay->request('GET', new Dying('/x')),
    'request, POST' => static fn () => $aurpay->request(new Dying('POST'), '/x'),
    'login' => static fn () => Client::login('name', new Dying('password'), $options),
    'AzPays request' => static fn () => $azpays->request('POST', new Dying('/x')),
    'AzPays verify' => static fn () => AzPays\Client::verify('id', new Dying('123456'), $options),
    'EnayaPay request' => static fn () => $enayapay->request('POST', new Dying('/x')),
    'EnayaPay changePassword' => static fn () => $enayapay->changePassword(new Dying('token'), ['current_password' => 'a', 'new_password' => 'b']),
    'list' => static fn () => $aurpay->orders()->list(['st' => &DyingDate::$only]),
    'each' => static fn () => iterator_to_array($aurpay->orders()->each(['st' => &DyingDate::$only])),
    'transactions' => static fn () => $aurpay->transactions()->list(['st' => &DyingDate::$only]),
];
foreach ($calls as $name => $call) {
    DyingDate::$only = in_array($name, ['list', 'each', 'transactions'], true) ? new DyingDate() : null;
    echo "{$name}: ";
    throws($call);
}
nothing_on_the_wire($server);
?>
--EXPECT--
confirm: DomainException: a destructor
request, GET: DomainException: a destructor
request, POST: DomainException: a destructor
login: DomainException: a destructor
AzPays request: DomainException: a destructor
AzPays verify: DomainException: a destructor
EnayaPay request: DomainException: a destructor
EnayaPay changePassword: DomainException: a destructor
list: DomainException: a destructor
each: DomainException: a destructor
transactions: DomainException: a destructor
requests: 1, connections: 1
