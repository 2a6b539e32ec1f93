<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\Store\Draws;
use Aurpay\Sandbox\Store\Settings;

/**
 * How this world behaves: as the command line says, until a control endpoint
 * changes it. A reset brings the command line's modes back.
 */
final readonly class Modes
{
    public const HIGHEST_SEED = 2_147_483_647;
    private const STRICT = 'strict';
    private const MAGIC = 'magic';
    private const RANDOM_SEED = 'random_seed';

    public function __construct(private Settings $settings, private Config $config) {}

    /**
     * At the start of the sandbox: what its command line names counts, whatever --data has kept. The draws begin again,
     * so that the same seed gives the same faults.
     */
    public function start(bool $isSeedGiven): void
    {
        $named = [
            self::STRICT => $this->config->strict,
            self::MAGIC => $this->config->magic,
            self::RANDOM_SEED => $isSeedGiven,
            Draws::COUNT => true,
        ];
        array_map($this->settings->remove(...), array_keys(array_filter($named)));
    }

    public function isStrict(): bool
    {
        return $this->flag(self::STRICT, $this->config->strict);
    }

    public function isMagic(): bool
    {
        return $this->flag(self::MAGIC, $this->config->magic);
    }

    public function randomSeed(): int
    {
        return (int) ($this->settings->get(self::RANDOM_SEED) ?? $this->config->randomSeed);
    }

    /** @param Input $input any of the members of describe() */
    public function change(Input $input): void
    {
        $known = array_keys($this->describe());
        $input->allowOnly($known);
        $changes = [];
        foreach ([self::STRICT, self::MAGIC] as $name) {
            if ($input->has($name)) {
                $changes[$name] = $input->flag($name) ? '1' : '0';
            }
        }
        if ($input->has(self::RANDOM_SEED)) {
            $seed = $input->integer(self::RANDOM_SEED, -1);
            if ($seed < 0 || $seed > self::HIGHEST_SEED) {
                throw new InvalidInput('random_seed must be 0 to ' . self::HIGHEST_SEED);
            }
            // The draws begin again, too.
            $changes += [self::RANDOM_SEED => (string) $seed, Draws::COUNT => '0'];
        }
        foreach ($changes as $name => $value) {
            $this->settings->set($name, $value);
        }
    }

    /**
     * @return array<string, bool|int>
     */
    public function describe(): array
    {
        return [
            self::STRICT => $this->isStrict(),
            self::MAGIC => $this->isMagic(),
            self::RANDOM_SEED => $this->randomSeed(),
        ];
    }

    private function flag(string $name, bool $default): bool
    {
        $value = $this->settings->get($name);

        return $value === null ? $default : $value === '1';
    }
}
