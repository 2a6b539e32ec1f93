--TEST--
sign() makes the vendor's signatures with both algorithms: origin, digest, signature and headers of every vector
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require __DIR__ . '/../support/recorder.php';

$vectors = json_decode(file_get_contents(__DIR__ . '/../vectors/request-signatures.json'), true)['cases'];
$compared = 0;
foreach ($vectors as $vector) {
    foreach (['HMAC-SHA256', 'HMAC-SHA3_256'] as $algorithm) {
        $client = new Client(Credentials::signature($vector['token'], $vector['secret'], $algorithm));
        $signed = $client->sign($vector['method'], $vector['target'], $vector['body'], $vector['date']);
        $headers = $vector['HMAC-SHA256']['headers'];
        $headers['Algorithm'] = $algorithm;
        $headers['Signature'] = $vector[$algorithm]['signature'] ?? $headers['Signature'];
        $expected = [
            'origin' => $vector[$algorithm]['origin'],
            'body_md5' => $headers['Body-MD5'],
            'signature' => $headers['Signature'],
            'headers' => $headers,
        ];
        if ($signed !== $expected) {
            echo $vector['name'], ' with ', $algorithm, " differs\n", describe($signed), "\n", describe($expected), "\n";
        }
        $compared++;
    }
}
echo $compared === 2 * count($vectors) && $compared >= 18 ? 'all the same' : "only {$compared}", "\n";
?>
--EXPECT--
all the same
