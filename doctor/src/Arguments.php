<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** The command line, taken apart. */
final class Arguments
{
    private const SWITCHES = ['json', 'problems', 'no-colour', 'help', 'version'];

    /**
     * @param list<string> $words that are no options: a command with its argument, or names of checks
     * @param array<string, string> $options with a value
     * @param list<string> $switches
     */
    private function __construct(
        public readonly array $words,
        public readonly array $options,
        private readonly array $switches,
    ) {}

    /**
     * @param list<string> $arguments without the script's name
     * @throws CannotRun for an unknown option, or one without its value
     */
    public static function parse(array $arguments): self
    {
        [$words, $options, $switches] = [[], [], []];
        while ($arguments !== []) {
            $argument = array_shift($arguments);
            if (!str_starts_with($argument, '--')) {
                $words[] = $argument === '-h' ? 'help' : $argument;
                continue;
            }
            [$name, $value] = explode('=', substr($argument, 2), 2) + [1 => null];
            if (in_array($name, self::SWITCHES, true) && $value === null) {
                $switches[] = $name;
            } elseif (in_array($name, Settings::names(), true)) {
                $options[$name] = $value ?? array_shift($arguments) ?? throw new CannotRun("--{$name} needs a value");
            } else {
                throw new CannotRun("there is no option '--{$name}'; aurpay-doctor --help lists them");
            }
        }

        return new self($words, $options, $switches);
    }

    public function has(string $switch): bool
    {
        return in_array($switch, $this->switches, true);
    }
}
