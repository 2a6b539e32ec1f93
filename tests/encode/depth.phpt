--TEST--
A parameter may be nested 63 levels deep (64 with the body's own); at 65 levels it is a ValueError that names it
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/body.inc';

function nested(int $levels, bool $list): array
{
    $value = [];
    for ($i = 1; $i < $levels; $i++) {
        $value = $list ? [$value] : ['k' => $value];
    }

    return $value;
}

foreach ([true, false] as $list) {
    $body = body_of(['a' => nested(63, $list)]);
    var_dump(strlen($body) > 128, is_array(json_decode($body, true)));
    throws(static fn () => body_of(['a' => nested(65, $list)]));
    // No deeper: debug and ASan builds of PHP overflow their stack when they free such an array.
    throws(static fn () => body_of(['a' => nested(2000, $list)]));
}
?>
--EXPECT--
bool(true)
bool(true)
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be nested at most 64 levels deep
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be nested at most 64 levels deep
bool(true)
bool(true)
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be nested at most 64 levels deep
ValueError: Aurpay\Client::request(): Argument #3 ($params) key "a" must be nested at most 64 levels deep
