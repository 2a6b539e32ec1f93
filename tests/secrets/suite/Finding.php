<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/** A secret that was shown. */
final readonly class Finding
{
    public function __construct(
        public string $where,
        public string $name,
        public string $secret,
        public string $form,
        public string $text,
    ) {}
}
