<?php

declare(strict_types=1);

namespace AurpayFuzz;

/**
 * What a JSON text must be decoded to: json_decode() says whether it is JSON, and which strings it has; numbers are read
 * here, one by one.
 */
final class Reference
{
    private const DEEPEST = 64;
    private const BYTE_ORDER_MARK = "\xef\xbb\xbf";

    /** A text with escapes that is longer, without them, is not written out. */
    private const UNESCAPED_MAX = 128;

    private int $at = 0;

    /** @param list<string> $money the names of fields with money */
    private function __construct(private readonly string $json, private readonly array $money) {}

    /**
     * Returns the decoded text, or the reason why it is none.
     *
     * @param list<string> $money
     * @return array{value: mixed}|array{problem: string}
     */
    public static function decode(string $json, array $money): array
    {
        if (str_starts_with($json, self::BYTE_ORDER_MARK)) {
            $json = substr($json, strlen(self::BYTE_ORDER_MARK));
        }
        // PHP counts the value in the innermost bracket as one more level.
        $plain = json_decode($json, true, self::DEEPEST + 1, JSON_BIGINT_AS_STRING);
        $error = json_last_error();
        if ($error !== JSON_ERROR_NONE) {
            return ['problem' => match ($error) {
                JSON_ERROR_DEPTH => 'JSON nested more than 64 levels deep',
                JSON_ERROR_UTF8, JSON_ERROR_UTF16 => 'JSON that is not valid UTF-8',
                default => 'not JSON, or truncated',
            }];
        }
        $tree = (new self($json, $money))->value(false);
        if (self::resolve($tree, false) !== $plain) {
            throw new Failure('the reference reads another value than json_decode()');
        }

        return ['value' => self::resolve($tree, true)];
    }

    private static function resolve(mixed $value, bool $isExact): mixed
    {
        if ($value instanceof Number) {
            return $isExact ? $value->exact() : $value->plain();
        }
        if (!is_array($value)) {
            return $value;
        }

        return array_map(static fn (mixed $member): mixed => self::resolve($member, $isExact), $value);
    }

    /** The text is JSON, as json_decode() said. */
    private function value(bool $isMoney): mixed
    {
        $this->take('/\G[ \t\n\r]*/');
        $value = match ($this->json[$this->at]) {
            '{' => $this->object(),
            '[' => $this->list($isMoney),
            '"' => $this->string($isMoney),
            't', 'T', 'f', 'F', 'n', 'N' => json_decode($this->take('/\G[a-zA-Z]+/')),
            default => new Number($this->take('/\G-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/'), $isMoney),
        };
        $this->take('/\G[ \t\n\r]*/');

        return $value;
    }

    /** @return array<mixed> */
    private function object(): array
    {
        $members = [];
        $this->at++;
        $this->take('/\G[ \t\n\r]*/');
        while ($this->json[$this->at] !== '}') {
            $this->take('/\G[, \t\n\r]*/');
            // PHP's parser, asked to keep large numbers as text, takes one for a key, too.
            $key = $this->json[$this->at] === '"' ? $this->text() : $this->take('/\G-?\d+/');
            $this->take('/\G[: \t\n\r]*/');
            $members[$key] = $this->value(in_array($key, $this->money, true));
        }
        $this->at++;

        return $members;
    }

    /** @return list<mixed> */
    private function list(bool $isMoney): array
    {
        $elements = [];
        $this->at++;
        $this->take('/\G[ \t\n\r]*/');
        while ($this->json[$this->at] !== ']') {
            $this->take('/\G,?/');
            $elements[] = $this->value($isMoney);
        }
        $this->at++;

        return $elements;
    }

    private function string(bool $isMoney): string|Number
    {
        $start = $this->at;
        $text = $this->text();
        $isEscaped = str_contains(substr($this->json, $start, $this->at - $start), '\\');
        $isAmount = $isMoney && !($isEscaped && strlen($text) > self::UNESCAPED_MAX);

        return $isAmount ? new Number($text, true, true) : $text;
    }

    private function text(): string
    {
        $text = json_decode($this->take('/\G"(?:[^"\\\\]++|\\\\.)*+"/s'));
        if (!is_string($text)) {
            throw new Failure('the reference does not find the end of a string');
        }

        return $text;
    }

    private function take(string $pattern): string
    {
        if (preg_match($pattern, $this->json, $match, 0, $this->at) !== 1) {
            throw new Failure("the reference finds no {$pattern} at {$this->at}");
        }
        $this->at += strlen($match[0]);

        return $match[0];
    }
}
