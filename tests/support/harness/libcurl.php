<?php

/*
 * What libcurl before 7.80 cannot do, and what the extension does instead. Tests whose outcome depends on this ask here
 * and nowhere else.
 *
 * Before 7.80 libcurl does not call the extension before it sends a request (CURLOPT_PREREQFUNCTION). Therefore, as
 * docs/install.md tells users:
 *   - A call that is not a read opens its own connection, over HTTP/1.1, and closes it afterwards.
 *   - Such a call counts as sent from the beginning: where the exception would say that nothing was sent, the outcome is
 *     unknown, and the previous exception says why.
 *   - The exception of a failed read does not say that nothing was sent.
 *   - A read with the option ip_version opens its own connection, because libcurl reuses connections of both kinds.
 *   - A read through a proxy opens its own connection, because libcurl would reuse one that was made with another
 *     password.
 *   - After such a connection libcurl forgets for a while that the host speaks HTTP/2. Concurrent reads then open up to
 *     eight connections, the limit for one host.
 *
 * Before 7.76 libcurl also takes an HTTP/2 answer without a length for complete when the connection ends before the
 * stream does.
 */

declare(strict_types=1);

namespace AurpayTest;

use Aurpay\AurpayException;
use Aurpay\OutcomeUnknownException;
use Aurpay\TransportException;

/** Whether libcurl calls the extension before it sends. */
function libcurl_tells_of_sending(): bool
{
    return is_libcurl_from('7.80');
}

/** Whether a call can end without waiting for a slow name server (CURLOPT_QUICK_EXIT). */
function libcurl_leaves_its_resolver(): bool
{
    return version_compare(phpinfo_row('libcurl'), '7.87', '>=');
}

/** Both the loaded libcurl and the one of the build must be that new. */
function is_libcurl_from(string $version): bool
{
    return version_compare(phpinfo_row('libcurl'), $version, '>=')
        && version_compare(phpinfo_row('libcurl (built with)'), $version, '>=');
}

/** Whether libcurl notices that an HTTP/2 answer without a length is incomplete. */
function libcurl_notices_unended_streams(): bool
{
    return version_compare(phpinfo_row('libcurl'), '7.76', '>=');
}

/** The value of a row in the extension's part of phpinfo(). */
function phpinfo_row(string $name): string
{
    ob_start();
    (new \ReflectionExtension('aurpay'))->info();
    preg_match('/^' . preg_quote($name, '/') . ' => (.*)$/m', (string) ob_get_clean(), $match);

    return $match[1] ?? throw new \LogicException("phpinfo() has no row {$name}");
}

/** How many extra connections these calls open, which are not reads, because they do not share one. */
function connections_of_their_own(int $calls): int
{
    return libcurl_tells_of_sending() ? 0 : $calls;
}

/** The same for calls through a proxy, reads or not. */
function connections_through_proxies(int $calls): int
{
    return connections_of_their_own($calls);
}

/** A method whose calls share connections: POST where possible. */
function method_on_shared_connections(): string
{
    return libcurl_tells_of_sending() ? 'POST' : 'GET';
}

/**
 * How many connections concurrent reads share over HTTP/2. `$counted` includes the connections of `$others` calls.
 */
function multiplexed_connections(int $counted, int $others): int
{
    $shared = $counted - connections_of_their_own($others);

    return !libcurl_tells_of_sending() && $shared >= 1 && $shared <= 8 ? 1 : $shared;
}

/**
 * How many of the counted connections the concurrent reads use over HTTP/1.1. Without a callback before sending, an
 * answer that has just arrived may look like unexpected bytes, and then the next read opens one more. On a busy machine
 * that happens more often.
 */
function connections_of_reads_at_once(int $counted, int $due): int
{
    return !libcurl_tells_of_sending() && $due > 1 && $counted > $due && $counted <= 4 * $due ? $due : $counted;
}

/** The exception of a call of which nothing was sent. The test ends when the call reports anything else. */
function fault_before_sending(\Throwable $thrown): TransportException
{
    $tells = libcurl_tells_of_sending();
    $countsAsSent = !$tells && !str_starts_with($thrown->getMessage(), 'GET ');
    $fault = $countsAsSent && $thrown instanceof OutcomeUnknownException ? $thrown->getPrevious() : $thrown;
    if (!$fault instanceof TransportException || ($countsAsSent && $fault === $thrown)
        || str_ends_with($fault->getMessage(), '; nothing was sent') !== $tells) {
        throw new \LogicException('the exception does not report that nothing was sent', 0, $thrown);
    }

    return $fault;
}

/** Its message, in the words for libcurl 7.80 and later. */
function told_before_sending(\Throwable $thrown): string
{
    return fault_before_sending($thrown)->getMessage() . (libcurl_tells_of_sending() ? '' : '; nothing was sent');
}

/**
 * Prints "Class: message" of that exception, and returns it.
 *
 * @param callable(): mixed $call
 */
function expect_nothing_sent(callable $call): TransportException
{
    try {
        $call();
    } catch (AurpayException $exception) {
        $fault = fault_before_sending($exception);
        say($fault::class . ': ' . told_before_sending($exception));

        return $fault;
    }
    throw new \LogicException('nothing was thrown');
}
