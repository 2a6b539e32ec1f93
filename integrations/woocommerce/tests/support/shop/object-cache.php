<?php

declare(strict_types=1);

// A persistent object cache in Redis, for tests. Like those that shops use, it remembers within a request what it has read,
// and so returns values that other processes have changed meanwhile.

final class AurpayTestObjectCache
{
    /** @var array<string, mixed> */
    private array $read = [];
    /** @var array<string, true> */
    private array $global = [];
    /** @var array<string, true> */
    private array $transient = [];
    private readonly Redis $redis;
    private string $site;

    public function __construct()
    {
        $this->redis = new Redis();
        $this->redis->connect(AURPAY_TEST_REDIS);
        $this->redis->setOption(Redis::OPT_SERIALIZER, Redis::SERIALIZER_PHP);
        $this->redis->setOption(Redis::OPT_PREFIX, DB_NAME . ':');
        $this->switchTo(1);
    }

    public function switchTo(int $site): void
    {
        $this->site = "$site:";
    }

    /**
     * @param list<string> $groups
     */
    public function addGlobal(array $groups): void
    {
        $this->global += array_fill_keys($groups, true);
    }

    /**
     * @param list<string> $groups
     */
    public function addTransient(array $groups): void
    {
        $this->transient += array_fill_keys($groups, true);
    }

    public function get(int|string $key, string $group, bool $force, ?bool &$found): mixed
    {
        $name = $this->name($key, $group);
        if (!array_key_exists($name, $this->read) || ($force && !$this->isTransient($group))) {
            $stored = $this->isTransient($group) ? false : $this->redis->get($name);
            if (!is_array($stored)) {
                unset($this->read[$name]);
                $found = false;

                return false;
            }
            $this->read[$name] = $stored[0];
        }
        $found = true;
        $value = $this->read[$name];

        return is_object($value) ? clone $value : $value;
    }

    /**
     * @param list<string> $flags of Redis: 'nx' for a key that must be new, 'xx' for one that must be there
     */
    public function set(int|string $key, mixed $value, string $group, int $seconds, array $flags = []): bool
    {
        $name = $this->name($key, $group);
        $value = is_object($value) ? clone $value : $value;
        if ($this->isTransient($group)) {
            $isThere = array_key_exists($name, $this->read);
            $isSet = ($flags !== ['nx'] || !$isThere) && ($flags !== ['xx'] || $isThere);
        } else {
            // In an array, as Redis does not tell a stored false from a missing value.
            $isSet = $this->redis->set($name, [$value], $flags + ($seconds > 0 ? ['ex' => $seconds] : [])) === true;
        }
        if ($isSet) {
            $this->read[$name] = $value;
        }

        return $isSet;
    }

    public function delete(int|string $key, string $group): bool
    {
        $name = $this->name($key, $group);
        $wasRead = array_key_exists($name, $this->read);
        unset($this->read[$name]);

        return $this->isTransient($group) ? $wasRead : $this->redis->del($name) > 0;
    }

    public function add(int|string $key, int $difference, string $group): int|false
    {
        $value = $this->get($key, $group, true, $found);
        if (!$found) {
            return false;
        }
        $sum = max(0, (is_numeric($value) ? (int) $value : 0) + $difference);
        $this->set($key, $sum, $group, 0);

        return $sum;
    }

    public function forgetRead(): void
    {
        $this->read = [];
    }

    public function flush(): bool
    {
        $this->forgetRead();

        return $this->redis->flushAll();
    }

    private function isTransient(string $group): bool
    {
        return isset($this->transient[$group]);
    }

    private function name(int|string $key, string $group): string
    {
        $group = $group === '' ? 'default' : $group;

        return (isset($this->global[$group]) ? '' : $this->site) . "$group:$key";
    }
}

function wp_cache_init(): void
{
    $GLOBALS['wp_object_cache'] = new AurpayTestObjectCache();
}

function wp_cache_get($key, $group = '', $force = false, &$found = null)
{
    return $GLOBALS['wp_object_cache']->get($key, (string) $group, (bool) $force, $found);
}

function wp_cache_set($key, $data, $group = '', $expire = 0)
{
    return $GLOBALS['wp_object_cache']->set($key, $data, (string) $group, (int) $expire);
}

function wp_cache_add($key, $data, $group = '', $expire = 0)
{
    return !wp_suspend_cache_addition() && $GLOBALS['wp_object_cache']->set($key, $data, (string) $group, (int) $expire, ['nx']);
}

function wp_cache_replace($key, $data, $group = '', $expire = 0)
{
    return $GLOBALS['wp_object_cache']->set($key, $data, (string) $group, (int) $expire, ['xx']);
}

function wp_cache_delete($key, $group = '')
{
    return $GLOBALS['wp_object_cache']->delete($key, (string) $group);
}

function wp_cache_incr($key, $offset = 1, $group = '')
{
    return $GLOBALS['wp_object_cache']->add($key, (int) $offset, (string) $group);
}

function wp_cache_decr($key, $offset = 1, $group = '')
{
    return $GLOBALS['wp_object_cache']->add($key, -(int) $offset, (string) $group);
}

function wp_cache_flush()
{
    return $GLOBALS['wp_object_cache']->flush();
}

function wp_cache_flush_runtime()
{
    $GLOBALS['wp_object_cache']->forgetRead();

    return true;
}

function wp_cache_supports($feature)
{
    return $feature === 'flush_runtime';
}

function wp_cache_close()
{
    return true;
}

function wp_cache_add_global_groups($groups)
{
    $GLOBALS['wp_object_cache']->addGlobal((array) $groups);
}

function wp_cache_add_non_persistent_groups($groups)
{
    $GLOBALS['wp_object_cache']->addTransient((array) $groups);
}

function wp_cache_switch_to_blog($site)
{
    $GLOBALS['wp_object_cache']->switchTo((int) $site);
}
