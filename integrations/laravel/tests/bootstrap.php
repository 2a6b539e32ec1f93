<?php

declare(strict_types=1);

require dirname(__DIR__, 3) . '/sandbox/autoload.php';
require dirname(__DIR__, 3) . '/tests/support/phpunit.php';
require getenv('AURPAY_LARAVEL_APP') . '/vendor/autoload.php';
require __DIR__ . '/autoload.php';
