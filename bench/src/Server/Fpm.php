<?php

declare(strict_types=1);

namespace AurpayBench\Server;

use AurpayBench\{Command, Failure, Php, Tools};
use AurpayTest\{Child, FastCgi};

/** A php-fpm with static workers that serves bench/www. It stops when nothing refers to this object. */
final readonly class Fpm
{
    public string $socket;
    public string $root;

    private Child $guard;

    public function __construct(Tools $tools, Php $php, int $workers, ?Network $network = null)
    {
        $this->root = "{$tools->root}/bench/www";
        $command = [$tools->fpm, ...$php->extensionArguments(), '-d', 'zend_extension=opcache'];
        $setup = [
            'command' => $network === null ? $command : $network->atClient($command),
            'root' => $this->root,
            'pool' => ['pm' => 'static', 'pm.max_children' => $workers],
        ];
        $guard = "{$tools->root}/tests/support/fpm_guard.php";
        $this->guard = Child::php($guard, json_encode($setup, JSON_THROW_ON_ERROR));
        $socket = $this->guard->info['socket'] ?? null;
        $this->socket = is_string($socket) ? $socket : throw new Failure('php-fpm named no socket');
    }

    /**
     * Makes a web request without a web server. The page must answer with an object of numbers.
     *
     * @param array<string, string> $settings
     * @return array<string, int|float>
     */
    public function numbers(string $script, string $query, array $settings): array
    {
        $parameters = $settings + [
            'REQUEST_METHOD' => 'GET',
            'REQUEST_URI' => "/{$script}?{$query}",
            'QUERY_STRING' => $query,
            'SCRIPT_FILENAME' => "{$this->root}/{$script}",
        ];

        return Command::decode((new FastCgi($this->socket, $parameters))->response()->body);
    }
}
