--TEST--
Whatever a visitor puts into the request line after the shop's scheme and host is CallbackReason::Signature and no Error; the URL that the platform signed is accepted byte for byte
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Callback;
use Aurpay\CallbackException;
use Aurpay\CallbackReason;

require __DIR__ . '/../support/callbacks.php';

$uris = [
    '/aurpay?order=32&x=\\', '\\\\evil', '/aurpay?x=' . str_repeat('a', 3000), '/' . str_repeat('%2f..', 30000), '/aurpay?x=a|b', '//evil', '/../..', 'http://evil.example/aurpay', '*', '', '.', '.evil.example/x', '-', ':', ':8080/x',
    ':99999/x', ':x', '@evil/x', ':p@evil/x', "/aurpay?x=\xff", "\xff", '/aur pay', '/aurpay?x=%00', '/%', '/%zz', '/aurpay#x', '#', '?', "/\t", "/\r\nX: y", "/\x7f", '[', '/[]{}<>"`^', '/aurpay | x', "/\u{202e}",
];
$callback = new Callback(TOKEN, SECRET);
$wrong = 0;
$judge = static function (string|array $url, array $headers) use ($callback): string {
    try {
        return describe($callback->verify($url, $headers));
    } catch (CallbackException $exception) {
        return $exception->reason->name . ($exception->body === null ? '' : ' with a body');
    }
};
foreach ($uris as $uri) {
    foreach (['https://shop.example', 'http://shop.example', 'HTTPS://127.0.0.1', 'https://[::1]'] as $shop) {
        // Signed for another URL; a candidate beside the signed URL; signed for this URL; not signed.
        foreach ([[$shop . $uri, headers(), 'Signature'], [[$shop . $uri, URL], headers(), '[]'], [$shop . $uri, headers(url: $shop . $uri), '[]'], [$shop . $uri, [], 'MissingHeader']] as [$url, $headers, $due]) {
            // The URL is longer than any URL that the platform signs.
            if ($due === '[]' && strlen($uri) > 65536 && !is_array($url)) {
                $due = 'Signature';
            }
            if ($judge($url, $headers) !== $due) {
                echo substr($shop . $uri, 0, 80), ': ', $judge($url, $headers), " and not {$due}\n";
                $wrong++;
            }
        }
    }
}
echo $wrong, " wrong\n";
// In C a NUL ends the string: the part before it may be signed, but it is not the URL that was called.
echo $judge(URL . "\0", headers()), ' ', $judge(URL . "\0&x=1", headers()), ' ', $judge(URL . "\0", headers(url: URL . "\0")), "\n";
// A very long Date.
$date = gmdate('Y-m-d\TH:i:s.') . str_repeat('0', 100000) . 'Z';
echo $judge(URL, headers($date)), "\n";
$apiKey = Callback::forApiKey('merchant-key');
foreach ($uris as $uri) {
    $wrong += (int) ($apiKey->verify('https://shop.example' . $uri, ['Api-Key' => 'merchant-key']) !== []);
}
echo $wrong, " wrong\n";
?>
--EXPECT--
0 wrong
Signature Signature Signature
Signature
0 wrong
