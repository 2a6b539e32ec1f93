<?php

declare(strict_types=1);

namespace AurpayBench;

use AurpayBench\Server\{Fpm, LoggedRequest, Nginx, Orders};

/** Counts per turn, for what can be counted instead of timed. Start-up is subtracted. */
final readonly class Counts
{
    private const FEW_CALLS = 50;
    private const MANY_CALLS = 250;
    private const WARM_UP = 10;
    private const FEW_PAGES = 5;
    private const MANY_PAGES = 55;
    private const FEW_CALLBACKS = 100;
    private const MANY_CALLBACKS = 1100;

    public function __construct(private Tools $tools, private Php $php) {}

    /** @param array<string, string> $settings */
    public function callInstructions(string $contender, array $settings): float
    {
        return Valgrind::instructionsPerTurn($this->loop($contender), self::FEW_CALLS, self::MANY_CALLS, $settings);
    }

    /** @param array<string, string> $settings */
    public function callAllocations(string $contender, array $settings): float
    {
        return Valgrind::allocationsPerTurn($this->loop($contender), self::FEW_CALLS, self::MANY_CALLS, $settings);
    }

    /**
     * @param 'once'|'each' $signed
     * @param array<string, string> $settings
     */
    public function limitInstructions(string $signed, array $settings): float
    {
        return Valgrind::instructionsPerTurn($this->limit($signed), self::FEW_CALLS, self::MANY_CALLS, $settings);
    }

    /**
     * @param 'once'|'each' $signed
     * @param array<string, string> $settings
     */
    public function limitAllocations(string $signed, array $settings): float
    {
        return Valgrind::allocationsPerTurn($this->limit($signed), self::FEW_CALLS, self::MANY_CALLS, $settings);
    }

    /** @param array<string, string> $settings */
    public function jsonLimitInstructions(array $settings): float
    {
        return Valgrind::instructionsPerTurn($this->jsonLimit(), self::FEW_CALLS, self::MANY_CALLS, $settings);
    }

    /** @param array<string, string> $settings */
    public function jsonLimitAllocations(array $settings): float
    {
        return Valgrind::allocationsPerTurn($this->jsonLimit(), self::FEW_CALLS, self::MANY_CALLS, $settings);
    }

    /** The cost of decoding the orders of a page. The rest of the answer and of the call is subtracted. */
    public function decodeInstructions(string $decoder, OrderPages $pages, bool $hasNumbers): float
    {
        $count = fn (string $file): float => Valgrind::instructionsPerTurn(
            fn (int $turns): array => $this->php->program('decode.php', $decoder, $file, $turns),
            self::FEW_PAGES,
            self::MANY_PAGES,
        );

        return $count($pages->sample($hasNumbers)) - $count($pages->emptySample());
    }

    public function verifyInstructions(string $verifier): float
    {
        return Valgrind::instructionsPerTurn(
            fn (int $turns): array => $this->php->program('verify.php', $verifier, $turns),
            self::FEW_CALLBACKS,
            self::MANY_CALLBACKS,
        );
    }

    /** @param list<string> $extensions what the PHP loads that starts and ends */
    public function startInstructions(array $extensions): int
    {
        return Valgrind::instructions(Php::with($this->tools, $extensions)->code(''));
    }

    /**
     * The requests of $count calls in one process, as the server logged them.
     *
     * @return list<LoggedRequest>
     */
    public function callsOnTheWire(string $contender, int $calls): array
    {
        $nginx = new Nginx($this->tools, isLogging: true);
        Command::output($this->php->program('loop.php', $contender, 0, $calls), $nginx->settings());

        return $nginx->requests();
    }

    /**
     * The requests of $count web requests to one worker, each with a call, as the server logged them.
     *
     * @return list<LoggedRequest>
     */
    public function webRequestsOnTheWire(string $contender, int $webRequests): array
    {
        $nginx = new Nginx($this->tools, isLogging: true);
        $fpm = new Fpm($this->tools, $this->php, 1);
        for ($i = 0; $i < $webRequests; $i++) {
            $fpm->body("first_call.php?contender={$contender}", $nginx->settings());
        }

        return $nginx->requests();
    }

    /**
     * The requests for $count order details at once, as the server logged them.
     *
     * @return list<LoggedRequest>
     */
    public function detailsOnTheWire(string $contender, int $count): array
    {
        $nginx = new Nginx($this->tools, isLogging: true);
        Command::output($this->php->program('details.php', $contender, $count), $nginx->settings(http2: true));

        return $nginx->requests();
    }

    /**
     * The requests of an each() over $count pages of orders, as the server logged them.
     *
     * @return list<LoggedRequest>
     */
    public function pagesOnTheWire(OrderPages $pages, int $count): array
    {
        $pages->serve($count);
        $nginx = new Nginx($this->tools, isLogging: true);
        Command::output($this->php->program('many_orders.php', $count * Orders::PAGE_SIZE), $nginx->settings());

        return $nginx->requests();
    }

    /** @return \Closure(int): list<string> */
    private function loop(string $contender): \Closure
    {
        return fn (int $calls): array => $this->php->program('loop.php', $contender, self::WARM_UP, $calls);
    }

    /** @return \Closure(int): list<string> */
    private function jsonLimit(): \Closure
    {
        return fn (int $calls): array => $this->php->program('json_loop.php', self::WARM_UP, $calls);
    }

    /**
     * @param 'once'|'each' $signed
     * @return \Closure(int): list<string>
     */
    private function limit(string $signed): \Closure
    {
        return fn (int $calls): array => [$this->tools->limit, $signed, (string) self::WARM_UP, (string) $calls];
    }
}
