<?php

declare(strict_types=1);

// Loses the callbacks of the sandbox while a test wants that. Those that a test sends itself arrive.

if (($_SERVER['HTTP_USER_AGENT'] ?? '') === 'aurpay-sandbox' && file_exists(AURPAY_TEST_STATE . '/lose-callbacks')) {
    http_response_code(503);
    exit;
}
