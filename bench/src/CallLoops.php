<?php

declare(strict_types=1);

namespace AurpayBench;

/** The programs that make calls in a loop: those of the contenders, and the limits. */
final readonly class CallLoops
{
    public const LIMIT = 'bare C, signed once';
    public const SIGNING_LIMIT = 'bare C, signing each call';
    public const JSON_LIMIT = 'bare C in PHP, signing each call, with ext/json';
    public const NEW_CLIENT = 'aurpay, a new client each time';

    public function __construct(private Tools $tools, private Php $php) {}

    /** @return array<string, \Closure(int, int): list<string>> the commands by label, for a warm-up and a number of calls */
    public function all(): array
    {
        $loops = [
            self::LIMIT => $this->bare('once'),
            self::SIGNING_LIMIT => $this->bare('each'),
            self::JSON_LIMIT => fn (int $warmUp, int $calls): array =>
                $this->php->program('json_loop.php', $warmUp, $calls),
        ];
        foreach (Labels::of($this->php) + ['NewAurpay' => self::NEW_CLIENT] as $contender => $label) {
            $loops[$label] = $this->contender($contender);
        }

        return $loops;
    }

    /** @return \Closure(int, int): list<string> */
    public function contender(string $name): \Closure
    {
        return fn (int $warmUp, int $calls): array => $this->php->program('loop.php', $name, $warmUp, $calls);
    }

    /**
     * @param 'once'|'each' $signed
     * @return \Closure(int, int): list<string>
     */
    public function bare(string $signed): \Closure
    {
        return fn (int $warmUp, int $calls): array => [$this->tools->limit, $signed, (string) $warmUp, (string) $calls];
    }
}
