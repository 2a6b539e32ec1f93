<?php

// Functions of a shop that blocks of the pages call by their bare names.

declare(strict_types=1);

/** @param array{status: string} $detail */
function settle(string $id, array $detail): void
{
    echo "{$id} is {$detail['status']}\n";
}
