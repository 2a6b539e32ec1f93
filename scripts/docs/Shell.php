<?php

declare(strict_types=1);

namespace AurpayDocs;

/** Runs shell blocks, in sh as in bash, or parses those that would change the machine. */
final class Shell
{
    /** What installs, builds or starts something for good: a block with one of these words is parsed only. */
    private const CHANGES_THE_MACHINE = '~\b(?:apt|apt-get|apk|brew|composer|dnf|docker|dpkg|make|pear|pecl|phpenmod|phpize'
        . '\w*|pie|rpm|service|sudo|systemctl|yum)\b|/opt/|>>? ?"?/(?:etc|usr|var)/~';

    public function __construct(
        private readonly World $world,
        private readonly string $folder,
        private readonly string $root,
    ) {}

    /** @return string|null what it has printed, or null if it was not run */
    public function check(Block $block, Report $report): ?string
    {
        $file = "{$this->folder}/{$block->name()}.sh";
        file_put_contents($file, $block->text);
        $report->result('shell parsed by sh and bash', $block, $this->mistakes($file));
        $unknown = $this->unknownCommands($block->text);
        $report->result('commands of ./dev', $block, $unknown === [] ? '' : 'there is no ./dev ' . implode(', ./dev ', $unknown));
        $reason = $block->marks['not run'] ?? $this->reason($block->text);
        if ($reason !== null) {
            $report->notRun($block, $reason);

            return null;
        }
        $out = '';
        foreach (['sh', 'bash'] as $shell) {
            [$status, $out, $error] = $this->world->run([$shell, '-eu', $file]);
            $report->result("shell run by {$shell}", $block, $status === 0 ? '' : "status {$status}\n{$out}{$error}");
        }

        return $out;
    }

    private function reason(string $text): ?string
    {
        return match (true) {
            preg_match(self::CHANGES_THE_MACHINE, $text) === 1 => 'it installs, builds or changes the machine',
            str_contains($text, './dev ') => './dev is tested by .ci/run',
            default => null,
        };
    }

    private function mistakes(string $file): string
    {
        $mistakes = '';
        foreach (['dash', 'bash'] as $shell) {
            [$status, , $error] = $this->world->run([$shell, '-n', $file]);
            $mistakes .= $status === 0 && $error === '' ? '' : "{$shell}: status {$status}\n{$error}";
        }

        return $mistakes;
    }

    /** @return list<string> commands of ./dev that do not exist */
    private function unknownCommands(string $text): array
    {
        preg_match_all('~\./dev ([a-z-]+)~', $text, $matches);

        return array_values(array_filter(
            $matches[1],
            fn (string $name): bool => $name !== 'help' && !is_file("{$this->root}/scripts/{$name}.sh"),
        ));
    }
}
