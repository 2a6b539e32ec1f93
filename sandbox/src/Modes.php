<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\Store\Settings;

/**
 * How this world behaves: as the command line says, until a control endpoint
 * changes it. A reset brings the command line's modes back.
 */
final readonly class Modes
{
    private const STRICT = 'strict';

    public function __construct(private Settings $settings, private Config $config) {}

    public function isStrict(): bool
    {
        return $this->flag(self::STRICT, $this->config->strict);
    }

    /** @param Input $input any of the members of describe() */
    public function change(Input $input): void
    {
        $known = array_keys($this->describe());
        $unknown = array_diff($input->names(), $known);
        if ($unknown !== []) {
            throw new InvalidInput('Unknown: ' . implode(', ', $unknown) . '. Allowed: ' . implode(', ', $known));
        }
        foreach ([self::STRICT] as $name) {
            if ($input->has($name)) {
                $this->settings->set($name, $input->flag($name) ? '1' : '0');
            }
        }
    }

    /**
     * @return array<string, bool|int>
     */
    public function describe(): array
    {
        return [self::STRICT => $this->isStrict()];
    }

    private function flag(string $name, bool $default): bool
    {
        $value = $this->settings->get($name);

        return $value === null ? $default : $value === '1';
    }
}
