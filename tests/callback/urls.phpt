--TEST--
One of several candidate URLs must be the signed one, byte for byte; the list's keys and order do not matter
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/callbacks.php';

$http = 'http' . substr(URL, 5);
verify(headers(), [$http, URL]);
verify(headers(), [URL, $http]);
verify(headers(), ['proxy' => $http, 'direct' => URL, 9 => 'https://other.example/']);
verify(headers(url: $http), [URL, $http]);
verify(headers(), [URL]);
verify(headers(), [URL, URL]);
$reference = URL;
verify(headers(), [&$reference]);
verify(headers(), [$http]);
verify(headers(), [$http, URL . '&x=1', rtrim(URL, '2')]);
verify(headers(url: 'https://SHOP.example/'), ['https://shop.example/', 'https://SHOP.example']);
verify(headers(url: 'http://localhost:8080/cb'), 'http://localhost:8080/cb');
verify(headers(url: "https://shop.example/\u{652f}"), "https://shop.example/\u{652f}");
?>
--EXPECT--
[]
[]
[]
[]
[]
[]
[]
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
Signature: The callback's signature does not match the URL
[]
[]
