<?php

declare(strict_types=1);

// A shop with https: answers every callback with 200 and appends its request line to a file.
// usage: php tls-shop.php ADDRESS:PORT CERTIFICATE KEY FILE

/** @var list<string> $argv */
[, $address, $certificate, $key, $file] = $argv;
$context = stream_context_create(['ssl' => ['local_cert' => $certificate, 'local_pk' => $key]]);
$server = stream_socket_server("tls://$address", $number, $reason, STREAM_SERVER_BIND | STREAM_SERVER_LISTEN, $context);
if ($server === false) {
    throw new RuntimeException("Cannot listen on $address: $reason");
}
for (;;) {
    // A client that only looks whether the port is open makes this fail.
    $client = @stream_socket_accept($server, 3600.0);
    if ($client === false) {
        continue;
    }
    $line = (string) fgets($client);
    while (trim((string) fgets($client)) !== '') {
        continue;
    }
    fwrite($client, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    fclose($client);
    file_put_contents($file, $line, FILE_APPEND);
}
