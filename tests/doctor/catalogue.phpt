--TEST--
Each problem that aurpay-doctor knows is provoked by a test of this folder, and has a place in docs/errors.md
--FILE--
<?php

namespace Aurpay\Doctor;

foreach (['Status', 'Catalogue'] as $class) {
    require __DIR__ . "/../../doctor/src/{$class}.php";
}

$expected = '';
foreach (glob(__DIR__ . '/*.phpt') as $test) {
    $expected .= (string) preg_replace('/^.*?--EXPECTF?--/s', '', (string) file_get_contents($test));
}
$page = (string) file_get_contents(__DIR__ . '/../../docs/errors.md');
foreach (array_keys(Catalogue::PROBLEMS) as $code) {
    if (preg_match("/: {$code}\\b(?!-)|, {$code}\\b(?!-)/", $expected) !== 1) {
        echo "no test provokes {$code}\n";
    }
    if (substr_count($page, "id=\"doctor-{$code}\"") !== 1) {
        echo "docs/errors.md has no place for {$code}\n";
    }
}
echo "done\n";
?>
--EXPECT--
done
