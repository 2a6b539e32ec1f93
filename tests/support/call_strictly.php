<?php

/*
 * Makes calls from a file with strict_types; call_weakly.php is the same without.
 */

declare(strict_types=1);

namespace AurpayTest;

/** @param array<mixed> $arguments */
function call_strictly(object|string $object, string $method, array $arguments): mixed
{
    if ($method === '__construct') {
        return new $object(...$arguments);
    }
    /** @var callable $callable */
    $callable = [$object, $method];

    return $callable(...$arguments);
}
