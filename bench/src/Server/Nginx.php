<?php

declare(strict_types=1);

namespace AurpayBench\Server;

use Aurpay\Sandbox\Process\Ports;
use AurpayBench\{Command, Failure, Tools};
use AurpayBench\Contender\Contender;

/**
 * Stands for the API: nginx with TLS 1.3, which always gives the same answer at once. It checks no signature, so that
 * its cost is the same for all contenders.
 */
final class Nginx
{
    private const ATTEMPTS = 5;
    private const START_SECONDS = 10.0;

    private readonly Command $server;
    private readonly string $folder;
    private int $port = 0;
    private int $http2Port = 0;
    private int $frontPort = 0;

    /**
     * @param 'rsa'|'ecdsa' $certificate
     * @param Network|null $network nginx runs on the server of this network; null means loopback
     * @param Fpm|null $pages a php-fpm whose pages nginx serves on another port, without TLS
     * @param int $keptRequests how many requests a connection may carry
     */
    public function __construct(
        private readonly Tools $tools,
        private readonly string $certificate = 'rsa',
        private readonly ?Network $network = null,
        private readonly ?Fpm $pages = null,
        private readonly int $keptRequests = 100_000_000,
        private readonly bool $isLogging = false,
    ) {
        $this->folder = "{$tools->folder}/nginx-" . bin2hex(random_bytes(4));
        mkdir($this->folder, 0o700, true);
        $this->server = $this->start(new Certificates($certificate, $this->folder));
    }

    public function __destruct()
    {
        $this->server->stop();
        Command::output(['rm', '-rf', $this->folder]);
    }

    /**
     * The settings of the server for programs (in the environment) and for pages (in the parameters of a request).
     *
     * @return array<string, string>
     */
    public function settings(bool $http2 = false): array
    {
        return [
            'BENCH_BASE_URI' => "https://{$this->address()}:" . ($http2 ? $this->http2Port : $this->port),
            'BENCH_CA_FILE' => "{$this->folder}/{$this->certificate}-ca.pem",
            'BENCH_TOKEN' => 'L35ZD3K4AORZH7NVQBR9O',
            'BENCH_SECRET' => 'mBmU7CYd0ROfAVCoRg0Jz7tYCdd8XbS5',
            'BENCH_BODY' => json_encode(Contender::PAY_URL, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES),
        ];
    }

    /** Where a proxy before it connects to. */
    public function hostAndPort(): string
    {
        return "{$this->address()}:{$this->port}";
    }

    /** The public URL of a page. */
    public function page(string $script): string
    {
        return "http://127.0.0.1:{$this->frontPort}/{$script}";
    }

    /**
     * Stops the server, so that its log is complete, and returns the logged requests.
     *
     * @return list<LoggedRequest>
     */
    public function requests(): array
    {
        $this->server->stop();
        $lines = file("{$this->folder}/access.log", FILE_IGNORE_NEW_LINES);

        return array_map(LoggedRequest::fromLine(...), $lines === false ? [] : $lines);
    }

    private function start(Certificates $certificates): Command
    {
        for ($attempt = 1; ; $attempt++) {
            [$this->port, $this->http2Port, $this->frontPort] = [Ports::free(), Ports::free(), Ports::free()];
            file_put_contents("{$this->folder}/nginx.conf", $this->configuration($certificates));
            $errors = "{$this->folder}/error.log";
            $words = [$this->tools->nginx, '-p', $this->folder, '-e', $errors, '-c', "{$this->folder}/nginx.conf"];
            $server = new Command($this->network === null ? $words : $this->network->atServer($words));
            if ($this->isReady($server)) {
                return $server;
            }
            $server->stop();
            // Another process may have taken one of the ports meanwhile.
            if ($attempt === self::ATTEMPTS) {
                throw new Failure("nginx does not start\n" . file_get_contents($errors));
            }
        }
    }

    /** Tries only the Unix socket, which needs no network: nginx opens all its sockets before it answers on one. */
    private function isReady(Command $server): bool
    {
        $deadline = microtime(true) + self::START_SECONDS;
        while ($server->isRunning() && microtime(true) < $deadline) {
            $stream = @stream_socket_client("unix://{$this->folder}/ready.sock");
            if ($stream !== false) {
                fclose($stream);

                return true;
            }
            usleep(2000);
        }

        return false;
    }

    private function address(): string
    {
        return $this->network === null ? '127.0.0.1' : Network::SERVER_ADDRESS;
    }

    private function configuration(Certificates $certificates): string
    {
        $user = posix_geteuid() === 0 ? 'user root;' : '';
        $log = $this->isLogging ? "access_log {$this->folder}/access.log bench;" : 'access_log off;';
        $format = LoggedRequest::FORMAT;
        $pages = $this->pages === null ? '' : $this->pagesServer($this->pages);

        return <<<NGINX
            {$user}
            daemon off;
            worker_processes 2;
            pid {$this->folder}/nginx.pid;
            error_log {$this->folder}/error.log warn;
            events { worker_connections 2048; }
            http {
                log_format bench '{$format}';
                {$log}
                client_body_temp_path {$this->folder}/body;
                fastcgi_temp_path {$this->folder}/fastcgi;
                proxy_temp_path {$this->folder}/proxy;
                uwsgi_temp_path {$this->folder}/uwsgi;
                scgi_temp_path {$this->folder}/scgi;
                default_type application/json;
                types {}
                keepalive_timeout 3600s;
                keepalive_requests {$this->keptRequests};
                ssl_protocols TLSv1.3;
                ssl_certificate {$certificates->certificateFile};
                ssl_certificate_key {$certificates->keyFile};
                server {
                    listen unix:{$this->folder}/ready.sock;
                    listen {$this->address()}:{$this->port} ssl;
                    listen {$this->address()}:{$this->http2Port} ssl http2;
                    {$this->locations()}
                }
                {$pages}
            }

            NGINX;
    }

    private function locations(): string
    {
        $orders = new Orders();

        return <<<NGINX
            location = /api/order/pay-url { return 200 '{$orders->payUrl()}'; }
            location = /api/v2/order/ { root {$this->tools->folder}/orders; try_files /\$arg_page.json =404; }
            location ~ ^/api/v2/order/detail/(?<order_id>\w+)\$ { return 200 '{$orders->detail('$order_id')}'; }
            NGINX;
    }

    private function pagesServer(Fpm $pages): string
    {
        $parameters = '';
        foreach ($this->settings() as $name => $value) {
            $parameters .= "fastcgi_param {$name} '{$value}'; ";
        }

        return <<<NGINX
            server {
                listen 127.0.0.1:{$this->frontPort};
                access_log off;
                location / {
                    fastcgi_pass unix:{$pages->socket};
                    fastcgi_param SCRIPT_FILENAME {$pages->root}\$uri;
                    fastcgi_param REQUEST_METHOD \$request_method;
                    fastcgi_param REQUEST_URI \$request_uri;
                    fastcgi_param QUERY_STRING \$query_string;
                    {$parameters}
                }
            }
            NGINX;
    }
}
