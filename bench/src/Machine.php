<?php

declare(strict_types=1);

namespace AurpayBench;

/** What ran, when and where: hardware and versions, but no host name or path. */
final readonly class Machine
{
    /** @param array<string, string> $facts */
    private function __construct(public array $facts) {}

    public static function described(Tools $tools, Php $php): self
    {
        $run = ['aurpay' => $tools->commit, 'date' => gmdate('Y-m-d')];

        return new self($run + self::hardware() + self::versions($tools) + Peers::versions($php));
    }

    /**
     * All that counted figures depend on. Clock rates and numbers of cores are not part of it. Of the processor, only
     * the features that valgrind supports are: libraries choose their code by them.
     */
    public static function combination(Tools $tools): self
    {
        $cpuInfo = (string) file_get_contents('/proc/cpuinfo');
        $can = preg_match('~^(?:flags|Features)\s*:(.*)$~m', $cpuInfo, $match) === 1 ? explode(' ', $match[1]) : [];
        $matters = array_intersect(['sse4_2', 'avx2', 'bmi2', 'aes', 'pclmulqdq', 'asimd', 'pmull'], $can);

        $processor = ['architecture' => php_uname('m'), 'features' => implode(' ', $matters)];

        return new self($processor + self::versions($tools));
    }

    /** @return array<string, string> */
    private static function hardware(): array
    {
        $cpuInfo = (string) file_get_contents('/proc/cpuinfo');
        $model = preg_match('~^model name\s*:\s*(.+)$~m', $cpuInfo, $match) === 1 ? $match[1] : php_uname('m');
        $memory = preg_match('~^MemTotal:\s*(\d+)~m', (string) file_get_contents('/proc/meminfo'), $match) === 1
            ? (int) $match[1] : 0;

        return [
            'processor' => $model,
            'cores' => (string) preg_match_all('~^processor\s*:~m', $cpuInfo),
            'memory' => round($memory / 1024 / 1024) . ' GB',
            'kernel' => php_uname('s') . ' ' . php_uname('r'),
        ];
    }

    /** @return array<string, string> */
    private static function versions(Tools $tools): array
    {
        $information = Command::output([$tools->php, '-n', '-d', "extension={$tools->extension}", '--ri', 'aurpay']);
        $library = static fn (string $name): string => self::match("~^{$name} => (.*)$~m", $information);
        $nginx = new Command([$tools->nginx, '-v']);
        $nginx->finish();

        return [
            'PHP' => Command::output([$tools->php, '-n', '-r', 'echo PHP_VERSION;']),
            'libcurl' => $library('libcurl'),
            'OpenSSL' => self::match('~([0-9][0-9.]+\w*)~', $library('OpenSSL')),
            'nginx' => self::match('~nginx/(\S+)~', $nginx->errors()),
            'compiler' => 'gcc ' . trim(Command::output(['gcc', '-dumpfullversion'])),
            'libc' => self::match('~\((.*)\)~', Command::output(['ldd', '--version'])),
            'valgrind' => self::match('~valgrind-(\S+)~', Command::output(['valgrind', '--version'])),
        ];
    }

    private static function match(string $pattern, string $text): string
    {
        $isFound = preg_match($pattern, $text, $match) === 1;

        return $isFound ? $match[1] ?? '' : throw new Failure("no version in: {$text}");
    }
}
