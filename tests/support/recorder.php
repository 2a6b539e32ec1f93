<?php

/*
 * A stand-in for the network that records requests, and short functions for answers.
 */

declare(strict_types=1);

namespace AurpayTest;

use Aurpay\Client;
use Aurpay\Credentials;

require_once __DIR__ . '/harness.php';

/** Plays the given answers in order, and then repeats the last one. */
final class Recorder
{
    /** @var list<array{method: string, target: string, headers: array<string, string>, body: string}> */
    public array $requests = [];

    /** @var non-empty-list<array<string, mixed>> */
    private array $answers;

    /** @param array<string, mixed> ...$answers */
    public function __construct(array ...$answers)
    {
        $this->answers = array_values($answers) ?: [success('{}')];
    }

    /**
     * @param array<string, string> $headers
     * @return array<string, mixed>
     */
    public function __invoke(string $method, string $target, array $headers, string $body): array
    {
        $this->requests[] = ['method' => $method, 'target' => $target, 'headers' => $headers, 'body' => $body];

        return count($this->answers) > 1 ? array_shift($this->answers) : $this->answers[0];
    }

    /** @param array<string, mixed> $options */
    public function client(string|Credentials $credentials = 'key', array $options = []): Client
    {
        // @phpstan-ignore argument.type (a test passes wrong options on purpose)
        return new Client($credentials, ['handler' => $this] + $options);
    }

    /** Prints the requests since the last call, one per line. */
    public function show(): void
    {
        foreach ($this->requests as $request) {
            echo rtrim("{$request['method']} {$request['target']} {$request['body']}"), "\n";
        }
        $this->requests = [];
    }
}

/**
 * A success envelope around JSON data, which is not encoded here, so that the test decides its digits.
 *
 * @return array<string, mixed>
 */
function success(string $data): array
{
    return ['status' => 200, 'body' => '{"code":0,"message":"ok","data":' . $data . ',"result":true}'];
}

/** @return array<string, mixed> an envelope that refuses, as in the documents */
function refusal(int $code, string $message = 'no', int $status = 200): array
{
    return [
        'status' => $status,
        'body' => '{"result":false,"code":' . $code . ',"message":' . json_encode($message) . ',"trace_id":"trace-1"}',
    ];
}

/** Prints a value with its types, on one line. */
function show(mixed $value): void
{
    echo describe($value), "\n";
}

function describe(mixed $value): string
{
    if (!is_array($value)) {
        return is_object($value) ? $value::class : (is_float($value) ? 'float ' : '') . var_export($value, true);
    }
    $parts = [];
    foreach ($value as $key => $element) {
        $parts[] = (array_is_list($value) ? '' : "{$key}: ") . describe($element);
    }

    return '[' . implode(', ', $parts) . ']';
}

/** The end of a test of misuse: the server got no request and no connection. */
function nothing_on_the_wire(FaultServer $server): void
{
    $counts = $server->counts();
    echo "requests: {$counts['requests']}, connections: {$counts['connections']}\n";
    $server->stop();
}
