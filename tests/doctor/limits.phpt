--TEST--
aurpay-doctor knows the limits of each libcurl and TLS library from what phpinfo() says of them, as text and as HTML
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Doctor\AtMostOnceCheck;
use Aurpay\Doctor\Check;
use Aurpay\Doctor\Facts;
use Aurpay\Doctor\Finding;
use Aurpay\Doctor\LibcurlCheck;
use Aurpay\Doctor\TlsLibraryCheck;

foreach (['Status', 'Host', 'Catalogue', 'Finding', 'Check', 'Facts', 'checks/LibcurlCheck', 'checks/AtMostOnceCheck', 'checks/TlsLibraryCheck'] as $class) {
    require_once __DIR__ . "/../../doctor/src/{$class}.php";
}

$now = ['libcurl' => '8.14.1', 'libcurl (built with)' => '8.14.1', 'HTTP/2' => 'yes', 'At most once by' => 'CURLOPT_PREREQFUNCTION', 'Looks into TLS before it reuses a connection' => 'yes', 'Keeps handles from call to call' => 'yes', 'timeout ends a name lookup' => 'yes', 'connect_timeout ends a name lookup' => 'yes'];
$hosts = [
    'a new one' => [],
    'Debian 11' => ['libcurl' => '7.74.0', 'libcurl (built with)' => '7.74.0', 'At most once by' => 'fresh connections', 'timeout ends a name lookup' => 'no'],
    'Ubuntu 22.04' => ['libcurl' => '7.81.0', 'libcurl (built with)' => '7.81.0', 'timeout ends a name lookup' => 'no'],
    'Debian 12' => ['libcurl' => '7.88.1', 'libcurl (built with)' => '7.88.1', 'Keeps handles from call to call' => 'no'],
    'built on Debian 11' => ['libcurl (built with)' => '7.74.0', 'At most once by' => 'fresh connections', 'timeout ends a name lookup' => 'no'],
    '8.9' => ['libcurl' => '8.9.1', 'libcurl (built with)' => '8.9.1', 'connect_timeout ends a name lookup' => 'no'],
    'no HTTP/2' => ['HTTP/2' => 'no'],
    'GnuTLS' => ['TLS library of libcurl' => 'GnuTLS/3.7.9', 'Looks into TLS before it reuses a connection' => 'no'],
];
foreach ($hosts as $name => $rows) {
    $text = $html = '';
    foreach ($rows + $now as $row => $value) {
        $text .= "{$row} => {$value}\n";
        $html .= "<tr><td class=\"e\">{$row} </td><td class=\"v\">{$value} </td></tr>\n";
    }
    $codes = static function (Facts $facts): string {
        $found = [];
        foreach ([new LibcurlCheck($facts), new AtMostOnceCheck($facts), new TlsLibraryCheck($facts)] as $check) {
            foreach ($check->findings() as $finding) {
                $found[] = $finding->code;
            }
        }

        return implode(', ', array_filter($found)) ?: 'good';
    };
    echo "{$name}: ", $codes(Facts::parse($text)), "\n";
    echo $codes(Facts::parse($text)) === $codes(Facts::parse($html)) ? '' : "    the HTML is read in another way\n";
}
echo Finding::good("a\x1b[2Jb\n\u{9b}c✓")->message, ' | ', Finding::skipped("d\x9be")->message, "\n";
?>
--EXPECT--
a new one: good
Debian 11: libcurl-name-lookup, libcurl-resends
Ubuntu 22.04: libcurl-name-lookup
Debian 12: good
built on Debian 11: libcurl-built-old, libcurl-built-old
8.9: libcurl-connect-timeout
no HTTP/2: http2-missing
GnuTLS: tls-library-differs
a [2Jb  c✓ | skipped, because d e
