<?php

declare(strict_types=1);

namespace AurpayBench;

use AurpayBench\Server\{Expected, Fpm, Log, LoggedRequest, Nginx, Orders};

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

    /**
     * @param \Closure(int, int): list<string> $loop one of CallLoops
     * @param array<string, string> $settings
     */
    public function callInstructions(\Closure $loop, array $settings): float
    {
        return self::perCall(Valgrind::instructions(...), $loop, $settings);
    }

    /**
     * @param \Closure(int, int): list<string> $loop one of CallLoops
     * @param array<string, string> $settings
     */
    public function callAllocations(\Closure $loop, array $settings): float
    {
        return self::perCall(Valgrind::allocations(...), $loop, $settings);
    }

    /** The cost of decoding the orders of a page. The rest of the answer and of the call is subtracted. */
    public function decodeInstructions(string $decoder, OrderPages $pages, bool $hasNumbers): float
    {
        $count = fn (string $file): float => PerTurn::of(
            fn (int $turns): int => Valgrind::instructions($this->php->program('decode.php', $decoder, $file, $turns)),
            self::FEW_PAGES,
            self::MANY_PAGES,
        );

        return $count($pages->sample($hasNumbers)) - $count($pages->emptySample());
    }

    public function verifyInstructions(string $verifier): float
    {
        return PerTurn::of(
            fn (int $turns): int => Valgrind::instructions($this->php->program('verify.php', $verifier, $turns)),
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
     * The requests of some calls in one process, as the server logged them.
     *
     * @param \Closure(int, int): list<string> $loop one of CallLoops
     * @return list<LoggedRequest>
     */
    public function callsOnTheWire(string $label, \Closure $loop, int $calls): array
    {
        $nginx = new Nginx($this->tools, log: Log::Requests);
        Command::output($loop(0, $calls), $nginx->settings());

        return $nginx->requests(Expected::payUrls($label, $calls));
    }

    /** Fails unless all loops send the calls that they should. */
    public function checkLoops(): void
    {
        foreach ((new CallLoops($this->tools, $this->php))->all() as $label => $loop) {
            $this->callsOnTheWire($label, $loop, self::WARM_UP);
        }
    }

    /**
     * The requests of some web requests to one worker, each with a call, as the server logged them.
     *
     * @return list<LoggedRequest>
     */
    public function webRequestsOnTheWire(string $contender, int $webRequests): array
    {
        $nginx = new Nginx($this->tools, log: Log::Requests);
        $fpm = new Fpm($this->tools, $this->php, 1);
        for ($i = 0; $i < $webRequests; $i++) {
            $fpm->numbers("first_call.php?contender={$contender}", $nginx->settings());
        }

        return $nginx->requests(Expected::payUrls($contender, $webRequests));
    }

    /**
     * The requests for some order details at once, as the server logged them.
     *
     * @return list<LoggedRequest>
     */
    public function detailsOnTheWire(string $contender, int $count): array
    {
        $nginx = new Nginx($this->tools, log: Log::Requests);
        Command::output($this->php->program('details.php', $contender, $count), $nginx->settings(http2: true));
        // WordPress Requests has no HTTP/2.
        $protocol = $contender === 'WordPress' ? 'HTTP/1.1' : 'HTTP/2.0';

        return $nginx->requests(Expected::details($contender, (new Orders())->ids($count), $protocol));
    }

    /**
     * The requests of an each() over some pages of orders, as the server logged them.
     *
     * @return list<LoggedRequest>
     */
    public function pagesOnTheWire(OrderPages $pages, int $count): array
    {
        $pages->serve($count);
        $nginx = new Nginx($this->tools, log: Log::Requests);
        Command::output($this->php->program('many_orders.php', $count * Orders::PAGE_SIZE), $nginx->settings());

        return $nginx->requests(Expected::pages('aurpay', $count));
    }

    /**
     * @param \Closure(list<string>, array<string, string>): int $count
     * @param \Closure(int, int): list<string> $loop
     * @param array<string, string> $settings
     */
    private static function perCall(\Closure $count, \Closure $loop, array $settings): float
    {
        return PerTurn::of(
            static fn (int $calls): int => $count($loop(self::WARM_UP, $calls), $settings),
            self::FEW_CALLS,
            self::MANY_CALLS,
        );
    }
}
