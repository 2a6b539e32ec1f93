<?php

declare(strict_types=1);

// A test process that starts a sandbox with Aurpay\Sandbox\Server and does not stop it; see 16-server.php.
// Argument: how it ends. "wait": it prints the sandbox's address and waits to be killed.

use Aurpay\Sandbox\Server;

require __DIR__ . '/../../autoload.php';

/** @var list<string> $argv */
$server = Server::start();
echo $server->baseUri, "\n";
if ($argv[1] === 'wait') {
    fgets(STDIN);
}
if ($argv[1] === 'fatal') {
    ini_set('display_errors', '0');
    ini_set('log_errors', '0');
    // @phpstan-ignore function.notFound
    this_function_does_not_exist();
}
