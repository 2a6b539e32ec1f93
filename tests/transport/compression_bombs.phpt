--TEST--
A compression bomb ends at max_response_bytes in every encoding, also inside another encoding; it uses little memory and settles nothing
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/harness.php';

// Each bomb is 64 MB when it is decompressed.
const BEGINNING = '{"code":0,"result":true,"data":"';

/** A frame of blocks that repeat a byte (RFC 8878). */
function zstd(int $blocks): string
{
    $block = static fn (bool $isLast, int $type, int $size): string => substr(pack('V', $size << 3 | $type << 1 | (int) $isLast), 0, 3);
    // The frame has no checksum and no content size; its window is 16 MB.
    $frame = "\x28\xb5\x2f\xfd\x00\x70" . $block(false, 0, strlen(BEGINNING)) . BEGINNING;

    return $frame . str_repeat($block(false, 1, 1 << 17) . 'A', $blocks) . $block(true, 0, 2) . '"}';
}

/** Bytes as text, for JSON. */
function latin1(string $bytes): string
{
    return preg_replace_callback('~[\x80-\xff]~', static fn (array $byte): string => chr(0xc0 | ord($byte[0]) >> 6) . chr(0x80 | ord($byte[0]) & 0x3f), $bytes);
}

$brotli = 'z///f0iM1GLNGO+MUOktwgKzt3SCwCEHrN8DSzgyrwOFSkdCOMBexxIg+5oHn3n/L/7//8MvARCHBQC69//8//+HXwIgDosAdO//+f//D78E'
    . 'QBwWAOje/0cIAH4pkb4qQpIAgAo=';
// Compressed twice.
$gzip = 'H4sIAAAAAAACA+3csSvEYRzH8ce5ukspxSiuU5fslAUzi5TRXyB1xXZdjlU6KZtkkix3kkEKZ1LWm5SbDK4MNkk53fkvfs/rNT3zZ/z29B7fy4auVP'
    . '9H43Kwkgvph7W7s/rZ5kh+q1DIHj3fPr2Wb07mVqqHs61yrTn9NdneuG4eBwAAACCpPq8ymVT3sfBb2z+9AAAAAJLucWz0//PA9/3MrjkAAAAg8QZKxVzvFv'
    . 'DWecmaAwAAABJv6qOx07sFHHTWJ87tAQAAAIlXFwwAAACAqAgGAAAAQFwEAwAAACAuggEAAAAQGcEAAAAAiItgAAAAAMRFMAAAAADiIhgAAAAAkREMAAAAgL'
    . 'gIBgAAAEBcFkvFhVQIlfC+NP/Tqi73BQAAACJUKbXD9vDqUD6E9B8GfRjsBv8AAA==';
$answers = [
    'br' => base64_decode($brotli),
    'zstd' => zstd(512),
    'gzip, gzip' => base64_decode($gzip),
];
$server = new RawServer();
$client = new Client('key', ['base_uri' => $server->baseUri, 'timeout' => 30, 'max_response_bytes' => 1000000]);
foreach ($answers as $encoding => $body) {
    $head = "HTTP/1.1 200 OK\r\nContent-Encoding: {$encoding}\r\nContent-Length: " . strlen($body) . "\r\nConnection: close\r\n\r\n";
    $server->answer(latin1($head . $body));
    foreach (['GET', 'POST'] as $method) {
        $memory = getrusage()['ru_maxrss'];
        try {
            $client->request($method, '/x');
            $outcome = 'success';
        } catch (\Aurpay\AurpayException $exception) {
            $outcome = (new \ReflectionClass($exception))->getShortName();
            $outcome .= str_contains($exception->getMessage(), 'max_response_bytes') ? ': max_response_bytes' : '';
        }
        // In kilobytes.
        $growth = getrusage()['ru_maxrss'] - $memory;
        echo "{$encoding}, {$method}: {$outcome}", $growth > 32 * 1024 ? ", {$growth} KB more" : '', "\n";
    }
}
?>
--EXPECTF--
br, GET: %r(ResponseException: max_response_bytes|TransportException)%r
br, POST: OutcomeUnknownException%S
zstd, GET: %r(ResponseException: max_response_bytes|TransportException)%r
zstd, POST: OutcomeUnknownException%S
gzip, gzip, GET: ResponseException: max_response_bytes
gzip, gzip, POST: OutcomeUnknownException: max_response_bytes
