--TEST--
A handler that returns no answer is a TypeError that says what an answer is
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
foreach ([
    null, true, 1, 1.5, 'text', new \stdClass(),
    ['status' => '200'], ['status' => null], ['status' => 99], ['status' => 600], ['status' => 200.0],
    ['headers' => 'A: b'], ['headers' => ['A: b']], ['headers' => ['A' => 1]], ['headers' => ['A' => ['b']]],
    ['headers' => ["A\r\nB" => 'c']], ['headers' => ['A' => "b\nC: d"]], ['headers' => ["A\n" => 'b']], ['headers' => ['A' => str_repeat('b', 65536)]],
    ['headers' => null], ['body' => null], ['body' => ['data' => []]], ['body' => 1],
] as $answer) {
    $client = new Client('key', $server->options(['handler' => static fn () => $answer]));
    throws(static fn () => $client->orders()->refund('1'));
}
nothing_on_the_wire($server);
?>
--EXPECT--
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; it did not return an array
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; it did not return an array
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; it did not return an array
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; it did not return an array
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; it did not return an array
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; it did not return an array
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its status is not an int between 100 and 599
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its status is not an int between 100 and 599
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its status is not an int between 100 and 599
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its status is not an int between 100 and 599
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its status is not an int between 100 and 599
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its headers are not an array
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its headers are not strings with names as keys
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its headers are not strings with names as keys
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its headers are not strings with names as keys
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; one of its headers has a line break
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; one of its headers has a line break
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; one of its headers has a line break
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its headers are too large
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its headers are not an array
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its body is not a string
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its body is not a string
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its body is not a string
requests: 0, connections: 0
