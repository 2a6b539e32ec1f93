--TEST--
disable_classes names one of our classes: its objects, which the engine makes without our memory, are refused; creating one is an Error; a disabled exception becomes a RuntimeException
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/engine.inc';

// PHP 8.5 has no disable_classes, so there is nothing to compare.
$is_disabled = PHP_VERSION_ID < 80500;
$begin = <<<'CODE'
    set_error_handler(static fn () => true);
    $options = ['handler' => static fn () => ['body' => '{"code":5,"result":false,"message":"no"}']];
    $client = class_exists(Aurpay\Client::class) ? new Aurpay\Client("key", $options) : null;
    $act = static function () use ($client, $options) {
    CODE;
$end = <<<'CODE'
    };
    try {
        $act();
        echo "nothing was thrown\n";
    } catch (Throwable $thrown) {
        echo $thrown::class, ': ', $thrown->getMessage(), "\n";
    }
    gc_collect_cycles();
    CODE;
$expected = [
    ['Aurpay\Client', 'new Aurpay\Order($client);', 'Error: The Aurpay\Client object has not been correctly initialized by its constructor'],
    ['Aurpay\Credentials', 'new Aurpay\Client(new Aurpay\Credentials(), $options);', 'Error: The Aurpay\Credentials object has not been correctly initialized by its constructor'],
    ['Aurpay\Order', '$client->orders();', 'Error: The class Aurpay\Order is disabled'],
    ['Aurpay\Lightning', '$client->lightning();', 'Error: The class Aurpay\Lightning is disabled'],
    ['Aurpay\Wallet', 'set_error_handler(static fn (int $type, string $message) => throw new LogicException($message)); $client->wallet();', 'LogicException: Aurpay\Wallet() has been disabled for security reasons'],
    ['Aurpay\Pages', '$client->orders()->each();', 'Error: The class Aurpay\Pages is disabled'],
    ['Aurpay\ApiException', '$client->orders()->refund("1");', 'RuntimeException: POST /api/v2/order/refund/1 was refused: no (code 5, HTTP status 200)'],
    ['Aurpay\CallbackException', '(new Aurpay\Callback("t", "s"))->verify("https://a.example/", []);', 'RuntimeException: The callback has no "Callback-Token" header'],
    ['Aurpay\CallbackReason', '(new Aurpay\Callback("t", "s"))->verify("https://a.example/", []);', 'Aurpay\CallbackException: The callback has no "Callback-Token" header'],
];
// PHP itself does not free the methods and attributes of a disabled class.
putenv('ASAN_OPTIONS=detect_leaks=0');
foreach ($expected as [$class, $act, $said]) {
    ob_start();
    run_command(...[...php_with(), '-d', "disable_classes={$class}", '-r', $begin . $act . $end]);
    $output = trim(ob_get_clean());
    echo $class, ': ', !$is_disabled || $output === $said ? 'as it should be' : $output, "\n";
}
?>
--EXPECT--
Aurpay\Client: as it should be
Aurpay\Credentials: as it should be
Aurpay\Order: as it should be
Aurpay\Lightning: as it should be
Aurpay\Wallet: as it should be
Aurpay\Pages: as it should be
Aurpay\ApiException: as it should be
Aurpay\CallbackException: as it should be
Aurpay\CallbackReason: as it should be
