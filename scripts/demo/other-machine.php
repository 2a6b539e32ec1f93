<?php

declare(strict_types=1);

// For demo.sh: runs the sandbox on the first of two machines, and examples/02-other-machine.php on the second.
//
// usage: two-machines.sh php other-machine.php EXTENSION

use Aurpay\Sandbox\Process\Certificates;

$root = dirname(__DIR__, 2);
require $root . '/sandbox/autoload.php';

$folder = (string) getenv('MACHINES');
/** @var list<string> $argv */
$extension = $argv[1] ?? '';
$machine = explode(' ', (string) getenv('OTHER_MACHINE'));
file_put_contents("$folder/hosts", "127.0.0.1 localhost\n10.77.0.1 gateway.test\n10.77.0.2 shop.test\n");
mkdir("$folder/shop");
$shopFiles = Certificates::in("$folder/shop", ['shop.test'], false);

$start = static function (array $command, array $variables): array {
    $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], STDERR], $pipes, null, $variables + getenv());

    return is_resource($process) ? [$process, $pipes] : throw new RuntimeException('Cannot start a program');
};
[$sandbox, $pipes] = $start([
    PHP_BINARY, "$root/sandbox/bin/sandbox", '--json', '--exit-on-stdin-close', '--tls', '--listen=10.77.0.1',
    '--name=gateway.test', '--allow-callback=shop.test', '--shop-ca', $shopFiles->caFile,
], []);
$line = (string) fgets($pipes[1]);
$ready = json_decode($line, true, flags: JSON_THROW_ON_ERROR);
file_put_contents("$folder/sandbox.json", $line);
echo 'gateway: ', $ready['base_uri'], ' on ', trim((string) shell_exec('ip -brief address show cable')), "\n";

[$shop, $shopPipes] = $start([
    ...$machine, PHP_BINARY, '-d', "extension=$extension", "$root/examples/02-other-machine.php",
], [
    'SANDBOX' => "$folder/sandbox.json",
    'AURPAY_SHOP_URL' => 'https://shop.test:8443',
    'AURPAY_SHOP_CERTIFICATE' => $shopFiles->certificateFile,
    'AURPAY_SHOP_KEY' => $shopFiles->keyFile,
]);
$said = '';
while (($text = fgets($shopPipes[1])) !== false) {
    echo $text;
    $said .= $text;
    if (preg_match('/^shop: made (\d+)/', $text, $match) === 1) {
        // The customer pays, on the machine of the sandbox.
        $paid = file_get_contents($ready['control_uri'] . '/pay', false, stream_context_create([
            'ssl' => ['cafile' => $ready['ca_file']],
            'http' => [
                'method' => 'POST',
                'header' => 'Content-Type: application/json',
                'content' => json_encode(['order_id' => $match[1]]),
            ],
        ]));
        echo "customer: paid {$match[1]}\n";
    }
}
$code = proc_close($shop);
fclose($pipes[0]);
$stopped = proc_close($sandbox);
if ($code !== 0 || $stopped !== 0 || !str_contains($said, 'is SUCCESS: 19.99 USD')) {
    fwrite(STDERR, "the shop ended with status $code, the sandbox with $stopped\n");
    exit(1);
}
