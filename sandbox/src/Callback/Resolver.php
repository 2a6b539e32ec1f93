<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Callback;

use Aurpay\Sandbox\Net\Host;

/**
 * Looks up the addresses of host names without blocking: a slow name server must not delay other shops' callbacks.
 */
final class Resolver
{
    /** Runs in another PHP. gethostbynamel() knows only IPv4. */
    private const LOOK_UP = <<<'PHP'
        $found = [];
        foreach (function_exists('socket_addrinfo_lookup') ? (socket_addrinfo_lookup($argv[1]) ?: []) : [] as $info) {
            $at = socket_addrinfo_explain($info)['ai_addr'];
            $found[] = $at['sin_addr'] ?? $at['sin6_addr'];
        }
        echo implode("\n", $found ?: (gethostbynamel($argv[1]) ?: []));
        PHP;

    /** @var array<string, array{process: resource, output: resource, text: string}> */
    private array $running = [];

    public function __destruct()
    {
        foreach ($this->running as $lookup) {
            proc_terminate($lookup['process'], SIGKILL);
        }
    }

    /**
     * The addresses of a name. Null while they are not known yet: ask again later.
     *
     * @return list<string>|null
     */
    public function addresses(string $name): ?array
    {
        $this->running[$name] ??= self::start($name);
        $lookup = &$this->running[$name];
        $lookup['text'] .= stream_get_contents($lookup['output']);
        if (!feof($lookup['output'])) {
            return null;
        }
        proc_close($lookup['process']);
        $addresses = array_filter(array_map(Host::address(...), explode("\n", trim($lookup['text']))));
        unset($lookup, $this->running[$name]);

        return array_values(array_unique($addresses));
    }

    /**
     * @return array{process: resource, output: resource, text: string}
     */
    private static function start(string $name): array
    {
        $command = [PHP_BINARY, '-r', self::LOOK_UP, '--', $name];
        $process = proc_open($command, [['file', '/dev/null', 'r'], ['pipe', 'w'], ['file', '/dev/null', 'w']], $pipes);
        if ($process === false) {
            throw new \RuntimeException('Cannot look up a name');
        }
        stream_set_blocking($pipes[1], false);

        return ['process' => $process, 'output' => $pipes[1], 'text' => ''];
    }
}
