--TEST--
A key or token that a header cannot carry (CR, LF, NUL, other controls, bytes beyond ASCII), or with leading or trailing white space, is a ValueError
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

$bad = ["a\rb", "a\nb", "a\r\nX-Evil: 1", "a\0b", "a\tb", "a\x7fb", "a\x1bb", "a\u{e9}b", "a\xffb", ' a', 'a ', "a\n", "\na"];
$messages = [];
foreach ($bad as $value) {
    foreach ([
        static fn () => Credentials::apiKey($value),
        static fn () => Credentials::signature($value, 'secret'),
        static fn () => Credentials::accessToken($value),
        static fn () => new Client($value),
    ] as $call) {
        try {
            $call();
            echo 'accepted: ', json_encode($value), "\n";
        } catch (\ValueError $error) {
            $messages[$error->getMessage()] = ($messages[$error->getMessage()] ?? 0) + 1;
        }
    }
}
foreach ($messages as $message => $count) {
    echo $count, ' times: ', $message, "\n";
}
?>
--EXPECT--
9 times: Aurpay\Credentials::apiKey(): Argument #1 ($key) must be at most 8192 visible ASCII characters without a line break or a control character
9 times: Aurpay\Credentials::signature(): Argument #1 ($token) must be at most 8192 visible ASCII characters without a line break or a control character
9 times: Aurpay\Credentials::accessToken(): Argument #1 ($token) must be at most 8192 visible ASCII characters without a line break or a control character
9 times: Aurpay\Client::__construct(): Argument #1 ($credentials) must be at most 8192 visible ASCII characters without a line break or a control character
4 times: Aurpay\Credentials::apiKey(): Argument #1 ($key) must not begin or end with white space (a blank, a tab, a line break, a no-break space, a zero-width space or a byte order mark)
4 times: Aurpay\Credentials::signature(): Argument #1 ($token) must not begin or end with white space (a blank, a tab, a line break, a no-break space, a zero-width space or a byte order mark)
4 times: Aurpay\Credentials::accessToken(): Argument #1 ($token) must not begin or end with white space (a blank, a tab, a line break, a no-break space, a zero-width space or a byte order mark)
4 times: Aurpay\Client::__construct(): Argument #1 ($credentials) must not begin or end with white space (a blank, a tab, a line break, a no-break space, a zero-width space or a byte order mark)
