<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/** What a worker prints: everything that was shown, after the name of what was done. */
final class Output
{
    /** Begins a line with a name. */
    public const NAME = '@@ ';

    /** Of a name: halves of a secret are no leak there. Nobody can know that two halves belong together. */
    public const IN_PIECES = ' (in pieces)';

    /** One of so many calls is made, where there are very many. */
    public static int $every = 1;

    /** Which one: the seed decides. */
    public static int $first = 0;

    private static int $calls = 0;

    /** How many things were named. */
    private static int $shown = 0;

    public static function begin(string $name): void
    {
        self::$shown++;
        Witness::doing($name);
        echo "\n", self::NAME, $name, "\n";
    }

    /**
     * Makes a call and shows what it throws.
     *
     * @param callable(): mixed $call
     */
    public static function attempt(#[\SensitiveParameter] callable $call, bool $everything = false): ?\Throwable
    {
        self::$calls++;
        try {
            try {
                $result = $call();
            } finally {
                Witness::returned();
            }
        } catch (\Throwable $thrown) {
            $everything ? Shown::of($thrown) : Shown::briefly($thrown);

            return $thrown;
        }
        // details() answers exceptions.
        foreach (is_array($result) ? $result : [] as $element) {
            if ($element instanceof \Throwable) {
                $everything ? Shown::of($element) : Shown::briefly($element);

                return $element;
            }
        }

        return null;
    }

    /** The last line of a worker that has done all it had to do. */
    public static function end(): void
    {
        Witness::end();
        echo "\n", self::NAME, 'end ', self::$calls, ' ', self::$shown, "\n";
    }
}
