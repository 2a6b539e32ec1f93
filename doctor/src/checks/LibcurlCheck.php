<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** Which limits the loaded libcurl has. docs/install.md, "An older libcurl", explains them. */
final class LibcurlCheck implements Check
{
    public function __construct(private readonly ?Facts $facts) {}

    public function name(): string
    {
        return 'libcurl';
    }

    public function about(): string
    {
        return 'the loaded libcurl, and what it cannot do';
    }

    public function needsExtension(): bool
    {
        return true;
    }

    public function findings(): iterable
    {
        $facts = $this->facts ?? throw new \LogicException('it needs the extension');
        $running = $facts->get('libcurl');
        $built = $facts->get('libcurl (built with)');
        $note = $facts->is('Keeps handles from call to call') ? '' : '; each call makes its own handle, as reusing one is not safe with it';
        $findings = [Finding::good("libcurl {$running}, built with {$built}{$note}")];
        $isNewEnough = static fn (string $version): bool => version_compare($running, $version, '>=');
        if (!$facts->is('timeout ends a name lookup')) {
            $findings[] = $isNewEnough('7.87')
                ? Finding::problem('libcurl-built-old', "libcurl {$running} can end a name lookup at the timeout, and the headers of {$built} cannot")
                : Finding::problem('libcurl-name-lookup', "libcurl {$running} waits for a slow name server, whatever timeout says");
        }
        if (!$facts->is('connect_timeout ends a name lookup')) {
            $findings[] = Finding::problem('libcurl-connect-timeout', "libcurl {$running} applies timeout alone to the name lookup");
        }
        if (!$facts->is('HTTP/2')) {
            $findings[] = Finding::problem('http2-missing', "libcurl {$running} has no HTTP/2");
        }

        return $findings;
    }
}
