<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/** A logger that shows all it gets. */
final class Logger
{
    /** @param array<string, mixed> $context */
    public function log(mixed $level, string|\Stringable $message, array $context = []): void
    {
        echo 'log: ', var_export(get_defined_vars(), true), json_encode(get_defined_vars()), "\n";
    }
}
