<?php

declare(strict_types=1);

namespace AurpayBench\Server;

use Aurpay\Sandbox\Process\Ports;
use AurpayBench\{Command, Tools};

/**
 * Stands for the API: nginx with TLS 1.3, which always gives the same answer at once. It checks no signature, so that
 * its cost is the same for all contenders.
 */
final class Nginx
{
    public const TOKEN = 'L35ZD3K4AORZH7NVQBR9O';
    public const SECRET = 'mBmU7CYd0ROfAVCoRg0Jz7tYCdd8XbS5';

    private readonly Command $server;
    private readonly Folder $temporary;
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
        private readonly Log $log = Log::Nothing,
    ) {
        $this->temporary = new Folder($tools, 'nginx');
        $this->folder = $this->temporary->path;
        $certificates = new Certificates($certificate, $this->folder);
        $this->server = Startup::of(
            'nginx',
            fn (): Command => $this->start($certificates),
            // It needs no network, and nginx opens all its sockets before it answers on one.
            fn (): string => "unix://{$this->folder}/ready.sock",
        );
    }

    public function __destruct()
    {
        $this->server->stop();
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
            'BENCH_TOKEN' => self::TOKEN,
            'BENCH_SECRET' => self::SECRET,
            'BENCH_BODY' => Orders::payUrlBody(),
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
     * Stops the server, so that its log is complete, and returns the requests, if they are those that were expected.
     *
     * @return list<LoggedRequest>
     */
    public function requests(Expected $expected): array
    {
        $requests = array_map(LoggedRequest::fromLine(...), $this->logged());
        $expected->check($requests);

        return $requests;
    }

    /** Stops the server, and returns how many connections had requests. */
    public function connections(): int
    {
        return count($this->logged());
    }

    /** @return list<string> */
    private function logged(): array
    {
        $this->server->stop();
        $lines = file("{$this->folder}/access.log", FILE_IGNORE_NEW_LINES);

        return $lines === false ? [] : $lines;
    }

    private function start(Certificates $certificates): Command
    {
        [$this->port, $this->http2Port, $this->frontPort] = [Ports::free(), Ports::free(), Ports::free()];
        file_put_contents("{$this->folder}/nginx.conf", $this->configuration($certificates));
        $files = ['-p', $this->folder, '-e', "{$this->folder}/error.log", '-c', "{$this->folder}/nginx.conf"];
        $words = [$this->tools->nginx, ...$files];

        return new Command($this->network === null ? $words : $this->network->atServer($words));
    }

    private function address(): string
    {
        return $this->network === null ? '127.0.0.1' : Network::SERVER_ADDRESS;
    }

    private function configuration(Certificates $certificates): string
    {
        $user = posix_geteuid() === 0 ? 'user root;' : '';
        $format = LoggedRequest::format();
        $log = match ($this->log) {
            Log::Nothing => 'access_log off;',
            Log::Connections => "access_log {$this->folder}/access.log bench if=\$is_first;",
            Log::Requests => "access_log {$this->folder}/access.log bench;",
        };
        $pages = $this->pages === null ? '' : $this->pagesServer($this->pages);

        return <<<NGINX
            {$user}
            daemon off;
            worker_processes 2;
            pid {$this->folder}/nginx.pid;
            error_log {$this->folder}/error.log warn;
            events { worker_connections 2048; }
            http {
                log_format bench escape=json '{$format}';
                map \$connection_requests \$is_first { 1 1; default 0; }
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
                    listen {$this->address()}:{$this->port} ssl;
                    listen {$this->address()}:{$this->http2Port} ssl http2;
                    {$this->locations()}
                }
                server {
                    listen unix:{$this->folder}/ready.sock;
                    access_log off;
                    {$this->payUrl()}
                }
                {$pages}
            }

            NGINX;
    }

    private function locations(): string
    {
        $orders = new Orders();
        // nginx does not read a body before it returns a text. It does before it passes the request on, so that it can log it.
        $payUrl = $this->log === Log::Requests
            ? "location = /api/order/pay-url { proxy_pass http://unix:{$this->folder}/ready.sock; }"
            : $this->payUrl();

        return <<<NGINX
            {$payUrl}
            location = /api/v2/order/ { root {$this->tools->folder}/orders; try_files /\$arg_page.json =404; }
            location ~ ^/api/v2/order/detail/(?<order_id>\w+)\$ { return 200 '{$orders->detail('$order_id')}'; }
            NGINX;
    }

    private function payUrl(): string
    {
        return "location = /api/order/pay-url { return 200 '" . (new Orders())->payUrl() . "'; }";
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
