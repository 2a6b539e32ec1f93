<?php

/*
 * What libcurl before 7.80 cannot do, and what holds there instead. Tests whose outcome depends on it ask here, and
 * nowhere else.
 *
 * It does not call the extension before it sends a request (CURLOPT_PREREQFUNCTION). Therefore, as docs/install.md
 * tells users,
 *   - a call that is not a read opens a connection of its own, over HTTP/1.1, and closes it afterwards;
 *   - it counts as sent from the beginning: where the exception else says that nothing was sent, its outcome is
 *     unknown, and the exception before that one says why;
 *   - a read that failed does not say that nothing was sent;
 *   - so does a read with the option ip_version, since libcurl reuses connections of both kinds;
 *   - a read through a proxy opens a connection of its own as well, since libcurl would let it ride on one that was made
 *     with another password;
 *   - after such a connection libcurl forgets for a while that the host speaks HTTP/2: reads at once then take up to
 *     eight connections, the most to one host.
 *
 * It also takes an HTTP/2 answer for whole that has no stated length and whose connection ends before its stream does.
 */

declare(strict_types=1);

namespace AurpayTest;

use Aurpay\AurpayException;
use Aurpay\OutcomeUnknownException;
use Aurpay\TransportException;

/** Whether libcurl tells before it sends. */
function libcurl_tells_of_sending(): bool
{
    return is_libcurl_from('7.80');
}

/** Whether a call that is over does not wait for a slow name server (CURLOPT_QUICK_EXIT). */
function libcurl_leaves_its_resolver(): bool
{
    return is_libcurl_from('7.87');
}

/** Both the one that is loaded and the one of the build count. */
function is_libcurl_from(string $version): bool
{
    return version_compare(phpinfo_row('libcurl'), $version, '>=')
        && version_compare(phpinfo_row('libcurl (built with)'), $version, '>=');
}

/** Whether a part of an HTTP/2 answer without a length is known to be a part. */
function libcurl_notices_unended_streams(): bool
{
    return version_compare(phpinfo_row('libcurl'), '7.76', '>=');
}

/** A row of the extension's part of phpinfo(). */
function phpinfo_row(string $name): string
{
    ob_start();
    (new \ReflectionExtension('aurpay'))->info();
    preg_match('/^' . preg_quote($name, '/') . ' => (.*)$/m', (string) ob_get_clean(), $match);

    return $match[1] ?? throw new \LogicException("phpinfo() has no row {$name}");
}

/** How many connections are opened only because these calls, which are not reads, take none that is there. */
function connections_of_their_own(int $calls): int
{
    return libcurl_tells_of_sending() ? 0 : $calls;
}

/** The same of calls through a proxy that would else share one, reads or not. */
function connections_through_proxies(int $calls): int
{
    return connections_of_their_own($calls);
}

/** The method of calls that share connections: POST where it can. */
function method_on_shared_connections(): string
{
    return libcurl_tells_of_sending() ? 'POST' : 'GET';
}

/**
 * How many connections reads at once share over HTTP/2, of the connections that were counted with those of other calls.
 */
function multiplexed_connections(int $counted, int $others): int
{
    $shared = $counted - connections_of_their_own($others);

    return !libcurl_tells_of_sending() && $shared >= 1 && $shared <= 8 ? 1 : $shared;
}

/**
 * How many connections reads at once take over HTTP/1.1, of those that were counted. Without a callback before sending,
 * an answer that has just arrived may be taken for something unasked, so that the next read opens one more.
 */
function connections_of_reads_at_once(int $counted, int $due): int
{
    return !libcurl_tells_of_sending() && $due > 1 && $counted > $due && $counted <= 2 * $due ? $due : $counted;
}

/** What a call failed with before anything was sent. When it is told otherwise than it must be, the test ends. */
function fault_before_sending(\Throwable $thrown): TransportException
{
    $tells = libcurl_tells_of_sending();
    $countsAsSent = !$tells && !str_starts_with($thrown->getMessage(), 'GET ');
    $fault = $countsAsSent && $thrown instanceof OutcomeUnknownException ? $thrown->getPrevious() : $thrown;
    if (!$fault instanceof TransportException || ($countsAsSent && $fault === $thrown)
        || str_ends_with($fault->getMessage(), '; nothing was sent') !== $tells) {
        throw new \LogicException('this is not how nothing sent is told', 0, $thrown);
    }

    return $fault;
}

/** The message of that, in the words of libcurl from 7.80 on. */
function told_before_sending(\Throwable $thrown): string
{
    return fault_before_sending($thrown)->getMessage() . (libcurl_tells_of_sending() ? '' : '; nothing was sent');
}

/**
 * Prints "Class: message" of that, and returns it.
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
