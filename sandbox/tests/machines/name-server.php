<?php

declare(strict_types=1);

// A name server whose answer changes: every name has the first address once, and the second one from then on.
// usage: php name-server.php ADDRESS FIRST SECOND

/** @var list<string> $argv */
[, $address, $first, $second] = $argv;
$socket = stream_socket_server("udp://$address:53", $number, $reason, STREAM_SERVER_BIND);
if ($socket === false) {
    throw new RuntimeException("Cannot listen on $address: $reason");
}
$asked = 0;
for (;;) {
    $client = '';
    $query = (string) stream_socket_recvfrom($socket, 512, 0, $client);
    $question = substr($query, 12, (int) strpos($query, "\0", 12) + 5 - 12);
    // Type 1 is A. There is no answer to others, such as AAAA.
    $isA = substr($question, -4, 2) === "\0\1";
    $answer = $isA
        ? "\xc0\x0c\0\1\0\1\0\0\0\0\0\4" . inet_pton($asked++ === 0 ? $first : $second)
        : '';
    $header = substr($query, 0, 2) . "\x81\x80" . pack('n4', 1, $isA ? 1 : 0, 0, 0);
    stream_socket_sendto($socket, $header . $question . $answer, 0, is_string($client) ? $client : '');
}
