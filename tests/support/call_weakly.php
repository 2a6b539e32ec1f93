<?php

/*
 * Makes calls from a file without strict_types, as WordPress plugins do; call_strictly.php is the same with it.
 */

namespace AurpayTest;

/** @param array<mixed> $arguments */
function call_weakly(object|string $object, string $method, array $arguments): mixed
{
    if ($method === '__construct') {
        return new $object(...$arguments);
    }
    /** @var callable $callable */
    $callable = [$object, $method];

    return $callable(...$arguments);
}
