<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\World;

use Aurpay\Sandbox\Config;
use Aurpay\Sandbox\Conflict;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Opening;
use Aurpay\Sandbox\Process\Workspace;
use Aurpay\Sandbox\Services;

/**
 * The merchants that tests have made. Each has a world of its own: a folder
 * with a database, and a prefix before every path.
 *
 * A folder gets its name when it is complete, and loses it before it is
 * removed. So a name that exists can be used. Names with a dot are no worlds.
 */
final readonly class Worlds
{
    public const PREFIX = '/m/';
    public const MOST = 200;
    private const NAME = '[a-z0-9-]{1,40}';
    private const AWAKE = '.awake';

    /** @param Config $config of the sandbox's own world */
    public function __construct(private Config $config) {}

    /** The name in a path below the prefix; null for any other path. */
    public static function nameIn(string $path): ?string
    {
        return str_starts_with($path, self::PREFIX)
            ? explode('/', substr($path, strlen(self::PREFIX)), 2)[0]
            : null;
    }

    public static function isName(string $name): bool
    {
        return preg_match('/^' . self::NAME . '$/D', $name) === 1;
    }

    /** Removes what a killed process has left behind, and makes the supervisor look at every world. */
    public function atStart(bool $isSeedGiven): void
    {
        $directory = $this->config->worlds();
        if (!is_dir("$directory/" . self::AWAKE)) {
            mkdir("$directory/" . self::AWAKE, 0700, true);
        }
        foreach (glob("$directory/.{new,gone}-*", GLOB_BRACE) ?: [] as $rest) {
            Workspace::remove($rest);
        }
        foreach ($this->names() as $name) {
            $services = new Services($this->config->inWorld($name));
            $services->database->install();
            $services->modes->start($isSeedGiven);
            // This change wakes the world, too.
            $services->callbacks->recover();
        }
    }

    /**
     * @return list<string>
     */
    public function names(): array
    {
        return array_values(array_filter(self::entries($this->config->worlds()), self::isName(...)));
    }

    public function has(string $name): bool
    {
        // Another process can have removed it since this one last looked.
        clearstatcache();

        return self::isName($name) && is_dir($this->config->worlds() . "/$name");
    }

    public function open(string $name): ?Services
    {
        try {
            return $this->has($name) ? new Services($this->config->inWorld($name)) : null;
        } catch (\PDOException $failure) {
            // It can be removed at this moment.
            return $this->has($name) ? throw $failure : null;
        }
    }

    /** @param string $name '' makes a name up */
    public function create(string $name): Services
    {
        if ($name !== '' && !self::isName($name)) {
            throw new InvalidInput('name must be 1 to 40 of the characters a-z, 0-9 and -');
        }
        $keys = (new Services($this->config))->accounts->keys(...);

        return $this->exclusively(function () use ($name, $keys): Services {
            $name = $name === '' ? 'm-' . bin2hex(random_bytes(6)) : $name;
            if ($this->has($name)) {
                throw new Conflict("There is a merchant $name already");
            }
            if (count($this->names()) >= self::MOST) {
                throw new Conflict('There are ' . self::MOST . ' merchants already: DELETE one first');
            }
            $directory = $this->config->worlds();
            $new = '.new-' . bin2hex(random_bytes(6));
            mkdir("$directory/$new", 0700);
            // The keys of EnayaPay are the same everywhere, as making a pair takes long.
            (new Opening(new Services($this->config->inWorld($new))))->atStart($keys);
            if (!rename("$directory/$new", "$directory/$name")) {
                throw new \RuntimeException("Cannot create the folder of merchant $name");
            }

            return new Services($this->config->inWorld($name));
        });
    }

    /** False if there is no such world. */
    public function remove(string $name): bool
    {
        $gone = $this->config->worlds() . '/.gone-' . bin2hex(random_bytes(6));
        $removed = $this->exclusively(
            fn (): bool => $this->has($name) && @rename($this->config->worlds() . "/$name", $gone),
        );
        Workspace::remove($gone);

        return $removed;
    }

    /**
     * The worlds that have changed since the last call.
     *
     * @return list<string>
     */
    public function takeAwake(): array
    {
        $directory = $this->config->worlds() . '/' . self::AWAKE;
        $awake = array_diff(self::entries($directory), ['.', '..']);
        foreach ($awake as $name) {
            // Before the supervisor looks, so that a change during its look wakes it again.
            @unlink("$directory/$name");
        }

        return array_values(array_filter($awake, self::isName(...)));
    }

    /**
     * @return list<string>
     */
    private static function entries(string $directory): array
    {
        return @scandir($directory) ?: [];
    }

    /**
     * @template T
     *
     * @param \Closure(): T $work
     *
     * @return T
     */
    private function exclusively(\Closure $work): mixed
    {
        $lock = fopen($this->config->worlds() . '/.lock', 'c');
        if ($lock === false || !flock($lock, LOCK_EX)) {
            throw new \RuntimeException('Cannot lock the folder of the merchants');
        }
        try {
            return $work();
        } finally {
            fclose($lock);
        }
    }
}
