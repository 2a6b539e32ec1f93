<?php

/*
 * Prints how long a round trip to the server takes: the median time to open a TCP connection.
 */

declare(strict_types=1);

$address = str_replace('https://', 'tcp://', (string) getenv('BENCH_BASE_URI'));
$durations = [];
for ($i = 0; $i < 11; $i++) {
    $began = hrtime(true);
    $stream = stream_socket_client($address);
    $durations[] = hrtime(true) - $began;
    if ($stream === false) {
        throw new RuntimeException("cannot connect to {$address}");
    }
    fclose($stream);
}
sort($durations);
echo json_encode(['nanoseconds' => $durations[5]]), "\n";
