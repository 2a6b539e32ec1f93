<?php

declare(strict_types=1);

// Writes mails to a file, instead of sending them.

add_filter('pre_wp_mail', static function (mixed $sent, array $mail): bool {
    $line = json_encode(
        ['to' => (array) $mail['to'], 'subject' => $mail['subject'], 'message' => $mail['message']],
        JSON_THROW_ON_ERROR | JSON_INVALID_UTF8_SUBSTITUTE,
    );
    file_put_contents(AURPAY_TEST_STATE . '/mails.jsonl', "$line\n", FILE_APPEND | LOCK_EX);

    return true;
}, 10, 2);
