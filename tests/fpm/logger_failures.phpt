--TEST--
When a logger throws on every call, the log has one line per web request of a php-fpm worker, and stats() counts all failures
--SKIPIF--
<?php

require __DIR__ . '/../support/fpm.php';
AurpayTest\skip_unless_fpm();
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/fpm.php';

$log = tempnam(sys_get_temp_dir(), 'aurpay');
$fpm = Fpm::start(workers: 1, ini: ['error_log' => $log]);
$fpm->write('act.php', <<<'PHP'
    <?php
    final class Logger
    {
        public function log(mixed $level, string|Stringable $message, array $context = []): void
        {
            throw new DomainException('the disk is full');
        }
    }

    $handler = static fn () => ['body' => '{"code":0,"result":true,"data":["done"]}'];
    $orders = (new Aurpay\Client('key', ['handler' => $handler, 'logger' => new Logger()]))->orders();
    echo $orders->refund($_GET['id'])[0], ' ', $orders->detail('2')[0], ', ', Aurpay\Client::stats()['logger_failures'], " failures\n";
    PHP);
foreach (['first', 'second', 'third'] as $id) {
    echo $fpm->get('act.php', ['id' => $id])->body;
}
$fpm->stop();
echo preg_replace('/^\[[^\]]*\] /m', '', (string) file_get_contents($log));
unlink($log);
?>
--EXPECT--
done done, 2 failures
done done, 4 failures
done done, 6 failures
aurpay: the option logger threw DomainException after POST /api/v2/order/refund/first, whose outcome is not affected: the disk is full
aurpay: the option logger threw DomainException after POST /api/v2/order/refund/second, whose outcome is not affected: the disk is full
aurpay: the option logger threw DomainException after POST /api/v2/order/refund/third, whose outcome is not affected: the disk is full
