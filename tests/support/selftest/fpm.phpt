--TEST--
tests/support: web requests to a real php-fpm, several at once and across a reload
--SKIPIF--
<?php

require __DIR__ . '/../fpm.php';
AurpayTest\skip_unless_fpm(withExtension: false);
?>
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../fpm.php';

$fpm = Fpm::start(workers: 2, withExtension: false, ini: ['memory_limit' => '77M']);
$fpm->write('info.php', <<<'PHP'
    <?php
    http_response_code(201);
    header('X-Sapi: ' . PHP_SAPI);
    echo json_encode([ini_get('memory_limit'), $_GET, file_get_contents('php://input'), $_SERVER['HTTP_X_TEST'] ?? null]);
    PHP);
$response = $fpm->get('info.php', ['a' => 'b c']);
echo $response->status, ' ', $response->headers['x-sapi'], ' ', $response->body, "\n";
$body = str_repeat('x', 100_000);
$response = $fpm->post('info.php', $body, ['X-Test' => '1', 'Content-Type' => 'text/plain']);
var_dump($response->json() === ['77M', [], $body, '1']);

// Two requests run at the same time: each waits for a file that the other one writes.
$fpm->write('meet.php', <<<'PHP'
    <?php
    touch(__DIR__ . "/{$_GET['me']}");
    for ($i = 0; $i < 2000 && !file_exists(__DIR__ . "/{$_GET['you']}"); $i++) {
        usleep(5000);
        clearstatcache();
    }
    echo $i < 2000 ? 'met' : 'alone';
    PHP);
$one = $fpm->begin('meet.php', ['me' => 'a', 'you' => 'b']);
$two = $fpm->begin('meet.php', ['me' => 'b', 'you' => 'a']);
echo $one->response()->body, ' ', $two->response()->body, "\n";

$fpm->write('pid.php', '<?php echo getmypid();');
$before = $fpm->get('pid.php')->body;
$fpm->reload();
var_dump($before !== $fpm->get('pid.php')->body);

// A request in flight ends in its old worker.
$fpm->write('slow.php', '<?php touch(__DIR__ . "/began"); sleep(1); echo "done";');
$slow = $fpm->begin('slow.php');
while (!file_exists($fpm->root . '/began')) {
    usleep(5000);
    clearstatcache();
}
$fpm->beginReload();
echo $slow->response()->body, "\n";
$fpm->finishReload();
echo $fpm->get('info.php')->status, "\n";
throws(static fn () => $fpm->get('missing.php'));
echo substr_count($fpm->errorLog(), 'ready to handle connections'), "\n";
$fpm->write('silent.php', '<?php sleep(4); echo "late";');
throws(static fn () => $fpm->begin('silent.php', timeout: 1)->response());
$fpm->stop();
?>
--EXPECT--
201 fpm-fcgi ["77M",{"a":"b c"},"",null]
bool(true)
met met
bool(true)
done
201
RuntimeException: php-fpm: Primary script unknown
3
RuntimeException: php-fpm says nothing
