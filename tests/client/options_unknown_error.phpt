--TEST--
An unknown option is a ValueError that names it, the nearest known one and all of them, for the constructor and for login()
--FILE--
<?php

namespace AurpayTest;

use Aurpay\Client;

require __DIR__ . '/../support/recorder.php';

$server = fault_server();
foreach (['verify', 'Timeout', 'timeout ', "timeout\0", '', 'base_url'] as $name) {
    throws(static fn () => new Client('key', $server->options([$name => 1])));
}
throws(static fn () => new Client('key', $server->options([0 => 'timeout'])));
throws(static fn () => Client::login('user', 'password', $server->options(['verify' => false])));
nothing_on_the_wire($server);
?>
--EXPECT--
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) has an unknown option "verify"; the options are base_uri, timeout, connect_timeout, ip_version, retries, ca_file, pinned_public_key, proxy, user_agent, concurrency, logger, max_response_bytes and handler
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) has an unknown option "Timeout" (the nearest known one is "timeout"); the options are base_uri, timeout, connect_timeout, ip_version, retries, ca_file, pinned_public_key, proxy, user_agent, concurrency, logger, max_response_bytes and handler
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) has an unknown option "timeout " (the nearest known one is "timeout"); the options are base_uri, timeout, connect_timeout, ip_version, retries, ca_file, pinned_public_key, proxy, user_agent, concurrency, logger, max_response_bytes and handler
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) has an unknown option "timeout" (the nearest known one is "timeout"); the options are base_uri, timeout, connect_timeout, ip_version, retries, ca_file, pinned_public_key, proxy, user_agent, concurrency, logger, max_response_bytes and handler
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) has an unknown option ""; the options are base_uri, timeout, connect_timeout, ip_version, retries, ca_file, pinned_public_key, proxy, user_agent, concurrency, logger, max_response_bytes and handler
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) has an unknown option "base_url" (the nearest known one is "base_uri"); the options are base_uri, timeout, connect_timeout, ip_version, retries, ca_file, pinned_public_key, proxy, user_agent, concurrency, logger, max_response_bytes and handler
ValueError: Aurpay\Client::__construct(): Argument #2 ($options) has an unknown option "0"; the options are base_uri, timeout, connect_timeout, ip_version, retries, ca_file, pinned_public_key, proxy, user_agent, concurrency, logger, max_response_bytes and handler
ValueError: Aurpay\Client::login(): Argument #3 ($options) has an unknown option "verify"; the options are base_uri, timeout, connect_timeout, ip_version, retries, ca_file, pinned_public_key, proxy, user_agent, concurrency, logger, max_response_bytes and handler
requests: 0, connections: 0
