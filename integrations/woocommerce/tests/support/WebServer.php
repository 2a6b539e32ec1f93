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
     * @param string  $folder    the shop's folder in the chroot
     * @param ?string $extension the extension's file; null for a PHP without it
     */
    public function __construct(private readonly Run $run, private readonly string $folder, private readonly ?string $extension)
    {
        $this->port = Ports::free();
    }

    public function start(): void
    {
        $chroot = $this->run->chroot;
        file_put_contents($chroot->outside("{$this->folder}/php-fpm.conf"), $this->fpmConfig());
        file_put_contents($chroot->outside("{$this->folder}/nginx.conf"), $this->nginxConfig());
        $this->servers = [$chroot->serve($this->fpmCommand()), $chroot->serve(['nginx', '-c', "{$this->folder}/nginx.conf"])];
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
        @unlink($this->run->chroot->outside("{$this->folder}/fpm.sock"));
    }

    /** What php-fpm has logged, for example about workers that were killed. */
    public function log(): string
    {
        return (string) @file_get_contents($this->run->chroot->outside("{$this->folder}/php-fpm.log"));
    }

    /**
     * @return list<string>
     */
    private function fpmCommand(): array
    {
        $programs = (array) glob($this->run->chroot->outside('/usr/sbin/php-fpm*'));
        $program = $programs === [] ? throw new \RuntimeException('There is no php-fpm') : basename((string) $programs[0]);
        $load = $this->extension === null ? [] : ['-d', "extension={$this->extension}"];

        return [$program, '-F', '-y', "{$this->folder}/php-fpm.conf", ...$load];
    }

    private function fpmConfig(): string
    {
        $workers = self::WORKERS;

        return <<<INI
            [global]
            error_log = {$this->folder}/php-fpm.log
            daemonize = no
            [shop]
            user = www-data
            group = www-data
            listen = {$this->folder}/fpm.sock
            listen.mode = 0666
            listen.backlog = 511
            pm = ondemand
            pm.max_children = $workers
            pm.process_idle_timeout = 60s
            catch_workers_output = yes
            decorate_workers_output = no
            php_admin_value[memory_limit] = 256M
            php_admin_value[error_log] = {$this->folder}/state/php.log
            php_admin_value[log_errors] = on
            php_admin_value[opcache.revalidate_freq] = 0
            php_admin_value[sendmail_path] = /bin/false

            INI;
    }

    private function nginxConfig(): string
    {
        $certificates = "{$this->run->folder}/tls";

        // The rules of WordPress for a network of sites in folders do no harm to a single site.
        return <<<NGINX
            user www-data;
            daemon off;
            worker_processes 1;
            pid {$this->folder}/nginx.pid;
            error_log {$this->folder}/nginx.log warn;
            events { worker_connections 512; }
            http {
                include /etc/nginx/mime.types;
                access_log off;
                client_max_body_size 8m;
                client_body_temp_path {$this->folder}/body;
                fastcgi_temp_path {$this->folder}/fastcgi;
                proxy_temp_path {$this->folder}/proxy;
                uwsgi_temp_path {$this->folder}/uwsgi;
                scgi_temp_path {$this->folder}/scgi;
                server {
                    listen 127.0.0.1:{$this->port} ssl;
                    ssl_certificate $certificates/server.pem;
                    ssl_certificate_key $certificates/server.key;
                    root {$this->folder}/wordpress;
                    index index.php;
                    rewrite ^/second(/wp-(?:admin|includes|content).*)\$ \$1 last;
                    rewrite ^/second(/.*\\.php)\$ \$1 last;
                    location / { try_files \$uri \$uri/ /index.php?\$args; }
                    location ~ \\.php\$ {
                        try_files \$uri =404;
                        include /etc/nginx/fastcgi_params;
                        fastcgi_param SCRIPT_FILENAME \$document_root\$fastcgi_script_name;
                        fastcgi_param HTTP_PROXY "";
                        fastcgi_pass unix:{$this->folder}/fpm.sock;
                        fastcgi_read_timeout 300s;
                        fastcgi_buffers 16 32k;
                        fastcgi_buffer_size 64k;
                    }
                }
            }

            NGINX;
    }

    private function awaitStart(): void
    {
        $socket = $this->run->chroot->outside("{$this->folder}/fpm.sock");
        while (!file_exists($socket) || !$this->listens()) {
            foreach ($this->servers as $server) {
                if (!$server->isRunning()) {
                    throw new \RuntimeException('A server of the shop did not start: ' . $server->said() . $this->log()
                        . @file_get_contents($this->run->chroot->outside("{$this->folder}/nginx.log")));
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
