<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

/**
 * What the supervisor tells the HTTP workers: where the state is, under which
 * address the sandbox answers, and where its traffic is recorded.
 */
final readonly class Config
{
    public const VARIABLE = 'AURPAY_SANDBOX_CONFIG';

    public function __construct(
        public string $database,
        public string $baseUri,
        /** Where the API's traffic is recorded; '' if it is not. */
        public string $trafficFile = '',
    ) {}

    public static function load(string $file): self
    {
        $input = Input::fromJson((string) file_get_contents($file));

        return new self(
            $input->requiredText('database'),
            $input->requiredText('base_uri'),
            $input->text('traffic_file'),
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
