<?php

declare(strict_types=1);

// A call from the second machine; see Machines::call().

namespace Aurpay\Sandbox\Tests;

require dirname(__DIR__) . '/autoload.php';

/** @var list<string> $argv */
$request = json_decode($argv[1] ?? '', true);
/** @var array{string, string, string|null, array<string, string>, string|null} $request */
[$method, $url, $ca, $headers, $body] = $request;
$answer = (new Http($ca))->send($method, $url, $headers, $body);
echo json_encode([$answer->status, $answer->body, $answer->curlError]);
