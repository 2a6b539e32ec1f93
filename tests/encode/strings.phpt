--TEST--
Strings arrive unchanged: quotes, controls, slashes, UTF-8 up to four bytes, line separators, NUL
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/body.inc';

$strings = ['a"b', 'a\\b', 'a/b</script>', "\0\x01\x1f\x7f\r\n\t", "\u{e9}\u{20ac}\u{1f600}", "\u{2028}\u{2029}", "&'<>", '12', '1e5', 'true', 'null', "\u{fffd}", '', ' '];
$body = body_of(['strings' => $strings]);
var_dump(json_decode($body, true) === ['strings' => $strings], str_contains($body, "\u{1f600}"), str_contains($body, 'a/b</script>'));
parse_str(body_of(['a' => implode('|', $strings), 'b c' => '1'], 'GET'), $query);
var_dump($query === ['a' => implode('|', $strings), 'b_c' => '1']);
var_dump(preg_match('/^[!-~]*$/', body_of(['a' => implode('|', $strings)], 'GET')));
?>
--EXPECT--
bool(true)
bool(true)
bool(true)
bool(true)
int(1)
