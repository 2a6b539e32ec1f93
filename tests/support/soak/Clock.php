<?php

declare(strict_types=1);

namespace AurpayTest\Soak;

/** The wall clock of the shops: soak/clock.c, which the caller has compiled. */
final class Clock
{
    private readonly string $file;

    public function __construct(private readonly string $library)
    {
        $this->file = (string) tempnam(sys_get_temp_dir(), 'aurpay-clock-');
        $this->step(0);
    }

    /** @return array<string, string> the environment of a program whose clock is stepped */
    public function environment(): array
    {
        return ['LD_AUDIT' => $this->library, 'AURPAY_CLOCK_FILE' => $this->file];
    }

    /** Sets the clock to so many seconds after the time, or before it. */
    public function step(int $seconds): void
    {
        // The content is replaced at once, and in the file that the programs have mapped.
        $file = fopen($this->file, 'c');
        if ($file === false || fwrite($file, pack('q', $seconds)) !== 8) {
            throw new \RuntimeException("cannot write {$this->file}");
        }
        fclose($file);
    }

    public function stop(): void
    {
        unlink($this->file);
    }
}
