<?php

/*
 * Output for EXPECT: values that differ from run to run are masked.
 */

declare(strict_types=1);

namespace AurpayTest;

/** Replaces ports and durations, in the forms that URIs and libcurl use. */
function mask(string $text): string
{
    $masks = [
        '~(?<=127\.0\.0\.1:|localhost:|\[::1\]:)\d+~' => 'PORT',
        '~\bport \d+~' => 'port PORT',
        '~\b\d+(\.\d+)? (ms|milliseconds|seconds)\b~' => 'N $2',
    ];

    return (string) preg_replace(array_keys($masks), array_values($masks), $text);
}

/** Prints a line with masked values. */
function say(string $text): void
{
    echo mask($text), "\n";
}

/**
 * Prints "Class: message" of the exception, or that nothing was thrown.
 *
 * @param callable(): mixed $call
 */
function throws(callable $call): ?\Throwable
{
    try {
        $call();
    } catch (\Throwable $thrown) {
        say($thrown::class . ': ' . $thrown->getMessage());

        return $thrown;
    }
    say('nothing was thrown');

    return null;
}

/**
 * Prints "Class: message" of the exception that the call must throw, and returns it, for its properties.
 *
 * Any other outcome ends the test, because later output would only confuse.
 *
 * @template T of \Throwable
 * @param callable(): mixed $call
 * @param class-string<T> $class
 * @return T
 */
function expect_exception(callable $call, string $class): \Throwable
{
    $thrown = throws($call);
    if (!$thrown instanceof $class) {
        throw new \LogicException("expected {$class}", 0, $thrown);
    }

    return $thrown;
}
