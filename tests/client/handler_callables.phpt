--TEST--
The handler may be any callable: closure, invokable object, method, static method, function's name
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

function answer_as_function(): array
{
    return success('["function"]');
}

final class Answers
{
    public function method(): array
    {
        return success('["method"]');
    }

    public static function fixed(): array
    {
        return success('["static"]');
    }

    public function __invoke(): array
    {
        return success('["object"]');
    }
}

$answers = new Answers();
foreach ([
    static fn () => success('["closure"]'), $answers, [$answers, 'method'], $answers->method(...),
    [Answers::class, 'fixed'], Answers::class . '::fixed', 'AurpayTest\answer_as_function',
] as $handler) {
    $client = new Client('key', ['handler' => $handler]);
    unset($handler);
    show($client->orders()->fiatCurrencies());
}
?>
--EXPECT--
['closure']
['object']
['method']
['method']
['static']
['static']
['function']
