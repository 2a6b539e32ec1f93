<?php

declare(strict_types=1);

// Runs code in a shop's WordPress. Runs in the chroot.
// usage: php run.php WORDPRESS-FOLDER HOST PATH RESULT-FILE <JSON
// Standard input has the code and its variables. The value that the code returns goes to the result file, as JSON.

(static function (array $arguments): void {
    [, $folder, $host, $path, $result] = $arguments;
    $input = json_decode((string) stream_get_contents(STDIN), true, 512, JSON_THROW_ON_ERROR);
    $_SERVER = [
        'HTTP_HOST' => $host, 'HTTPS' => 'on', 'REQUEST_METHOD' => 'GET', 'REQUEST_URI' => $path,
        'SERVER_NAME' => $host, 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REMOTE_ADDR' => '127.0.0.1', 'QUERY_STRING' => '',
    ] + $_SERVER;
    $GLOBALS['aurpay_test_run'] = [$result, $input['code'], $input['variables']];
    define('AURPAY_TEST_FOLDER', $folder);
})($argv);
// Not in a function: WordPress makes its global variables in the scope that loads it.
require AURPAY_TEST_FOLDER . '/wp-load.php';
(static function (): void {
    [$result, $code, $variables] = $GLOBALS['aurpay_test_run'];
    $value = (static function (string $aurpayCode, array $aurpayVariables): mixed {
        extract($aurpayVariables, EXTR_SKIP);

        return eval($aurpayCode);
    })($code, $variables);
    file_put_contents($result, json_encode(['value' => $value], JSON_THROW_ON_ERROR | JSON_PRESERVE_ZERO_FRACTION));
})();
