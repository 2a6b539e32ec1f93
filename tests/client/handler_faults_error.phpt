--TEST--
A fault that is impossible after sending, an unknown key, or keys of both kinds are a ValueError that names them; a fault or sent of another type is a TypeError
--FILE--
<?php

namespace AurpayTest;

use Aurpay\CallbackReason;
use Aurpay\Client;
use Aurpay\TransportReason;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
$try = static function (array $answer) use ($server): void {
    $client = new Client('key', $server->options(['handler' => static fn () => $answer]));
    throws(static fn () => $client->orders()->refund('1'));
};
foreach (TransportReason::cases() as $reason) {
    if (!in_array($reason->name, ['Lost', 'Timeout', 'Interrupted', 'Failed'], true)) {
        $try(['fault' => $reason, 'sent' => true]);
    }
}
foreach ([['statuS' => 200], ['Body' => '{}'], ['body' => '{}', 'fualt' => TransportReason::Lost], [1], ['body' => '{}', 5 => 'x'], ['' => 1], ["a\0b" => 1]] as $answer) {
    $try($answer);
}
foreach ([['status' => 200], ['headers' => []], ['body' => '']] as $answer) {
    $try($answer + ['fault' => TransportReason::Lost]);
    $try($answer + ['sent' => true]);
}
$try(['sent' => false]);
foreach (['timeout', null, true, TransportReason::class, CallbackReason::Date, new \stdClass(), [TransportReason::Lost]] as $fault) {
    $try(['fault' => $fault]);
}
foreach ([1, 0, 'true', null, []] as $sent) {
    $try(['fault' => TransportReason::Lost, 'sent' => $sent]);
}
nothing_on_the_wire($server);
?>
--EXPECT--
ValueError: The option "handler" returned the fault TransportReason::Name with "sent" true, but it cannot happen after the request was sent; Lost, Timeout, Interrupted and Failed can
ValueError: The option "handler" returned the fault TransportReason::Connection with "sent" true, but it cannot happen after the request was sent; Lost, Timeout, Interrupted and Failed can
ValueError: The option "handler" returned the fault TransportReason::Proxy with "sent" true, but it cannot happen after the request was sent; Lost, Timeout, Interrupted and Failed can
ValueError: The option "handler" returned the fault TransportReason::CaFile with "sent" true, but it cannot happen after the request was sent; Lost, Timeout, Interrupted and Failed can
ValueError: The option "handler" returned the fault TransportReason::CertificateExpired with "sent" true, but it cannot happen after the request was sent; Lost, Timeout, Interrupted and Failed can
ValueError: The option "handler" returned the fault TransportReason::CertificateNotYetValid with "sent" true, but it cannot happen after the request was sent; Lost, Timeout, Interrupted and Failed can
ValueError: The option "handler" returned the fault TransportReason::CertificateHost with "sent" true, but it cannot happen after the request was sent; Lost, Timeout, Interrupted and Failed can
ValueError: The option "handler" returned the fault TransportReason::CertificateAuthority with "sent" true, but it cannot happen after the request was sent; Lost, Timeout, Interrupted and Failed can
ValueError: The option "handler" returned the fault TransportReason::Certificate with "sent" true, but it cannot happen after the request was sent; Lost, Timeout, Interrupted and Failed can
ValueError: The option "handler" returned the fault TransportReason::PublicKey with "sent" true, but it cannot happen after the request was sent; Lost, Timeout, Interrupted and Failed can
ValueError: The option "handler" returned the fault TransportReason::TlsVersion with "sent" true, but it cannot happen after the request was sent; Lost, Timeout, Interrupted and Failed can
ValueError: The option "handler" returned the fault TransportReason::Tls with "sent" true, but it cannot happen after the request was sent; Lost, Timeout, Interrupted and Failed can
ValueError: The option "handler" returned the fault TransportReason::ConnectTimeout with "sent" true, but it cannot happen after the request was sent; Lost, Timeout, Interrupted and Failed can
ValueError: The option "handler" returned an array with the key "statuS", which is not known; the keys are status, headers and body, or fault and sent
ValueError: The option "handler" returned an array with the key "Body", which is not known; the keys are status, headers and body, or fault and sent
ValueError: The option "handler" returned an array with the key "fualt", which is not known; the keys are status, headers and body, or fault and sent
ValueError: The option "handler" returned an array with the key "0", which is not known; the keys are status, headers and body, or fault and sent
ValueError: The option "handler" returned an array with the key "5", which is not known; the keys are status, headers and body, or fault and sent
ValueError: The option "handler" returned an array with the key "", which is not known; the keys are status, headers and body, or fault and sent
ValueError: The option "handler" returned an array with the key "a", which is not known; the keys are status, headers and body, or fault and sent
ValueError: The option "handler" returned an array with the key "status", which does not go with a fault; the keys are status, headers and body, or fault and sent
ValueError: The option "handler" returned an array with the key "sent", which goes only with a fault; the keys are status, headers and body, or fault and sent
ValueError: The option "handler" returned an array with the key "headers", which does not go with a fault; the keys are status, headers and body, or fault and sent
ValueError: The option "handler" returned an array with the key "sent", which goes only with a fault; the keys are status, headers and body, or fault and sent
ValueError: The option "handler" returned an array with the key "body", which does not go with a fault; the keys are status, headers and body, or fault and sent
ValueError: The option "handler" returned an array with the key "sent", which goes only with a fault; the keys are status, headers and body, or fault and sent
ValueError: The option "handler" returned an array with the key "sent", which goes only with a fault; the keys are status, headers and body, or fault and sent
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its "fault" is not an Aurpay\TransportReason
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its "fault" is not an Aurpay\TransportReason
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its "fault" is not an Aurpay\TransportReason
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its "fault" is not an Aurpay\TransportReason
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its "fault" is not an Aurpay\TransportReason
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its "fault" is not an Aurpay\TransportReason
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its "fault" is not an Aurpay\TransportReason
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its "sent" is not a bool
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its "sent" is not a bool
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its "sent" is not a bool
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its "sent" is not a bool
TypeError: The option "handler" must return an array with an int "status", an array "headers" of strings and a string "body", each optional, or with an Aurpay\TransportReason "fault" and a bool "sent"; its "sent" is not a bool
requests: 0, connections: 0
