<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

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
        /** For files of this run alone; only the workers know it. */
        public string $runFolder = '',
    ) {}

    public static function load(string $file): self
    {
        $input = Input::fromJson((string) file_get_contents($file));

        return new self(
            $input->requiredText('database'),
            $input->requiredText('base_uri'),
            $input->text('traffic_file'),
            dirname($file),
        );
    }

    public function save(string $file): void
    {
        file_put_contents($file, Json\Writer::encode([
            'database' => $this->database,
            'base_uri' => $this->baseUri,
            'traffic_file' => $this->trafficFile,
        ]));
    }
}
