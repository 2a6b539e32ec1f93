<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/**
 * Kills the shop's PHP with SIGKILL, or holds it, at a chosen point: once, in whichever process gets there first. Holds for
 * web requests, jobs and ShopPhp alike.
 */
final readonly class Interrupter
{
    /**
     * @param string $state the folder of the shop's state, as this process sees it
     */
    public function __construct(private string $state) {}

    /**
     * Kills PHP before the query with this number, of those that contain a text.
     *
     * @param string $containing compared as it is, with upper and lower case; '' counts all queries
     * @param bool   $after      only after this query was executed: before the next one, or at the process's end
     * @param string $path       only in requests whose path and query contain this text
     */
    public function killAtQuery(int $number, string $containing = '', bool $after = false, string $path = ''): void
    {
        $this->plan(['point' => 'query', 'action' => 'kill', ...compact('number', 'containing', 'after', 'path')]);
    }

    /** Kills PHP in a hook, with the priority of the functions before which that happens. */
    public function killAtHook(string $hook, int $priority = 10, int $number = 1, string $path = ''): void
    {
        $this->plan(['point' => 'hook', 'action' => 'kill', ...compact('hook', 'priority', 'number', 'path')]);
    }

    /** Like killAtQuery(), but PHP waits there for release(). */
    public function holdAtQuery(int $number, string $containing = '', bool $after = false, string $path = ''): void
    {
        $this->plan(['point' => 'query', 'action' => 'hold', ...compact('number', 'containing', 'after', 'path')]);
    }

    /** Like killAtHook(), but PHP waits there for release(). */
    public function holdAtHook(string $hook, int $priority = 10, int $number = 1, string $path = ''): void
    {
        $this->plan(['point' => 'hook', 'action' => 'hold', ...compact('hook', 'priority', 'number', 'path')]);
    }

    /** Records the queries of the following requests and processes, instead of interrupting them. */
    public function record(string $path = ''): void
    {
        $this->plan(['point' => 'record', 'path' => $path]);
    }

    /**
     * Ends the recording.
     *
     * @return list<string>
     */
    public function recorded(): array
    {
        $this->cancel();
        $queries = [];
        foreach (JsonLines::read("{$this->state}/queries.jsonl") as $query) {
            is_string($query) && $queries[] = $query;
        }
        @unlink("{$this->state}/queries.jsonl");

        return $queries;
    }

    /** Whether PHP has come to the chosen point. */
    public function hasStruck(): bool
    {
        clearstatcache();

        return file_exists("{$this->state}/plan-done.json");
    }

    /** Waits until PHP is held. */
    public function awaitHeld(float $seconds = 60): void
    {
        $deadline = microtime(true) + $seconds;
        while (!file_exists("{$this->state}/held")) {
            clearstatcache();
            if (microtime(true) > $deadline) {
                throw new \RuntimeException('PHP did not come to the point where it should be held');
            }
            usleep(5_000);
        }
    }

    /** Lets a process go on that is held. */
    public function release(): void
    {
        @unlink("{$this->state}/held");
    }

    /** Forgets the plan, and lets go on what is held. */
    public function cancel(): void
    {
        foreach (['plan.json', 'plan-done.json', 'held'] as $file) {
            @unlink("{$this->state}/$file");
        }
        clearstatcache();
    }

    /**
     * @param array<string, bool|int|string> $plan
     */
    private function plan(array $plan): void
    {
        $this->cancel();
        // In one step, as a process may read it at any time.
        file_put_contents("{$this->state}/plan.new", json_encode($plan, JSON_THROW_ON_ERROR));
        chmod("{$this->state}/plan.new", 0o666);
        rename("{$this->state}/plan.new", "{$this->state}/plan.json");
    }
}
