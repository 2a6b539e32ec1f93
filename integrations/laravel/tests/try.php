<?php

declare(strict_types=1);

// ./dev laravel --shop: the example shop and a sandbox, until Ctrl-C.

use Aurpay\Laravel\Tests\Support\Gateway;
use Aurpay\Laravel\Tests\Support\Shop;

require __DIR__ . '/bootstrap.php';

$gateway = new Gateway();
$password = bin2hex(random_bytes(6));
$shop = new Shop($gateway, ['SHOP_ADMIN_PASSWORD' => $password], files: dirname(__DIR__, 3) . '/examples/laravel');
$shop->worker();
$shop->scheduler();
echo "The shop:      {$shop->url}\n";
echo "The merchant:  {$shop->url}/admin  merchant@shop.example  $password\n";
echo "The sandbox:   {$gateway->merchant->baseUri}\n";
echo "The files:     {$shop->folder}\n";
echo "Ctrl-C ends it.\n";
// A signal ends the process, and with it the shop.
pcntl_sigwaitinfo([SIGUSR2]);
