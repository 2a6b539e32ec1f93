<?php

/*
 * Shared by phpt files: servers to talk to, and output that is the same in every run.
 *
 * It must load in a PHP built with --disable-all, so it uses only what every PHP has
 * (standard, json, pcre, spl). Servers run in other programs: AURPAY_TOOLS_PHP and
 * AURPAY_TOOLS_PYTHON, else php and python3.
 */

declare(strict_types=1);

namespace AurpayTest;

// Compiled patterns read beyond their subject, which valgrind would report as an error of the test.
ini_set('pcre.jit', '0');

require_once __DIR__ . '/harness/Unsupported.php';
require_once __DIR__ . '/harness/Child.php';
require_once __DIR__ . '/harness/HttpResponse.php';
require_once __DIR__ . '/harness/Http.php';
require_once __DIR__ . '/harness/Server.php';
require_once __DIR__ . '/harness/LoggingServer.php';
require_once __DIR__ . '/harness/StoppableServer.php';
require_once __DIR__ . '/harness/FaultServer.php';
require_once __DIR__ . '/harness/Proxy.php';
require_once __DIR__ . '/harness/Sandbox.php';
require_once __DIR__ . '/harness/Nginx.php';
require_once __DIR__ . '/harness/PrivateNames.php';
require_once __DIR__ . '/harness/RawServer.php';
require_once __DIR__ . '/harness/output.php';
require_once __DIR__ . '/harness/tcp.php';
require_once __DIR__ . '/harness/libcurl.php';

/** Starts tests/support/fault_server.py with options such as '--tls'. */
function fault_server(string ...$options): FaultServer
{
    return FaultServer::start(...$options);
}

/** Starts the sandbox with options such as '--tls'. */
function sandbox(string ...$options): Sandbox
{
    return Sandbox::start(...$options);
}

/** Starts tests/support/nginx.py with options such as '--http1', '--keepalive', '0'. */
function nginx(string ...$options): Nginx
{
    return Nginx::start(...$options);
}

/** Starts tests/support/proxy.py with options such as '--require', 'user:password'. */
function proxy(string ...$options): Proxy
{
    return Proxy::start(...$options);
}

/** For SKIPIF: prints "skip ..." when this machine's fault server does not support the options. */
function skip_unless_supported(string ...$options): void
{
    try {
        FaultServer::start(...$options)->stop();
    } catch (Unsupported $reason) {
        echo 'skip ', $reason->getMessage();
    }
}

/** For SKIPIF: prints "skip ..." when a test on this machine cannot have its own name server and hosts. */
function skip_unless_private_names(): void
{
    try {
        (new PrivateNames())->stop();
    } catch (Unsupported $reason) {
        echo 'skip ', $reason->getMessage();
    }
}
