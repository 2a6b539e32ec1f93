--TEST--
aurpay-doctor meets odd files of variables, odd addresses and a PHP without some functions with a report, without an error of PHP, and without a password of theirs
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/doctor.inc';

/** @param list<string> $php */
function tell(string $case, array $arguments, array $variables = [], array $php = []): void
{
    $found = examine(['--json', '--timeout', '1', ...$arguments], $variables, $php);
    echo "{$case}: exit {$found->status}, {$found->summary()} {$found->errors}\n";
    foreach ($found->checks() as $check) {
        foreach (str_contains($case, 'commands') ? $check['commands'] : [] as $command) {
            echo "    {$command}\n";
        }
    }
    echo str_contains($found->output . $found->errors, 'ss-word') ? "    a part of a password is printed: {$found->output}" : '';
}

$file = tempnam(sys_get_temp_dir(), 'aurpay');
$contents = [
    'zero bytes' => "AURPAY_BASE_URI=\"https://a\\0b/\"\nAURPAY_CALLBACK_URL=\"http://127.0.0.1:1/\\0\"\nAURPAY_CA_FILE=\"/a\\0b\"\n",
    'a byte order mark' => "\u{feff}AURPAY_CALLBACK_TOKEN=a\nAURPAY_CALLBACK_SECRET=b\n",
    'a comment instead of a value' => "AURPAY_CALLBACK_TOKEN= # of the dashboard\nAURPAY_CALLBACK_SECRET=# too\n",
    'a letter with the byte 0x85' => "AURPAY_CALLBACK_TOKEN=a\nAURPAY_CALLBACK_SECRET=\"b\" # Åland AURPAY_CALLBACK_SECRET=\n# Å AURPAY\n# Å\nAPP_NAME=ÅAURPAY_CALLBACK_TOKEN=' '\n",
];
foreach ($contents as $case => $text) {
    file_put_contents($file, $text);
    tell($case, ['--env', $file, ...($case === 'zero bytes' ? ['ca-file', 'dns', 'callback-url'] : ['callback-secret'])]);
}
unlink($file);

tell('a password with @, commands', ['--base-uri', 'https://user:pa@ss-word@127.0.0.1:1/', 'tcp']);
tell('an IPv6 address, commands', ['--base-uri', 'https://[::1]:1', 'tcp']);
tell('what a shell would run, commands', ['--callback-url', 'http://127.0.0.1:1/$(id);id', 'callback-url']);
tell('a long name', ['--base-uri', 'https://' . str_repeat('a', 300) . '.example', 'dns', 'tcp']);
tell('no host', ['--base-uri', 'https://[::1', 'dns']);
tell('not a page', ['--url', __FILE__, 'web']);
tell('a stream of PHP', ['--url', 'php://stdin', 'web']);
tell('a folder of CAs', ['--ca-file', sys_get_temp_dir(), 'ca-file']);
tell('no name lookup', ['extension', 'dns'], [], ['-d', 'disable_functions=gethostbynamel']);
$found = examine(['extension'], [], ['-d', 'disable_functions=ini_set']);
echo "no ini_set: exit {$found->status}, {$found->output}{$found->errors}";
$found = examine(["\e[31m"]);
echo str_contains($found->errors, "\e") ? "a terminal is commanded\n" : '';
?>
--EXPECT--
zero bytes: exit 2, ca-file: ca-file-unreadable, dns: name-unknown, callback-url: callback-url-refused 
a byte order mark: exit 0, callback-secret: ok 
a comment instead of a value: exit 3, callback-secret: skipped 
a letter with the byte 0x85: exit 0, callback-secret: ok 
a password with @, commands: exit 2, tcp: port-unreachable 
    curl --verbose --output /dev/null https://127.0.0.1:1/
an IPv6 address, commands: exit 2, tcp: port-unreachable 
    curl --verbose --output /dev/null https://[::1]:1
what a shell would run, commands: exit 2, callback-url: callback-url-private, callback-url: callback-url-unreachable 
    'callback_url' => the public address of the shop    // in createPayUrl()
    curl --verbose --output /dev/null 'http://127.0.0.1:1/$(id);id'
a long name: exit 2, dns: name-unknown, tcp: skipped 
no host: exit 2, dns: name-unknown 
not a page: exit 2, web: web-unreachable 
a stream of PHP: exit 2, web: web-unreachable 
a folder of CAs: exit 2, ca-file: ca-file-unreadable 
no name lookup: exit 0, extension: ok, dns: skipped 
no ini_set: exit 3, aurpay-doctor: Call to undefined function Aurpay\Doctor\ini_set()
