<?php

declare(strict_types=1);

namespace Aurpay\Sandbox;

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
    ) {}

    /** Whether a Host header names the sandbox, with any port. */
    public function isOwnHost(string $header): bool
    {
        $host = Net\Host::normal((string) preg_replace('/:[0-9]+$/D', '', $header));

        return $host !== null && in_array($host, $this->hosts, true);
    }

    public static function load(string $file): self
    {
        $input = Input::fromJson((string) file_get_contents($file));

        return new self(
            $input->requiredText('database'),
            $input->requiredText('base_uri'),
            $input->text('traffic_file'),
            $input->requiredText('listen'),
            array_values($input->object('hosts')->texts()),
            $input->requiredText('azpays'),
        );
    }

    public function save(string $file): void
    {
        file_put_contents($file, Json\Writer::encode([
            'database' => $this->database,
            'base_uri' => $this->baseUri,
            'traffic_file' => $this->trafficFile,
            'listen' => $this->listen,
            'hosts' => $this->hosts,
            'azpays' => $this->azpays,
        ]));
    }
}
