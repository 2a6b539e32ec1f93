<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** What a check has found. It holds no secret: it is printed, and pasted into reports. */
final class Finding
{
    /** @param list<string> $commands what to do, each a line to run or to write */
    private function __construct(
        public readonly Status $status,
        public readonly string $message,
        public readonly ?string $code = null,
        public readonly array $commands = [],
    ) {}

    public static function good(string $message): self
    {
        return new self(Status::Good, self::plain($message));
    }

    public static function skipped(string $because): self
    {
        return new self(Status::Skipped, 'skipped, because ' . self::plain($because));
    }

    /**
     * @param key-of<Catalogue::PROBLEMS> $code
     * @param array<string, string> $values of the placeholders in the commands
     */
    public static function problem(string $code, string $message, array $values = []): self
    {
        [$status, , $commands] = Catalogue::PROBLEMS[$code];
        $host = Host::current();

        return new self($status, self::plain($message), $code, array_map(
            static fn (string $command): string => self::plain($host->command($command, $values)),
            $commands,
        ));
    }

    /** Where the documentation explains the problem. */
    public function link(): ?string
    {
        return $this->code === null ? null : "docs/errors.md#doctor-{$this->code}";
    }

    /** Messages may quote what a server or a file says: a terminal must not obey it. */
    public static function plain(string $text): string
    {
        $isText = preg_match('//u', $text) === 1;

        return (string) preg_replace($isText ? '/[\x00-\x1f\x7f]+|\xc2[\x80-\x9f]/' : '/[^\x20-\x7e]+/', ' ', $text);
    }
}
