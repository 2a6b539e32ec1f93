<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Testing;

/** A call that would have gone to the gateway. */
final class SentCall
{
    /**
     * @param string               $name   as in Endpoints::ALL, or "POST /path"
     * @param string               $id     the order's, "" if the call has none
     * @param array<string, mixed> $params query or body, numbers as text: ["vs_price" => "25.00"]
     */
    public function __construct(
        public readonly string $name,
        public readonly string $id,
        public readonly array $params,
    ) {}
}
