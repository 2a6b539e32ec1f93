<?php

declare(strict_types=1);

namespace AurpayTest\PhpUnit;

use PHPUnit\Event\Code\Test;
use PHPUnit\Event\Code\TestMethod;
use PHPUnit\Event\Code\Throwable;

/** Prints a line for each test when it has ended, and at the end the skipped ones and the sum. */
final class Progress
{
    /** Bytes of a failure's text: the page that was compared can have a million. */
    private const SHOWN_AT_EACH_END = 3000;

    private int $passed = 0;
    private int $failed = 0;
    /** @var array<string, int> how many tests were skipped for a reason */
    private array $skipped = [];
    private float $began = 0.0;
    /** What the current test came to: a word and an explanation. */
    private string $word = 'ok';
    private string $told = '';

    public function begin(): void
    {
        $this->began = microtime(true);
        [$this->word, $this->told] = ['ok', ''];
    }

    public function fail(Throwable $throwable): void
    {
        $this->word = 'FAIL';
        $this->told .= "\n" . self::shortened(rtrim($throwable->asString()));
    }

    public function skip(string $reason): void
    {
        $this->word = 'skip';
        $this->told = "\n$reason";
        $this->skipped[$reason] = ($this->skipped[$reason] ?? 0) + 1;
    }

    public function end(Test $test): void
    {
        match ($this->word) {
            'ok' => ++$this->passed,
            'FAIL' => ++$this->failed,
            default => null,
        };
        printf(
            "%-5s %s (%.1f s)%s\n",
            $this->word,
            self::title($test),
            microtime(true) - $this->began,
            str_replace("\n", "\n      ", $this->told),
        );
    }

    /** What went wrong outside of a test. */
    public function failOutside(string $what): void
    {
        ++$this->failed;
        echo "FAIL  $what\n";
    }

    public function finish(): void
    {
        foreach ($this->skipped as $reason => $count) {
            echo "$count skipped: $reason\n";
        }
        echo "{$this->passed} passed, {$this->failed} failed\n";
    }

    /** The beginning, which says what failed, and the end, which says where. */
    private static function shortened(string $text): string
    {
        return strlen($text) <= 2 * self::SHOWN_AT_EACH_END ? $text : sprintf(
            "%s\n[%d bytes]\n%s",
            mb_strcut($text, 0, self::SHOWN_AT_EACH_END),
            strlen($text) - 2 * self::SHOWN_AT_EACH_END,
            mb_strcut($text, -self::SHOWN_AT_EACH_END),
        );
    }

    private static function title(Test $test): string
    {
        return $test instanceof TestMethod
            ? $test->testDox()->prettifiedClassName() . ': ' . $test->testDox()->prettifiedMethodName()
            : $test->name();
    }
}
