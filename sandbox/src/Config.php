<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

use Aurpay\Sandbox\World\Worlds;

/**
 * Settings that the supervisor passes to the HTTP workers: the folder of the
 * state, the address of the sandbox, and the file for recorded traffic.
 */
final readonly class Config
{
    public const VARIABLE = 'AURPAY_SANDBOX_CONFIG';

    public function __construct(
        public string $database,
        public string $baseUri,
        /** The file in which the API's traffic is recorded; '' if it is not recorded. */
        public string $trafficFile = '',
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
        /** The beginning of the names of the lock files for requests that wait in a worker. */
        public string $seats = '',
        /** What stands before every path of a merchant's world; '' for the sandbox's own. */
        public string $prefix = '',
        /** Is touched after each change of the world, so that the supervisor looks at it; '' if it looks anyway. */
        public string $wakeFile = '',
    ) {}

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
            $this->caFile,
            $this->pid,
            $this->strict,
            $this->magic,
            $this->randomSeed,
            $this->waitingRoom,
            $this->seats,
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
            $input->text('ca_file'),
            $input->integer('pid', 0),
            $input->flag('strict'),
            $input->flag('magic'),
            $input->integer('random_seed', 0),
            $input->text('waiting_room'),
            $input->text('seats'),
        );
    }

    public function save(string $file): void
    {
        file_put_contents($file, Json\Writer::encode([
            'database' => $this->database,
            'base_uri' => $this->baseUri,
            'traffic_file' => $this->trafficFile,
            'ca_file' => $this->caFile,
            'pid' => $this->pid,
            'strict' => $this->strict,
            'magic' => $this->magic,
            'random_seed' => $this->randomSeed,
            'waiting_room' => $this->waitingRoom,
            'seats' => $this->seats,
        ]));
    }
}
