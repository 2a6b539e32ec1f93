<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\AzPays;

/**
 * An answer with "succeed": false. The documents show none: the statuses and messages are invented.
 */
final class Refusal extends \RuntimeException
{
    public function __construct(public readonly int $httpStatus, string $message)
    {
        parent::__construct($message);
    }
}
