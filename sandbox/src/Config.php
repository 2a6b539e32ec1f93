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

    /** @param list<string> $hosts what clients may call the sandbox */
    public function __construct(
        public string $database,
        public string $baseUri,
        /** The file in which the API's traffic is recorded; '' if it is not recorded. */
        public string $trafficFile = '',
        /** The CA of --tls; '' without. */
        public string $caFile = '',
        public array $hosts = ['127.0.0.1', '::1', 'localhost'],
        /** What the developer's page and the control endpoints need from elsewhere. */
        public string $developerToken = '',
    ) {}

    public static function load(string $file): self
    {
        $input = Input::fromJson((string) file_get_contents($file));

        return new self(
            $input->requiredText('database'),
            $input->requiredText('base_uri'),
            $input->text('traffic_file'),
            $input->text('ca_file'),
            array_values($input->object('hosts')->texts()),
            $input->text('developer_token'),
        );
    }

    public function save(string $file): void
    {
        file_put_contents($file, Json\Writer::encode([
            'database' => $this->database,
            'base_uri' => $this->baseUri,
            'traffic_file' => $this->trafficFile,
            'ca_file' => $this->caFile,
            'hosts' => $this->hosts,
            'developer_token' => $this->developerToken,
        ]));
    }
}
