<?php

declare(strict_types=1);

namespace AurpayDocs;

/**
 * What the blocks see: a machine without a network, on which the sandbox has the name of the real service, with TLS and on
 * port 443. So a block runs as it is printed, without an option of its own. A second sandbox has plain http on port 8480,
 * as the pages start it.
 */
final class World
{
    private const HOSTS = "127.0.0.1 localhost dashboard.aurpay.net\n127.0.0.3 api.azpays.net\n";

    /** @var array<int, array{resource, array<int, resource>}> */
    private array $processes = [];

    /** @param array<string, string> $environment */
    private function __construct(public readonly string $folder, public array $environment) {}

    public static function start(string $root, string $extension, string $bcmath): self
    {
        $folder = (string) getenv('MACHINES');
        file_put_contents("{$folder}/hosts", self::HOSTS);
        $world = new self($folder, getenv());
        $line = $world->sandbox($root, '--tls', '--port', '443', '--name', 'dashboard.aurpay.net', '--name', 'api.azpays.net');
        $world->sandbox($root, '--port', '8480');
        $merchant = json_decode($line, true, 16, JSON_THROW_ON_ERROR);
        assert(is_array($merchant) && is_string($merchant['ca_file']));
        $world->environment = ['AURPAY' => $line] + $world->settingsOf($merchant, $extension, $bcmath) + $world->environment;
        $world->startAzPays($merchant['ca_file']);
        $world->makeCheckout($root);

        return $world;
    }

    public function __destruct()
    {
        array_map($this->stop(...), array_reverse(array_keys($this->processes)));
    }

    /** Ends a program that keep() has started. The sandboxes end with their standard input. */
    public function stop(int $number): void
    {
        [$process, $pipes] = $this->processes[$number];
        array_map(fclose(...), $pipes);
        proc_terminate($process);
        proc_close($process);
        unset($this->processes[$number]);
    }

    /**
     * Runs a program in the folder for the blocks.
     *
     * @param list<string> $command
     * @param array<string, string> $environment
     *
     * @return array{int, string, string} status, standard output and standard error
     */
    public function run(array $command, array $environment = []): array
    {
        [$out, $error] = ["{$this->folder}/out", "{$this->folder}/error"];
        $process = proc_open(
            ['timeout', '60', ...$command],
            [['file', '/dev/null', 'r'], ['file', $out, 'w'], ['file', $error, 'w']],
            $pipes,
            "{$this->folder}/checkout",
            $environment + $this->environment,
        );
        $status = is_resource($process) ? proc_close($process) : 255;

        return [$status, (string) file_get_contents($out), (string) file_get_contents($error)];
    }

    /**
     * Starts a program that runs until the end.
     *
     * @param list<string> $command
     *
     * @return int its number, for stop()
     */
    public function keep(array $command): int
    {
        $log = ['file', "{$this->folder}/servers.log", 'a'];
        $process = proc_open($command, [['pipe', 'r'], ['pipe', 'w'], $log], $pipes, $this->folder, $this->environment);
        if (!is_resource($process)) {
            throw new \RuntimeException("{$command[0]} does not start");
        }
        $this->processes[] = [$process, $pipes];

        return array_key_last($this->processes);
    }

    /** @return string the sandbox's line of JSON */
    private function sandbox(string $root, string ...$options): string
    {
        $sandbox = $this->keep([PHP_BINARY, "{$root}/sandbox/bin/sandbox", '--json', '--exit-on-stdin-close', ...array_values($options)]);
        $line = fgets($this->processes[$sandbox][1][1]);

        return $line !== false ? $line : throw new \RuntimeException(
            'The sandbox does not start: ' . file_get_contents("{$this->folder}/servers.log"),
        );
    }

    /**
     * @param array<mixed> $merchant
     *
     * @return array<string, string> an environment in which every php has the extension, and trusts the sandbox
     */
    private function settingsOf(array $merchant, string $extension, string $bcmath): array
    {
        $settings = [];
        foreach ($merchant as $name => $value) {
            if (is_string($value)) {
                $settings['AURPAY_' . strtoupper((string) $name)] = $value;
            }
        }
        mkdir("{$this->folder}/ini");
        file_put_contents("{$this->folder}/ini/aurpay.ini", implode("\n", [
            "extension={$extension}",
            // For what money.md says of it. It may be missing on this machine.
            ...($bcmath === '' ? [] : ["extension={$bcmath}"]),
            "openssl.cafile={$settings['AURPAY_CA_FILE']}",
            "curl.cainfo={$settings['AURPAY_CA_FILE']}",
            'error_reporting=-1',
            'display_errors=stderr',
            'html_errors=0',
            "error_log={$this->folder}/error.log",
            '',
        ]));

        return ['PHP_INI_SCAN_DIR' => ":{$this->folder}/ini", 'CURL_CA_BUNDLE' => $settings['AURPAY_CA_FILE']] + $settings;
    }

    /** AzPays' own name: the sandbox has its API below a path. */
    private function startAzPays(string $caFile): void
    {
        $certificates = dirname($caFile);
        $file = "{$this->folder}/azpays.conf";
        $folders = '';
        foreach (['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'] as $name) {
            $folders .= "{$name}_temp_path {$this->folder}/nginx; ";
        }
        file_put_contents($file, "user root; daemon off; pid {$this->folder}/azpays.pid; error_log stderr; events {}
            http {
                access_log off;
                {$folders}
                server {
                    listen 127.0.0.3:443 ssl;
                    ssl_certificate {$certificates}/server.pem;
                    ssl_certificate_key {$certificates}/server.key;
                    location / { proxy_pass https://127.0.0.1/azpays\$request_uri; proxy_set_header Host dashboard.aurpay.net; }
                }
            }
        ");
        // In the namespace this is root, and in one of a user there is nobody else. nginx is not in the PATH of everybody.
        $this->keep(['env', 'PATH=/usr/sbin:/usr/local/sbin:' . getenv('PATH'), 'nginx', '-c', $file, '-p', $this->folder]);
        $this->waitFor('127.0.0.3:443');
    }

    /** Waits until a server listens. */
    public function waitFor(string $address): void
    {
        for ($deadline = microtime(true) + 60; !@stream_socket_client("tcp://{$address}");) {
            microtime(true) < $deadline || throw new \RuntimeException(
                "Nothing listens at {$address}: " . file_get_contents("{$this->folder}/servers.log"),
            );
            usleep(10_000);
        }
    }

    /** The pages' commands run in a checkout: here, in a folder that has the same names. */
    private function makeCheckout(string $root): void
    {
        mkdir("{$this->folder}/checkout");
        foreach (['dev', 'examples', 'sandbox', 'stubs'] as $name) {
            symlink("{$root}/{$name}", "{$this->folder}/checkout/{$name}");
        }
        // As pecl installs it.
        mkdir("{$this->folder}/bin");
        symlink("{$root}/doctor/aurpay-doctor", "{$this->folder}/bin/aurpay-doctor");
        $this->environment['PATH'] = "{$this->folder}/bin:" . getenv('PATH');
    }
}
