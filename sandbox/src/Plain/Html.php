<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Plain;

/**
 * Builds elements. All text and all attributes are escaped here, and nowhere else.
 */
final class Html
{
    private const VOID = ['input', 'link', 'meta'];

    /**
     * @param array<string, string|bool> $attributes true for one without a value; false for one that is left out
     * @param string|self                ...$content text is escaped, elements are not
     */
    public static function element(string $name, array $attributes = [], string|self ...$content): self
    {
        $html = "<$name";
        foreach ($attributes as $attribute => $value) {
            $html .= match ($value) {
                false => '',
                true => " $attribute",
                default => " $attribute=\"" . self::escape($value) . '"',
            };
        }
        $html .= '>';
        if (in_array($name, self::VOID, true)) {
            return new self($html);
        }

        return new self($html . self::join(...$content)->html . "</$name>");
    }

    public static function join(string|self ...$content): self
    {
        $html = '';
        foreach ($content as $part) {
            $html .= is_string($part) ? self::escape($part) : $part->html;
        }

        return new self($html);
    }

    private static function escape(string $text): string
    {
        return htmlspecialchars($text, ENT_QUOTES | ENT_SUBSTITUTE | ENT_HTML5, 'UTF-8');
    }

    private function __construct(public readonly string $html) {}
}
