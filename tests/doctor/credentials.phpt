--TEST--
aurpay-doctor tells a missing half, a stray newline, a refused key and a wrong clock apart, and prints no credential
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/doctor.inc';

$printed = '';
/** @param array<string, string> $variables */
function tell(string $case, array $variables, string ...$arguments): void
{
    global $printed;
    $found = examine(['--json', ...$arguments], $variables);
    $printed .= $found->output . $found->errors;
    echo "{$case}: exit {$found->status}, {$found->summary()}\n";
    foreach ($found->checks() as $check) {
        foreach ($check['commands'] as $command) {
            echo '    ', preg_replace('~^(apt-get install systemd-timesyncd|dnf install chrony|setup-ntp).*~', 'SET THE CLOCK', $command), "\n";
        }
    }
}

$sandbox = sandbox();
$variables = variables($sandbox);
tell('half of a pair', ['AURPAY_API_TOKEN' => 'my-token'] + $variables, 'signature');
tell('the other half', ['AURPAY_CALLBACK_SECRET' => 'my-secret'] + $variables, 'callback-secret');
tell('a newline', ['AURPAY_API_TOKEN' => 'my-token', 'AURPAY_API_SECRET' => "my-secret\n"] + $variables, 'signature');
tell('a blank', ['AURPAY_API_KEY' => 'my-key '] + $variables, 'api-key');
tell('a blank in a callback secret', ['AURPAY_CALLBACK_TOKEN' => 'my-token', 'AURPAY_CALLBACK_SECRET' => ' my-secret'] + $variables, 'callback-secret');
tell('a wrong key', ['AURPAY_API_KEY' => 'my-key'] + $variables, 'api-key');
tell('wrong secret', ['AURPAY_API_TOKEN' => $sandbox->info('api_token'), 'AURPAY_API_SECRET' => 'my-secret'] + $variables, 'signature');

$server = fault_server();
foreach ([0, 60, -4000] as $seconds) {
    $server->default(['do' => 'answer', 'status' => 401, 'headers' => ['Date' => gmdate('D, d M Y H:i:s \G\M\T', time() + $seconds)], 'json' => ['code' => 401, 'result' => false, 'message' => 'refused']]);
    tell("{$seconds} seconds", variables($server), 'clock');
}
foreach (['my-token', 'my-secret', 'my-key', $sandbox->info('api_token')] as $secret) {
    echo str_contains($printed, $secret) ? "{$secret} is printed\n" : '';
}

$file = tempnam(sys_get_temp_dir(), 'aurpay');
file_put_contents($file, "# of the shop\nAPP_NAME=\"A shop\"\nexport AURPAY_API_KEY='{$sandbox->info('api_key')}'\nAURPAY_BASE_URI={$sandbox->baseUri} # the sandbox\n");
$found = examine(['--json', '--env', $file, 'api-key'], ['AURPAY_BASE_URI' => 'https://name.invalid']);
echo "from a file: exit {$found->status}, {$found->summary()}\n";
unlink($file);
$server->stop();
$sandbox->stop();
?>
--EXPECT--
half of a pair: exit 2, signature: credential-incomplete
    AURPAY_API_SECRET=…    # in the file that --env names, or in the environment
the other half: exit 2, callback-secret: credential-incomplete
    AURPAY_CALLBACK_TOKEN=…    # in the file that --env names, or in the environment
a newline: exit 2, signature: credential-malformed
    copy AURPAY_API_SECRET from the dashboard again, without white space
a blank: exit 2, api-key: credential-malformed
    copy AURPAY_API_KEY from the dashboard again, without white space
a blank in a callback secret: exit 2, callback-secret: credential-malformed
    copy AURPAY_CALLBACK_SECRET from the dashboard again, without white space
a wrong key: exit 2, api-key: credential-refused
    copy AURPAY_API_KEY from the dashboard again
wrong secret: exit 2, signature: credential-refused
    copy AURPAY_API_TOKEN and AURPAY_API_SECRET from the dashboard again
0 seconds: exit 0, clock: ok
60 seconds: exit 1, clock: clock-drifts
    SET THE CLOCK
-4000 seconds: exit 2, clock: clock-wrong
    SET THE CLOCK
from a file: exit 0, api-key: ok
