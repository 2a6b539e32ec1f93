--TEST--
phpinfo() names the means that holds at most once: a libcurl that tells before it sends, or fresh connections
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/../support/harness.php';

$means = phpinfo_row('At most once by');
echo $means === (libcurl_tells_of_sending() ? 'CURLOPT_PREREQFUNCTION' : 'fresh connections') ? 'as expected' : $means, "\n";
?>
--EXPECT--
as expected
