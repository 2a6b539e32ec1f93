<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

use Aurpay\Sandbox\Process\Ports;

/** nginx with https in front of php-fpm, for one shop. */
final class WebServer
{
    /** How many requests PHP works on at the same time: the twenty callbacks of a test, and another request. */
    private const WORKERS = 24;

    public readonly int $port;
    /** @var list<Process> */
    private array $servers = [];

    /**
     * @param string $certificates the folder of the certificate and its key in the chroot
     */
    public function __construct(
        private readonly ShopFiles $files,
        private readonly string $certificates,
        private readonly PhpOptions $php,
    ) {
        $this->port = Ports::free();
    }

    public function start(): void
    {
        $this->php->write($this->files);
        file_put_contents($this->files->outside('php-fpm.conf'), $this->fpmConfig());
        file_put_contents($this->files->outside('nginx.conf'), $this->nginxConfig());
        $chroot = $this->files->chroot;
        $this->servers = [$chroot->serve($this->fpmCommand()), $chroot->serve(['nginx', '-c', Shop::FOLDER . '/nginx.conf'])];
        $this->awaitStart();
    }

    /** Stops PHP and starts it again. */
    public function restart(): void
    {
        $this->stop();
        $this->start();
    }

    public function stop(): void
    {
        foreach ($this->servers as $server) {
            $server->kill();
        }
        $this->servers = [];
        @unlink($this->files->outside('fpm.sock'));
    }

    /** Waits until php-fpm has logged this. */
    public function awaitLog(string $text, float $seconds = 60): void
    {
        $deadline = microtime(true) + $seconds;
        while (!str_contains($this->log(), $text)) {
            if (microtime(true) > $deadline) {
                throw new \RuntimeException("php-fpm did not log '$text', but: " . $this->log());
            }
            usleep(10_000);
        }
    }

    /**
     * @return list<string>
     */
    private function fpmCommand(): array
    {
        $programs = (array) glob($this->files->chroot->outside('/usr/sbin/php-fpm*'));
        $program = $programs === [] ? throw new \RuntimeException('There is no php-fpm') : basename((string) $programs[0]);

        return [$program, '-F', '-y', Shop::FOLDER . '/php-fpm.conf', ...$this->php->arguments()];
    }

    private function fpmConfig(): string
    {
        $workers = self::WORKERS;
        $folder = Shop::FOLDER;

        return <<<INI
            [global]
            error_log = $folder/php-fpm.log
            daemonize = no
            [shop]
            user = www-data
            group = www-data
            listen = $folder/fpm.sock
            listen.mode = 0666
            listen.backlog = 511
            pm = ondemand
            pm.max_children = $workers
            pm.process_idle_timeout = 60s
            catch_workers_output = yes
            decorate_workers_output = no
            php_admin_value[memory_limit] = 256M

            INI;
    }

    private function nginxConfig(): string
    {
        $folder = Shop::FOLDER;

        // The rules of WordPress for a network of sites in folders do no harm to a single site.
        return <<<NGINX
            user www-data;
            daemon off;
            worker_processes 1;
            pid $folder/nginx.pid;
            error_log $folder/nginx.log warn;
            events { worker_connections 512; }
            http {
                include /etc/nginx/mime.types;
                access_log off;
                client_max_body_size 8m;
                client_body_temp_path $folder/body;
                fastcgi_temp_path $folder/fastcgi;
                proxy_temp_path $folder/proxy;
                uwsgi_temp_path $folder/uwsgi;
                scgi_temp_path $folder/scgi;
                server {
                    listen 127.0.0.1:{$this->port} ssl;
                    ssl_certificate {$this->certificates}/server.pem;
                    ssl_certificate_key {$this->certificates}/server.key;
                    root $folder/wordpress;
                    index index.php;
                    rewrite ^/second(/wp-(?:admin|includes|content).*)\$ \$1 last;
                    rewrite ^/second(/.*\\.php)\$ \$1 last;
                    location / { try_files \$uri \$uri/ /index.php?\$args; }
                    location ~ \\.php\$ {
                        try_files \$uri =404;
                        include /etc/nginx/fastcgi_params;
                        fastcgi_param SCRIPT_FILENAME \$document_root\$fastcgi_script_name;
                        fastcgi_param HTTP_PROXY "";
                        # Newer files leave out the port.
                        fastcgi_param HTTP_HOST \$host:{$this->port};
                        fastcgi_pass unix:$folder/fpm.sock;
                        fastcgi_read_timeout 300s;
                        fastcgi_buffers 16 32k;
                        fastcgi_buffer_size 64k;
                    }
                }
            }

            NGINX;
    }

    private function log(): string
    {
        return (string) @file_get_contents($this->files->outside('php-fpm.log'));
    }

    private function awaitStart(): void
    {
        while (!file_exists($this->files->outside('fpm.sock')) || !$this->listens()) {
            foreach ($this->servers as $server) {
                if (!$server->isRunning()) {
                    throw new \RuntimeException('A server of the shop did not start: ' . $server->said() . $this->log()
                        . @file_get_contents($this->files->outside('nginx.log')));
                }
            }
            usleep(10_000);
        }
    }

    private function listens(): bool
    {
        $connection = @stream_socket_client("tcp://127.0.0.1:{$this->port}", $number, $reason, 5);
        if ($connection === false) {
            return false;
        }
        fclose($connection);

        return true;
    }
}
