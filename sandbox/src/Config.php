<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\Process\Workspace;
use Aurpay\Sandbox\World\Worlds;

/**
 * Settings that the supervisor passes to the HTTP workers: the folder of the
 * state, the addresses of the sandbox, and the file for recorded traffic.
 */
final readonly class Config
{
    public const VARIABLE = 'AURPAY_SANDBOX_CONFIG';

    /**
     * @param string       $listen the address that the sandbox listens on
     * @param list<string> $hosts  what clients may call the sandbox: loopback, its own address, and the names of --name
     */
    public function __construct(
        public string $database,
        public string $baseUri,
        /** The file in which the API's traffic is recorded; '' if it is not recorded. */
        public string $trafficFile = '',
        public string $listen = '127.0.0.1',
        public array $hosts = ['127.0.0.1', '::1', 'localhost'],
        /** Whose answers AzPays gives unless a control endpoint says otherwise; see AzPays\Answers. */
        public string $azpays = 'documents',
        /** The CA of --tls; '' without. */
        public string $caFile = '',
        /** The process that a client may stop. */
        public int $pid = 0,
        /** Whether requests with fields that the documents do not have are refused. */
        public bool $strict = false,
        /** Whether the cents of a price choose what becomes of the order. */
        public bool $magic = false,
        public int $randomSeed = 0,
        /** Where control requests wait, if not in a worker. */
        public string $waitingRoom = '',
        /** What the developer's page and the control endpoints need from elsewhere, in every world. */
        public string $developerToken = '',
        /** For files of this run alone; only the workers know it. */
        public string $runFolder = '',
        /** What stands before every path of a merchant's world; '' for the sandbox's own. */
        public string $prefix = '',
        /** Is touched after each change of the world, so that the supervisor looks at it; '' if it looks anyway. */
        public string $wakeFile = '',
    ) {}

    /** Whether a Host header names the sandbox, with any port. */
    public function isOwnHost(string $header): bool
    {
        $host = Net\Host::normal((string) preg_replace('/:[0-9]+$/D', '', $header));

        return $host !== null && in_array($host, $this->hosts, true);
    }

    /** The folder of the merchants' worlds. */
    public function worlds(): string
    {
        return dirname($this->database) . '/worlds';
    }

    /** The settings of a merchant's world. */
    public function inWorld(string $name): self
    {
        $prefix = Worlds::PREFIX . $name;

        return new self(
            $this->worlds() . "/$name/sandbox.sqlite",
            $this->baseUri . $prefix,
            $this->trafficFile,
            $this->listen,
            $this->hosts,
            $this->azpays,
            $this->caFile,
            $this->pid,
            $this->strict,
            $this->magic,
            $this->randomSeed,
            $this->waitingRoom,
            $this->developerToken,
            $this->runFolder,
            $prefix,
            $this->worlds() . "/.awake/$name",
        );
    }

    public static function load(string $file): self
    {
        $input = Input::fromJson((string) file_get_contents($file));

        return new self(
            $input->requiredText('database'),
            $input->requiredText('base_uri'),
            $input->text('traffic_file'),
            listen: $input->requiredText('listen'),
            hosts: array_values($input->object('hosts')->texts()),
            azpays: $input->requiredText('azpays'),
            caFile: $input->text('ca_file'),
            pid: $input->integer('pid', 0),
            strict: $input->flag('strict'),
            magic: $input->flag('magic'),
            randomSeed: $input->integer('random_seed', 0),
            waitingRoom: $input->text('waiting_room'),
            developerToken: $input->text('developer_token'),
            runFolder: dirname($file),
        );
    }

    public function save(string $file): void
    {
        Workspace::write($file, Json\Writer::encode([
            'database' => $this->database,
            'base_uri' => $this->baseUri,
            'traffic_file' => $this->trafficFile,
            'listen' => $this->listen,
            'hosts' => $this->hosts,
            'azpays' => $this->azpays,
            'ca_file' => $this->caFile,
            'pid' => $this->pid,
            'strict' => $this->strict,
            'magic' => $this->magic,
            'random_seed' => $this->randomSeed,
            'waiting_room' => $this->waitingRoom,
            'developer_token' => $this->developerToken,
        ]));
    }
}
