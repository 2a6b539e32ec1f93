--TEST--
Money with an exponent, as a number or as text, is written out with its value unchanged, as Python's decimal does, up to 96 digits
--FILE--
<?php

namespace AurpayTest;

use Aurpay\{AzPays, EnayaPay};

require __DIR__ . '/../support/callbacks.php';

// The forms that services print: Node above 1e21, Java's BigDecimal, Python, and .NET, which escapes the plus sign.
$wire = [
    '1.32e+21' => '1320000000000000000000', '1E+2' => '100', '0E-8' => '0.00000000', '1.5e-3' => '0.0015', '-1.5e-3' => '-0.0015', '-1E+2' => '-100', '1.0E-7' => '0.00000010',
    '0e0' => '0', '-0e0' => '-0', '1.50e1' => '15.0', '1e95' => '1' . str_repeat('0', 95), '1e-95' => '0.' . str_repeat('0', 94) . '1',
    '1e96' => '1e96', '-1E-96' => '-1E-96', '1e9999999999999999999' => '1e9999999999999999999', '0e-96' => '0e-96',
];
$forms = ['{"%s":%s}', '{"%s":"%s"}', '{"%s":[%s,["%2$s"]]}', '{"a":{"%s":%s,"n":1}}', '[{"%s":"%s"},{"%1$s":%2$s}]'];
$decode = [
    'vs_price' => static fn (string $json): array => (new Recorder(success($json)))->client()->request('GET', '/x'),
    'freeze' => static fn (string $json): array => (new AzPays\Client('token', ['handler' => new Recorder(['body' => '{"succeed":true,"result":[' . $json . ']}'])]))->purses(),
    'fee' => static fn (string $json): array => (new EnayaPay\Client('key', ['handler' => new Recorder(['body' => '{"x":' . $json . '}'])]))->login(['user_phone' => '1', 'user_password' => 'x']),
    'amount' => static fn (string $json): array => (new \Aurpay\Callback(TOKEN, SECRET))->verify(URL, headers(), '{"x":' . $json . '}'),
];
foreach ($wire as $number => $plain) {
    $wrong = [];
    foreach ($forms as $form) {
        foreach ($decode as $field => $decoded) {
            $values = [];
            $data = $decoded(sprintf($form, $field, $number));
            array_walk_recursive($data, static function (mixed $value, int|string $key) use (&$values): void {
                $key === 'n' || $values[] = $value;
            });
            if (count($values) !== substr_count(sprintf($form, $field, $number), $number) || array_unique($values) !== [$plain]) {
                $wrong[] = $field . ' ' . describe($data);
            }
        }
    }
    echo $number, ' => ', strlen($plain) > 40 ? strlen($plain) . ' bytes' : $plain, $wrong ? ' WRONG: ' . implode(', ', $wrong) : '', "\n";
}
show((new Recorder(success('{"amount":"1.32E\\u002B21","am\\u006funt":"\\u0031e2","price":"1.00","fee":-0,"obtained":18.0,"n":1E+2,"text":"1E+2","balance":"1E+2 USD"}')))->client()->request('GET', '/x'));
?>
--EXPECT--
1.32e+21 => 1320000000000000000000
1E+2 => 100
0E-8 => 0.00000000
1.5e-3 => 0.0015
-1.5e-3 => -0.0015
-1E+2 => -100
1.0E-7 => 0.00000010
0e0 => 0
-0e0 => -0
1.50e1 => 15.0
1e95 => 96 bytes
1e-95 => 97 bytes
1e96 => 1e96
-1E-96 => -1E-96
1e9999999999999999999 => 1e9999999999999999999
0e-96 => 0e-96
[amount: '100', price: '1.00', fee: '-0', obtained: '18.0', n: '1E+2', text: '1E+2', balance: '1E+2 USD']
