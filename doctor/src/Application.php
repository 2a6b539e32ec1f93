<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** The command aurpay-doctor. */
final class Application
{
    private const HELP = <<<'TEXT'
        Examines whether this host can be paid through Aurpay, and says what to do where it cannot.

        usage: aurpay-doctor [OPTIONS] [CHECK...]     makes all checks, or those that are named
               aurpay-doctor list                     names the checks
               aurpay-doctor [OPTIONS] probe FOLDER   writes a page into a folder of the web server, for --url
               aurpay-doctor [OPTIONS] callback FILE  judges a captured callback: a raw HTTP request, or JSON with
                                                      url, headers and body; "-" reads standard input

          --env FILE              reads variables from a file such as .env; else the environment has them
          --base-uri URL          the gateway (AURPAY_BASE_URI; https://dashboard.aurpay.net)
          --ca-file FILE, --proxy URL, --ip-version 4|6, --pinned-public-key PIN, --timeout SECONDS,
          --connect-timeout SECONDS
                                  the options of Aurpay\Client (AURPAY_CA_FILE, AURPAY_PROXY, …)
          --callback-url URL      the shop's callback URL (AURPAY_CALLBACK_URL)
          --url URL               the page that "probe" wrote, as the web server serves it
          --fpm ADDRESS           a php-fpm pool: its socket, or host:port; needs a user who may use it
          --probe-folder FOLDER   where the page for --fpm is written (the folder of temporary files)
          --problems              shows only warnings and failures
          --json                  prints a JSON document instead
          --no-colour             prints no colours, as the variable NO_COLOR does
          --version, --help

        Credentials come from variables alone, since other users can see arguments: AURPAY_API_KEY, AURPAY_API_TOKEN
        and AURPAY_API_SECRET, AURPAY_ACCESS_TOKEN, AURPAY_CALLBACK_TOKEN and AURPAY_CALLBACK_SECRET. None is printed.
        Nothing is paid, refunded or changed: the calls are reads.

        Exit status: 0 good, 1 warnings, 2 failures, 3 nothing could be examined.

        TEXT;

    private const COULD_NOT_RUN = 3;

    /** @param list<string> $arguments without the script's name */
    public static function run(array $arguments): int
    {
        try {
            // Standard output is the report's alone.
            ini_set('display_errors', 'stderr');
            ini_set('zend.exception_ignore_args', '1');

            return self::command(Arguments::parse($arguments));
        } catch (CannotRun|\Error $reason) {
            fwrite(STDERR, 'aurpay-doctor: ' . Finding::plain($reason->getMessage()) . "\n");

            return self::COULD_NOT_RUN;
        }
    }

    private static function command(Arguments $arguments): int
    {
        $words = $arguments->words;
        $env = $arguments->options['env'] ?? null;
        $settings = new Settings($arguments->options, $env === null ? [] : EnvFile::read($env));

        return match (true) {
            $arguments->has('help') || $words === ['help'] => self::show(self::HELP),
            $arguments->has('version') => self::show('aurpay-doctor ' . self::version() . "\n"),
            $words === ['list'] => self::show(self::listed(Doctor::of($settings)->list())),
            ($words[0] ?? '') === 'probe' => self::probe($words, $settings),
            ($words[0] ?? '') === 'callback' => self::examine(self::callback($words, $settings), [], $arguments),
            default => self::examine(Doctor::of($settings), $words, $arguments),
        };
    }

    /** Of the project, which the joined file has; "development" in doctor/src. */
    private static function version(): string
    {
        $version = defined(__NAMESPACE__ . '\VERSION') ? constant(__NAMESPACE__ . '\VERSION') : null;

        return is_string($version) ? $version : 'development';
    }

    private static function show(string $text): int
    {
        echo $text;

        return 0;
    }

    /** @param array<string, string> $checks */
    private static function listed(array $checks): string
    {
        $text = '';
        foreach ($checks as $name => $about) {
            $text .= sprintf("%-16s %s\n", $name, $about);
        }

        return $text;
    }

    /** @param list<string> $words */
    private static function probe(array $words, Settings $settings): int
    {
        $folder = $words[1] ?? throw new CannotRun('probe needs a folder of the web server');
        $options = Probe::options($settings->clientOptions()) ?? throw new CannotRun('a password is not written to a page; leave the proxy out, or the user in base_uri');
        $path = Probe::write($folder, $options);
        $minutes = intdiv(Probe::SECONDS, 60);

        return self::show("wrote {$path}, which answers for {$minutes} minutes; now run, with the shop's address:\n"
            . '    aurpay-doctor --url https://shop.example/' . basename($path) . " web reuse\n    rm {$path}\n");
    }

    /** @param list<string> $words */
    private static function callback(array $words, Settings $settings): Doctor
    {
        $file = $words[1] ?? throw new CannotRun('callback needs a file');

        return new Doctor([new CapturedCheck(Capture::read($file, $settings->option('callback-url')), $settings)]);
    }

    /** @param list<string> $names */
    private static function examine(Doctor $doctor, array $names, Arguments $arguments): int
    {
        $unknown = array_diff($names, array_keys($doctor->list()));
        if ($unknown !== []) {
            throw new CannotRun("there is no check '" . reset($unknown) . "'; aurpay-doctor list names them");
        }
        $hasColours = !$arguments->has('no-colour') && !getenv('NO_COLOR') && stream_isatty(STDOUT);
        $report = $arguments->has('json')
            ? new JsonReport($arguments->has('problems'))
            : new TextReport($arguments->has('problems'), $hasColours);
        $counts = $doctor->examine($names, $report);

        return match (true) {
            $counts['failed'] > 0 => 2,
            $counts['warning'] > 0 => 1,
            $counts['ok'] === 0 => self::COULD_NOT_RUN,
            default => 0,
        };
    }
}
