<?php

declare(strict_types=1);

namespace Aurpay\Reference;

/** A documentation comment: its text and its tags, and how PHPStan's types are written out. */
final class Comment
{
    private const WIDTH = 100;
    private const IGNORED = ['strict-properties', 'not-serializable', 'generate-class-entries'];
    private const KNOWN = ['param', 'phpstan-param', 'return', 'throws', 'var', 'implements', 'template', 'template-covariant'];

    public string $text = '';

    /** @var list<array{tag: string, type: string, name: string, text: string}> */
    public array $tags = [];

    public function __construct(string $comment)
    {
        $lines = [];
        foreach (explode("\n", preg_replace('~^/\*\*|\*/$~', '', trim($comment)) ?? '') as $line) {
            $lines[] = rtrim(preg_replace('~^\s*\* ?~', '', $line) ?? '');
        }
        $blocks = preg_split('~^\s*(?=@[a-z])~m', trim(implode("\n", $lines))) ?: [];
        foreach ($blocks as $block) {
            if (!str_starts_with($block, '@')) {
                $this->text .= $block;
                continue;
            }
            preg_match('~^@([a-z-]+)\s*(.*)$~s', $block, $match);
            if (!in_array($match[1], self::IGNORED, true)) {
                $this->tags[] = self::tag($match[1], $match[2]);
            }
        }
        $this->text = trim($this->text);
    }

    /** @return list<array{tag: string, type: string, name: string, text: string}> */
    public function all(string ...$tags): array
    {
        return array_values(array_filter($this->tags, static fn (array $tag): bool => in_array($tag['tag'], $tags, true)));
    }

    /** Puts each paragraph on one line, and escapes Markdown's special characters outside of code. */
    public static function prose(string $text): string
    {
        $paragraphs = [];
        foreach (preg_split('~\n\s*\n~', trim($text)) ?: [] as $paragraph) {
            $line = preg_replace('~\s+~', ' ', $paragraph) ?? '';
            $parts = preg_split('~(`[^`]*`)~', $line, -1, PREG_SPLIT_DELIM_CAPTURE) ?: [];
            foreach ($parts as $index => $part) {
                $parts[$index] = $index % 2 === 1 ? $part : strtr($part, ['<' => '&lt;', '*' => '\\*']);
            }
            $paragraphs[] = implode('', $parts);
        }

        return implode("\n\n", $paragraphs);
    }

    /** Breaks a long type into lines, one for each key of a shape. */
    public static function type(string $type, int $indent = 0): string
    {
        $margin = str_repeat(' ', $indent);
        $open = strpos($type, '{');
        if ($open === false || $indent + strlen($type) <= ($indent === 0 ? 60 : self::WIDTH)) {
            return $type;
        }
        $close = self::closing($type, $open);
        $lines = '';
        foreach (self::members(substr($type, $open + 1, $close - $open - 1)) as $member) {
            $lines .= "{$margin}    " . self::type($member, $indent + 4) . ",\n";
        }

        return substr($type, 0, $open + 1) . "\n{$lines}{$margin}" . substr($type, $close);
    }

    /**
     * The keys of the outermost shape.
     *
     * @return list<string>
     */
    public static function keys(string $type): array
    {
        if (!str_starts_with($type, 'array{')) {
            return [];
        }
        $keys = [];
        foreach (self::members(substr($type, 6, self::closing($type, 5) - 6)) as $member) {
            $keys[] = rtrim(explode(':', $member, 2)[0], '?');
        }

        return $keys;
    }

    /** @return array{tag: string, type: string, name: string, text: string} */
    private static function tag(string $tag, string $rest): array
    {
        if (!in_array($tag, self::KNOWN, true)) {
            throw new \RuntimeException("the tag @{$tag} is unknown");
        }
        [$type, $text] = self::leadingType($rest);
        $name = '';
        if ($tag === 'param' || $tag === 'phpstan-param') {
            if (!preg_match('~^\$(\w+)\s*(.*)$~s', $text, $match)) {
                throw new \RuntimeException("@{$tag} {$type} names no parameter");
            }
            [, $name, $text] = $match;
        }

        return ['tag' => $tag, 'type' => $type, 'name' => $name, 'text' => trim($text)];
    }

    /**
     * Splits the text of a tag after the type. The type ends at the first blank outside of brackets.
     *
     * @return array{string, string}
     */
    private static function leadingType(string $text): array
    {
        $depth = 0;
        for ($end = 0; $end < strlen($text); $end++) {
            $depth += self::step($text[$end]);
            // "callable(…): array{…}" is one type.
            if ($depth === 0 && ctype_space($text[$end]) && $text[$end - 1] !== ':') {
                break;
            }
        }
        if ($depth !== 0) {
            throw new \RuntimeException("the brackets do not match in: {$text}");
        }
        $type = preg_replace('~\s+~', ' ', substr($text, 0, $end)) ?? '';

        return [str_replace(['{ ', ' }', ', }'], ['{', '}', '}'], $type), ltrim(substr($text, $end))];
    }

    /** @return list<string> */
    private static function members(string $inside): array
    {
        $members = [''];
        $depth = 0;
        foreach (str_split($inside) as $character) {
            $depth += self::step($character);
            if ($character === ',' && $depth === 0) {
                $members[] = '';
            } else {
                $members[count($members) - 1] .= $character;
            }
        }

        return array_values(array_filter(array_map('trim', $members), static fn (string $member): bool => $member !== ''));
    }

    private static function closing(string $text, int $open): int
    {
        $depth = 0;
        for ($end = $open; $end < strlen($text); $end++) {
            $depth += self::step($text[$end]);
            if ($depth === 0) {
                return $end;
            }
        }
        throw new \RuntimeException("the brackets do not match in: {$text}");
    }

    private static function step(string $character): int
    {
        return match ($character) {
            '{', '(', '<', '[' => 1,
            '}', ')', '>', ']' => -1,
            default => 0,
        };
    }
}
