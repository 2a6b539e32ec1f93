--TEST--
A secret field in a text is masked by its name, up to the end where the text is cut off; a longer name is another field, and a name alone is a word
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/leak.inc';

$token = SECRETS['pay token'];
foreach ([
    'JSON that is cut off' => ["{\"token\":\"{$token}", "{\\\"token\\\":\\\"{$token}", "{\"token\" : \"{$token}\\"],
    'behind an escaped character' => ["?a=1\\u0026token={$token}", "line\\ntoken={$token}", "%253Fa%253D1%2526token%253D{$token}", "a%3D1%26token%3d{$token}"],
    'a longer name' => ['mytoken=1', '2token=1', 'a-token=1', 'my_token=1', 'token2=1', '{"mytoken":"1"}'],
    'a name alone' => ['token', 'token\\', '"token"', '"token" ', 'the "token" is wrong', 'token: none'],
] as $name => $texts) {
    $client = (new Recorder(['status' => 500, 'body' => json_encode(['code' => 5, 'result' => false, 'message' => 'no', 'data' => $texts])]))->client();
    $thrown = thrown_by(static fn () => $client->orders()->createPayUrl(['price' => 1, 'currency' => 'USD']))->getPrevious();
    leaks($name, $thrown);
    foreach ($thrown->response['data'] as $text) {
        echo "    [{$text}]\n";
    }
}
?>
--EXPECT--
JSON that is cut off: fine
    [{"token":"***]
    [{\"token\":\"***]
    [{"token" : "***\]
behind an escaped character: fine
    [?a=1\u0026token=***]
    [line\ntoken=***]
    [%253Fa%253D1%2526token%253D***]
    [a%3D1%26token%3d***]
a longer name: fine
    [mytoken=1]
    [2token=1]
    [a-token=1]
    [my_token=1]
    [token2=1]
    [{"mytoken":"1"}]
a name alone: fine
    [token]
    [token\]
    ["token"]
    ["token" ]
    [the "token" is wrong]
    [token: none]
