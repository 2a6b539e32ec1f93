--TEST--
A secret that a server repeats escaped, in hex or in base64, or cut off, is masked in messages, responses, trace ids and logs
--FILE--
<?php

namespace AurpayTest;

use Aurpay\ApiException;
use Aurpay\Client;
use Aurpay\EnayaPay;

require __DIR__ . '/../support/recorder.php';

$logger = new class () {
    public function log(string $level, string $message, array $context): void
    {
        echo '    log: ', $context['trace_id'] ?? 'no trace id', "\n";
    }
};

/** @return array<string, string> */
function forms(string $secret): array
{
    $json = static fn (string $text): string => substr(json_encode($text), 1, -1);
    $each = static fn (string $format): string => implode('', array_map(static fn (string $byte): string => sprintf($format, ord($byte)), str_split($secret)));

    return [
        'URL' => rawurlencode($secret),
        'form' => urlencode($secret),
        'URL, twice' => rawurlencode(rawurlencode($secret)),
        'URL, all' => $each('%%%02x'),
        'JSON' => $json($secret),
        'JSON, twice' => $json($json($secret)),
        'JSON, all' => strlen($secret) === 16 ? $each('\u%04x') : $json($secret),
        'HTML' => htmlspecialchars($secret, ENT_QUOTES),
        'HTML, twice' => htmlspecialchars(htmlspecialchars($secret, ENT_QUOTES)),
        'hex' => bin2hex($secret),
        'base64' => rtrim(base64_encode($secret), '='),
        'base64 with a user' => base64_encode("user:{$secret}"),
        'with a line break' => substr_replace($secret, "\r\n", 6, 0),
    ];
}

foreach (['Kq7/x+Zr9&mT"w2L', "p\u{e4}ss/w\u{f6}rd <\"1+2\">\u{20ac}"] as $secret) {
    foreach (forms($secret) as $form => $text) {
        $answer = ['code' => 5, 'result' => false, 'message' => "got [{$text}]", 'trace_id' => $text, 'data' => ['x' => [$text, [$text => 1]]]];
        $handler = static fn (): array => ['body' => json_encode($answer)];
        echo $form, "\n";
        try {
            Client::login('user', $secret, ['handler' => $handler, 'logger' => $logger]);
        } catch (ApiException $exception) {
            echo '    ', $exception->getMessage(), "\n    ", json_encode($exception->response['data']), "\n";
        }
    }
}

echo "a long token is cut off\n";
$token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl';
$client = new EnayaPay\Client('key', ['handler' => static fn (): array => ['status' => 400, 'body' => json_encode(['details' => 'token ' . substr($token, 0, 20) . '... is wrong'])]]);
throws(static fn () => $client->changePassword($token, ['current_password' => 'one', 'new_password' => 'two']));

echo "words that resemble a secret\n";
$client = new EnayaPay\Client('pinpin', ['handler' => static fn (): array => ['status' => 400, 'body' => '{"details":"Pinpin p inpin %70inpi 70696e7069 cGlucGk &pinpi"}']]);
throws(static fn () => $client->login(['user_phone' => '1', 'user_password' => 'two']));
?>
--EXPECT--
URL
    log: ***
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200, trace id ***)
    {"x":["***",{"***":1}]}
form
    log: ***
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200, trace id ***)
    {"x":["***",{"***":1}]}
URL, twice
    log: ***
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200, trace id ***)
    {"x":["***",{"***":1}]}
URL, all
    log: ***
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200, trace id ***)
    {"x":["***",{"***":1}]}
JSON
    log: ***
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200, trace id ***)
    {"x":["***",{"***":1}]}
JSON, twice
    log: ***
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200, trace id ***)
    {"x":["***",{"***":1}]}
JSON, all
    log: ***
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200, trace id ***)
    {"x":["***",{"***":1}]}
HTML
    log: ***
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200, trace id ***)
    {"x":["***",{"***":1}]}
HTML, twice
    log: ***
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200, trace id ***)
    {"x":["***",{"***":1}]}
hex
    log: ***
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200, trace id ***)
    {"x":["***",{"***":1}]}
base64
    log: ***
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200, trace id ***)
    {"x":["***",{"***":1}]}
base64 with a user
    log: dXNlcjp***
    POST /api/user/login was refused: got [dXNlcjp***] (code 5, HTTP status 200, trace id dXNlcjp***)
    {"x":["dXNlcjp***",{"dXNlcjp***":1}]}
with a line break
    log: no trace id
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200)
    {"x":["***",{"***":1}]}
URL
    log: ***
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200, trace id ***)
    {"x":["***",{"***":1}]}
form
    log: ***
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200, trace id ***)
    {"x":["***",{"***":1}]}
URL, twice
    log: ***
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200, trace id ***)
    {"x":["***",{"***":1}]}
URL, all
    log: ***
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200, trace id ***)
    {"x":["***",{"***":1}]}
JSON
    log: no trace id
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200)
    {"x":["***",{"***":1}]}
JSON, twice
    log: no trace id
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200)
    {"x":["***",{"***":1}]}
JSON, all
    log: no trace id
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200)
    {"x":["***",{"***":1}]}
HTML
    log: no trace id
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200)
    {"x":["***",{"***":1}]}
HTML, twice
    log: no trace id
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200)
    {"x":["***",{"***":1}]}
hex
    log: ***
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200, trace id ***)
    {"x":["***",{"***":1}]}
base64
    log: ***
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200, trace id ***)
    {"x":["***",{"***":1}]}
base64 with a user
    log: dXNlcjp***
    POST /api/user/login was refused: got [dXNlcjp***] (code 5, HTTP status 200, trace id dXNlcjp***)
    {"x":["dXNlcjp***",{"dXNlcjp***":1}]}
with a line break
    log: no trace id
    POST /api/user/login was refused: got [***] (code 5, HTTP status 200)
    {"x":["***",{"***":1}]}
a long token is cut off
Aurpay\ApiException: POST /api/v2.1/change/password/ was refused: token ***.. is wrong (code 400, HTTP status 400)
words that resemble a secret
Aurpay\ApiException: POST /api/v2.1/login/ was refused: Pinpin p inpin %70inpi 70696e7069 cGlucGk &pinpi (code 400, HTTP status 400)
