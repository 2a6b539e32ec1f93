<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Callback;

use Aurpay\Sandbox\Net\Host;
use Aurpay\Sandbox\Process\Child;

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

    /** A name server that does not answer must not keep the place of other callbacks. */
    private const LONGEST_SECONDS = 10.0;

    /** @var array<string, array{child: Child, file: string, until: float}> */
    private array $running = [];

    public function __destruct()
    {
        array_map($this->end(...), array_keys($this->running));
    }

    /**
     * The addresses of a name. Null while they are not known yet: ask again later.
     *
     * @return list<string>|null
     */
    public function addresses(string $name): ?array
    {
        $this->running[$name] ??= self::start($name);
        ['child' => $child, 'until' => $until] = $this->running[$name];
        if ($child->isRunning() && microtime(true) < $until) {
            return null;
        }
        $addresses = array_filter(array_map(Host::address(...), explode("\n", $child->lastWords())));
        $this->end($name);

        return array_values(array_unique($addresses));
    }

    /**
     * @return array{child: Child, file: string, until: float}
     */
    private static function start(string $name): array
    {
        $file = (string) tempnam(sys_get_temp_dir(), 'aurpay-sandbox-name-');
        $child = Child::start('a lookup', [PHP_BINARY, '-r', self::LOOK_UP, '--', $name], [], $file);

        return ['child' => $child, 'file' => $file, 'until' => microtime(true) + self::LONGEST_SECONDS];
    }

    private function end(string $name): void
    {
        $this->running[$name]['child']->kill();
        @unlink($this->running[$name]['file']);
        unset($this->running[$name]);
    }
}
