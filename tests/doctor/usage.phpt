--TEST--
aurpay-doctor refuses what it does not know with exit status 3 and nothing on standard output, and has that status when each check is skipped; it lists its checks, and its JSON has a version
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/doctor.inc';

foreach ([['--jason'], ['no-such-check'], ['--timeout'], ['--env', '/nowhere'], ['probe'], ['probe', '/nowhere'], ['callback'], ['callback', '/nowhere'], ['--json=yes']] as $arguments) {
    $found = examine($arguments);
    echo implode(' ', $arguments), ": exit {$found->status}, output '{$found->output}', {$found->errors}";
}
$list = examine(['list']);
$names = array_map(static fn (string $line): string => (string) strtok($line, ' '), explode("\n", trim($list->output)));
echo "list: exit {$list->status}, ", implode(' ', $names), "\n";
foreach ([['--help'], ['-h'], ['help']] as $arguments) {
    $help = examine($arguments);
    echo implode(' ', $arguments), ": exit {$help->status}, ", strtok($help->output, "\n"), "\n";
}
echo examine(['--version'])->output === 'aurpay-doctor ' . phpversion('aurpay') . "\n" ? "the version is the extension's\n" : "another version\n";
$document = examine(['--json', 'settings', 'callback-secret'])->document();
echo json_encode([$document['schema_version'], $document['counts'], array_map(array_keys(...), $document['checks'])]), "\n";
$problems = examine(['--json', '--problems', 'settings', 'callback-secret'], [], ['-d', 'memory_limit=16M']);
echo "problems: exit {$problems->status}, {$problems->summary()}\n";
foreach ([['gateway', 'web'], ['--json', 'reuse']] as $arguments) {
    $none = examine($arguments, [], [], false);
    echo 'nothing examined: exit ', $none->status, ', ', $none->output === '' ? 'nothing' : 'why', " is said\n";
}
echo "text:\n", preg_replace('~^(      ).*systemctl.*|^(      )rc-service.*~m', '$1RELOAD', examine(['--problems', 'settings'], [], ['-d', 'memory_limit=16M'])->output);
?>
--EXPECT--
--jason: exit 3, output '', aurpay-doctor: there is no option '--jason'; aurpay-doctor --help lists them
no-such-check: exit 3, output '', aurpay-doctor: there is no check 'no-such-check'; aurpay-doctor list names them
--timeout: exit 3, output '', aurpay-doctor: --timeout needs a value
--env /nowhere: exit 3, output '', aurpay-doctor: --env: /nowhere cannot be read
probe: exit 3, output '', aurpay-doctor: probe needs a folder of the web server
probe /nowhere: exit 3, output '', aurpay-doctor: the page of the doctor cannot be written to /nowhere
callback: exit 3, output '', aurpay-doctor: callback needs a file
callback /nowhere: exit 3, output '', aurpay-doctor: /nowhere cannot be read, or is empty
--json=yes: exit 3, output '', aurpay-doctor: there is no option '--json'; aurpay-doctor --help lists them
list: exit 0, extension libcurl tls-library at-most-once ca-file settings dns tcp tls gateway clock api-key signature access-token callback-secret callback-url web reuse
--help: exit 0, Examines whether this host can be paid through Aurpay, and says what to do where it cannot.
-h: exit 0, Examines whether this host can be paid through Aurpay, and says what to do where it cannot.
help: exit 0, Examines whether this host can be paid through Aurpay, and says what to do where it cannot.
the version is the extension's
[1,{"ok":1,"skipped":1,"warning":0,"failed":0},[["id","status","code","message","commands","link"],["id","status","code","message","commands","link"]]]
problems: exit 1, settings: memory-limit-small
nothing examined: exit 3, why is said
nothing examined: exit 3, why is said
text:
! settings: memory_limit is 16M [memory-limit-small]
      memory_limit = 128M
      RELOAD
      see docs/errors.md#doctor-memory-limit-small
1 ok, 1 warnings, 0 failures, 0 skipped
