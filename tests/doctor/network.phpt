--TEST--
aurpay-doctor tells a name, a port, a proxy, a silent server, a page that is not the API, and an API that refuses whatever the key is apart
--FILE--
<?php

namespace AurpayTest;

require __DIR__ . '/doctor.inc';

/** @param array<string, string> $variables */
function tell(string $case, array $variables, string ...$arguments): void
{
    $found = examine(['--json', ...$arguments], $variables);
    echo "{$case}: exit {$found->status}, {$found->summary()}\n";
}

$server = fault_server();
$secure = fault_server('--tls');
tell('no such name', ['AURPAY_BASE_URI' => 'https://name.invalid'], 'dns', 'tcp', 'gateway', 'clock', 'api-key');
tell('nobody listens', ['AURPAY_BASE_URI' => 'https://127.0.0.1:1'], 'dns', 'tcp', 'tls', 'gateway');
tell('no such proxy', ['AURPAY_PROXY' => 'http://user:pass-word@127.0.0.1:1'] + variables($secure), 'dns', 'tcp', 'tls', 'gateway');
tell('not a URL', ['AURPAY_BASE_URI' => 'dashboard'], 'dns', 'tcp', 'tls', 'gateway');
tell('an option', ['AURPAY_TIMEOUT' => '-1'] + variables($server), 'gateway');
$server->default('silent');
tell('silent', variables($server), '--timeout', '0.5', 'gateway');
$server->default(['do' => 'close']);
tell('closes', variables($server), 'gateway');
$server->default('html');
tell('a page', variables($server), 'gateway', 'clock');
$server->default('redirect');
tell('a redirect', variables($server), 'gateway');
$server->default(['do' => 'answer', 'status' => 429, 'headers' => ['Retry-After' => '7'], 'json' => ['code' => 429, 'result' => false, 'message' => 'slow down']]);
tell('too many', ['AURPAY_API_KEY' => 'the key'] + variables($server), 'gateway', 'api-key');
$server->default(['do' => 'answer', 'status' => 200, 'json' => ['code' => 500, 'result' => false, 'message' => 'maintenance']]);
tell('the API is down', ['AURPAY_API_KEY' => 'the key'] + variables($server), 'gateway', 'api-key');
$server->default(['do' => 'answer', 'status' => 403, 'json' => ['code' => 403, 'result' => false, 'message' => 'not from there']]);
tell('blocked', ['AURPAY_API_KEY' => 'the key'] + variables($server), 'gateway', 'api-key');
$server->default(['do' => 'answer', 'status' => 200, 'json' => ['code' => 17, 'result' => false, 'message' => 'no such merchant']]);
tell('another refusal', ['AURPAY_API_KEY' => 'the key'] + variables($server), 'gateway', 'api-key');
$server->default(['do' => 'answer', 'status' => 200, 'json' => ['code' => 0, 'result' => true, 'message' => '', 'data' => []]]);
tell('it needs no key', ['AURPAY_API_KEY' => 'the key'] + variables($server), 'api-key');
$server->stop();
$secure->stop();
?>
--EXPECT--
no such name: exit 2, dns: name-unknown, tcp: skipped, gateway: gateway-name, clock: skipped, api-key: skipped
nobody listens: exit 2, dns: skipped, tcp: port-unreachable, tls: skipped, gateway: gateway-connection
no such proxy: exit 2, dns: skipped, tcp: skipped, tls: skipped, gateway: gateway-proxy
not a URL: exit 2, dns: option-refused, tcp: option-refused, tls: skipped, gateway: option-refused
an option: exit 2, gateway: option-refused
silent: exit 2, gateway: gateway-lost
closes: exit 2, gateway: gateway-lost
a page: exit 2, gateway: gateway-answer, clock: skipped
a redirect: exit 2, gateway: gateway-answer
too many: exit 1, gateway: too-many-calls, api-key: too-many-calls
the API is down: exit 2, gateway: gateway-refuses, api-key: gateway-refuses
blocked: exit 2, gateway: gateway-refuses, api-key: gateway-refuses
another refusal: exit 2, gateway: ok, api-key: gateway-refuses
it needs no key: exit 3, api-key: skipped
