<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

use Aurpay\Sandbox\Callback\Delivery;
use Aurpay\Sandbox\Callback\Destinations;
use Aurpay\Sandbox\Cli\Options;
use Aurpay\Sandbox\Cli\Reporter;
use Aurpay\Sandbox\Cli\SeedFile;
use Aurpay\Sandbox\Cli\StartFailure;
use Aurpay\Sandbox\Config;
use Aurpay\Sandbox\EnayaPay\KeyPair;
use Aurpay\Sandbox\Modes;
use Aurpay\Sandbox\Net\Listener;
use Aurpay\Sandbox\Opening;
use Aurpay\Sandbox\Services;
use Aurpay\Sandbox\Traffic;
use Aurpay\Sandbox\World\Attention;
use Aurpay\Sandbox\World\Worlds;

/**
 * The foreground process: starts the servers, delivers callbacks, lets orders
 * time out, and stops everything at the end.
 */
final class Supervisor
{
    private const TICK_MS = 50;
    private const STARTS = 3;
    /** The time limit for a server that neither answers nor ends. It is long, as a busy machine is slow. */
    private const READY_SECONDS = 60.0;
    private const KEEP_SECONDS = 3600.0;

    /** @var list<Child> */
    private array $children = [];
    private ?WaitingRoom $waitingRoom = null;
    private bool $stopping = false;
    private string $lastComplaint = '';

    public function __construct(private readonly Options $options) {}

    public function run(): int
    {
        Guard::start();
        $this->catchSignals();
        // Options are checked before anything is made.
        $listener = Listener::create($this->options->listen, $this->options->names, $this->options->tls);
        $destinations = new Destinations($this->options->allowedCallbacks);
        $workspace = new Workspace($this->options->data);
        try {
            $seeds = $this->options->seed === null ? null : SeedFile::read($this->options->seed);
            $server = $this->options->tls
                ? new NginxServer($workspace, $listener)
                : new BuiltinServer($workspace, $listener);
            $this->waitingRoom = $this->options->tls ? null : new WaitingRoom();
            $services = $this->start($server, $workspace, $listener);
            if ($services === null) {
                return 0;
            }
            $seeds?->plant($services);
            $reporter = new Reporter($this->options->json);
            $delivery = new Delivery($this->options->shopCa, $destinations);
            // Whoever reads what follows may send a request at once, and its line has to be printed.
            $attention = new Attention(new Worlds($services->config), $delivery, $reporter);
            $reporter->skip($services);
            if ($this->options->share !== null) {
                $reporter->share($services, $this->options->share);
            }
            $reporter->ready($services);

            return $this->serve($services, $reporter, $workspace, $delivery, $attention);
        } finally {
            $this->stopChildren();
            $workspace->close();
        }
    }

    private function catchSignals(): void
    {
        pcntl_async_signals(true);
        foreach ([SIGINT, SIGTERM, SIGHUP] as $signal) {
            pcntl_signal($signal, function (): void {
                $this->stopping = true;
            });
        }
    }

    /**
     * A signal may change the answer at any time.
     *
     * @phpstan-impure
     */
    private function isStopping(): bool
    {
        pcntl_signal_dispatch();

        return $this->stopping;
    }

    /** Returns null if the sandbox was stopped before it was ready. */
    private function start(Server $server, Workspace $workspace, Listener $listener): ?Services
    {
        $port = $this->options->port;
        if ($port !== 0) {
            Ports::require($port, $listener->address);
            Ports::require($port, $listener->loopback());
        }
        $trafficFile = Workspace::trafficFile((string) getenv(Traffic::VARIABLE));
        $randomSeed = $this->options->randomSeed ?? random_int(0, Modes::HIGHEST_SEED);
        // Another process may take a free port before our server does.
        for ($attempt = 1; !$this->isStopping(); $attempt++) {
            $chosen = $port === 0 ? Ports::free($listener->address) : $port;
            $config = new Config(
                $workspace->stateFile('sandbox.sqlite'),
                $server->baseUri($chosen),
                $trafficFile,
                listen: $listener->address,
                hosts: $listener->hosts(),
                azpays: $this->options->azpays,
                caFile: (string) $server->caFile(),
                pid: (int) getmypid(),
                strict: $this->options->strict,
                magic: $this->options->magic,
                randomSeed: $randomSeed,
                waitingRoom: (string) $this->waitingRoom?->uri,
                developerToken: $workspace->developerToken(),
            );
            $config->save($workspace->runFile('config.json'));
            $services = $this->prepare($config, $workspace);
            $this->children = $server->start($chosen, $workspace->runFile('config.json'));
            $probe = new Probe($config->baseUri . '/_sandbox', $server->caFile(), $listener->loopback());
            $failure = $this->awaitReady($probe);
            if ($failure === null) {
                return $services;
            }
            $this->stopChildren();
            if (!$this->isStopping() && ($port !== 0 || $attempt >= self::STARTS)) {
                throw new StartFailure($failure);
            }
        }

        return null;
    }

    private function prepare(Config $config, Workspace $workspace): Services
    {
        $isSeedGiven = $this->options->randomSeed !== null;
        try {
            $services = new Services($config);
            (new Opening($services))->atStart(static fn (): KeyPair => KeyPair::create($workspace->runFile('rsa.cnf')));
            $services->modes->start($isSeedGiven);
            (new Worlds($config))->atStart($isSeedGiven);
        } catch (\PDOException $failure) {
            throw new StartFailure("Cannot use the databases in {$workspace->state}: " . $failure->getMessage());
        }

        return $services;
    }

    /** Waits for the answer to a first request. Returns null, or an error message. */
    private function awaitReady(Probe $probe): ?string
    {
        $deadline = microtime(true) + self::READY_SECONDS;
        while (!$this->isStopping() && microtime(true) < $deadline) {
            if ($probe->succeeds()) {
                return null;
            }
            if (($dead = $this->deadChild()) !== null) {
                return "{$dead->name} did not start:\n" . $dead->lastWords();
            }
            usleep(20_000);
        }
        $words = array_map(static fn (Child $child): string => $child->lastWords(), $this->children);

        return "The server does not answer: {$probe->lastError}\n" . implode("\n", $words);
    }

    private function serve(
        Services $services,
        Reporter $reporter,
        Workspace $workspace,
        Delivery $delivery,
        Attention $attention,
    ): int {
        $services->callbacks->recover();
        // The first keep() is not at once: it changes the times of the CA file, and clients would take it for a new CA.
        [$nextExpiry, $nextKeep] = [0.0, microtime(true) + self::KEEP_SECONDS];
        while (!$this->isStopping()) {
            $this->attempt(static fn () => $delivery->beginDue($services));
            $this->attempt($attention->give(...));
            $this->waitingRoom?->serve($services->config);
            $this->attempt(static fn () => $delivery->tick(self::TICK_MS));
            $this->attempt(static fn () => $reporter->requests($services));
            if (microtime(true) >= $nextExpiry) {
                $this->attempt($services->cashier->expireOldOrders(...));
                $nextExpiry = microtime(true) + 1.0;
            }
            if (microtime(true) >= $nextKeep) {
                $workspace->keep();
                $nextKeep = microtime(true) + self::KEEP_SECONDS;
            }
            if (($dead = $this->deadChild()) !== null && !$this->isStopping()) {
                fwrite(STDERR, "sandbox: {$dead->name} has died\n" . $dead->lastWords() . "\n");

                return 1;
            }
            if ($this->options->exitOnStdinClose && self::stdinHasEnded()) {
                break;
            }
        }

        return 0;
    }

    /**
     * Does something with the database. A full disk, for example, is told once, and does not end the sandbox: the work
     * is done when there is room again.
     *
     * @param \Closure(): void $work
     */
    private function attempt(\Closure $work): void
    {
        try {
            $work();
        } catch (\PDOException $failure) {
            if ($failure->getMessage() !== $this->lastComplaint) {
                $this->lastComplaint = $failure->getMessage();
                fwrite(STDERR, "sandbox: cannot use its database, and tries again: {$this->lastComplaint}\n");
            }
            // What failed at once would fail again at once.
            usleep(self::TICK_MS * 1000);
        }
    }

    private function deadChild(): ?Child
    {
        foreach ($this->children as $child) {
            if (!$child->isRunning()) {
                return $child;
            }
        }

        return null;
    }

    private function stopChildren(): void
    {
        foreach ($this->children as $child) {
            $child->signal(SIGTERM);
        }
        $deadline = microtime(true) + 2.0;
        foreach ($this->children as $child) {
            while ($child->isRunning() && microtime(true) < $deadline) {
                usleep(5_000);
            }
            $child->kill();
        }
        $this->children = [];
    }

    private static function stdinHasEnded(): bool
    {
        $read = [STDIN];
        $none = null;
        if (@stream_select($read, $none, $none, 0) !== 1) {
            return false;
        }
        stream_set_blocking(STDIN, false);

        return fread(STDIN, 8192) === '' && feof(STDIN);
    }
}
