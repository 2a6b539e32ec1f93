<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

/**
 * A sandbox that another process has started, for suites that run in parallel. It goes on when they end.
 */
final class SharedServer extends RemoteSandbox
{
    /**
     * @param string $line what the sandbox has printed with --json
     *
     * @throws \InvalidArgumentException if that is not the line
     */
    public static function fromLine(string $line): self
    {
        $details = json_decode($line, true);
        if (!is_array($details) || !isset($details['base_uri'], $details['control_uri'])) {
            throw new \InvalidArgumentException('This is not the line that the sandbox prints with --json');
        }

        return new self($details);
    }
}
