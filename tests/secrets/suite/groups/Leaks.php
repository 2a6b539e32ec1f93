<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/** Leaks that are made on purpose: the search must find them all. */
final class Leaks
{
    public function run(): void
    {
        foreach (Markers::all() as $secret => $marker) {
            foreach (Forms::whole($marker) as $form => $text) {
                Output::begin("{$secret} as {$form}");
                echo $text, "\n";
            }
            fwrite(STDERR, "{$marker}\n");
            error_log($marker);
            if (Witness::isThere()) {
                Output::begin("leak {$secret}");
                aurpay_witness_leak($marker);
            }
        }
    }
}
