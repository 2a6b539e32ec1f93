<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Cli;

use Aurpay\Sandbox\AzPays\Answers;
use Aurpay\Sandbox\Modes;

/**
 * The command line.
 */
final readonly class Options
{
    public const HELP = <<<'TEXT'
        Usage: php sandbox/bin/sandbox [options]

        Serves a local Aurpay gateway that behaves as the vendor's documents say.

          --port N               listen on this port (default: a free one)
          --listen ADDRESS       listen on this address too, for other machines; needs --tls (0.0.0.0: on all)
          --name HOST            a name or address of this machine, for the certificate (can be repeated);
                                 the first one is the host of base_uri
          --allow-callback HOST  send callbacks to this host name, address or range too (can be repeated)
          --tls                  serve https with HTTP/2: nginx in front of php-fpm
          --strict               refuse a field or filter that the documents do not have
          --magic                the cents of a price choose what becomes of the order (the table is printed)
          --random-seed N        repeat the faults that came by chance with this seed
          --seed FILE            make the orders in FILE, a JSON array, if there are none yet
          --json                 print one line of JSON when ready, and nothing else
          --data DIR             keep orders, credentials and certificates in DIR
          --share DIR            write ca.pem and sandbox.json, the line of --json without the developer token, to DIR
          --azpays published     AzPays answers like its published server, not like its documents
          --shop-ca FILE         trust this CA when a callback goes to an https shop
          --exit-on-stdin-close  stop when standard input ends
          --help                 this text

        With AURPAY_SANDBOX_TRAFFIC=FILE in the environment, the API's traffic is appended to FILE.

        TEXT;

    private const FLAGS = ['--tls', '--json', '--help', '--exit-on-stdin-close', '--strict', '--magic'];
    private const WITH_VALUE = [
        '--port', '--data', '--shop-ca', '--listen', '--share', '--azpays', '--random-seed', '--seed',
    ];

    /**
     * @param list<string> $names
     * @param list<string> $allowedCallbacks
     */
    public function __construct(
        public int $port = 0,
        public bool $tls = false,
        public bool $json = false,
        public bool $help = false,
        public ?string $data = null,
        public ?string $shopCa = null,
        public bool $exitOnStdinClose = false,
        public string $listen = '127.0.0.1',
        public array $names = [],
        public array $allowedCallbacks = [],
        public ?string $share = null,
        public string $azpays = 'documents',
        public bool $strict = false,
        public bool $magic = false,
        public ?int $randomSeed = null,
        public ?string $seed = null,
    ) {}

    /**
     * @param list<string> $arguments
     */
    public static function parse(array $arguments): self
    {
        $flags = [];
        $values = [];
        $lists = ['--name' => [], '--allow-callback' => []];
        while (($argument = array_shift($arguments)) !== null) {
            [$name, $value] = explode('=', $argument, 2) + [1 => null];
            if (in_array($argument, self::FLAGS, true)) {
                $flags[$name] = true;
            } elseif (in_array($name, self::WITH_VALUE, true)) {
                $values[$name] = $value ?? self::value($name, $arguments);
            } elseif (isset($lists[$name])) {
                $lists[$name][] = $value ?? self::value($name, $arguments);
            } else {
                throw new StartFailure("Unknown option: $argument (see --help)");
            }
        }
        $port = $values['--port'] ?? '0';
        if (preg_match('/^[0-9]{1,5}$/D', $port) !== 1 || (int) $port > 65535) {
            throw new StartFailure('--port must be between 0 and 65535');
        }
        $azpays = $values['--azpays'] ?? 'documents';
        if (Answers::tryFrom($azpays) === null) {
            throw new StartFailure("--azpays must be published or documents: $azpays");
        }

        return new self(
            (int) $port,
            isset($flags['--tls']),
            isset($flags['--json']),
            isset($flags['--help']),
            $values['--data'] ?? null,
            $values['--shop-ca'] ?? null,
            isset($flags['--exit-on-stdin-close']),
            $values['--listen'] ?? '127.0.0.1',
            $lists['--name'],
            $lists['--allow-callback'],
            $values['--share'] ?? null,
            $azpays,
            isset($flags['--strict']),
            isset($flags['--magic']),
            self::randomSeed($values['--random-seed'] ?? null),
            $values['--seed'] ?? null,
        );
    }

    /** A wrong file would show only in the first callback, as an error of TLS. */
    public function requireShopCa(): void
    {
        if ($this->shopCa !== null && @openssl_x509_read((string) @file_get_contents($this->shopCa)) === false) {
            throw new StartFailure("--shop-ca: {$this->shopCa} is not a readable file with a certificate in PEM");
        }
    }

    /**
     * The argument after an option. Not another option: a forgotten value would make a folder called "--json".
     *
     * @param list<string> $arguments
     */
    private static function value(string $name, array &$arguments): string
    {
        $value = array_shift($arguments);

        return $value !== null && !str_starts_with($value, '--')
            ? $value
            : throw new StartFailure("$name needs a value");
    }

    private static function randomSeed(?string $value): ?int
    {
        if ($value === null) {
            return null;
        }
        if (preg_match('/^[0-9]{1,10}$/D', $value) !== 1 || (int) $value > Modes::HIGHEST_SEED) {
            throw new StartFailure('--random-seed must be between 0 and ' . Modes::HIGHEST_SEED);
        }

        return (int) $value;
    }
}
