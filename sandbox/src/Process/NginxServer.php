<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Process;

use Aurpay\Sandbox\Config;
use Aurpay\Sandbox\Http\Emitter;
use Aurpay\Sandbox\Net\Host;
use Aurpay\Sandbox\Net\Listener;

/**
 * nginx with TLS and HTTP/2 in front of php-fpm. It keeps connections alive,
 * like the real service.
 */
final readonly class NginxServer implements Server
{
    private string $nginx;
    private string $phpFpm;
    private Certificates $certificates;
    /** nginx's module for br, which is not part of nginx. */
    private ?string $brotliModule;

    public function __construct(private Workspace $workspace, private Listener $listener)
    {
        $programs = Programs::installed();
        $this->nginx = $programs->nginx();
        $this->phpFpm = $programs->phpFpm();
        $this->brotliModule = $programs->nginxModule('ngx_http_brotli_filter_module');
        $this->certificates = Certificates::in($workspace->state, $listener->hosts(), $workspace->isKept());
    }

    public function baseUri(int $port): string
    {
        return 'https://' . Host::inUrl($this->listener->host()) . ":$port";
    }

    public function caFile(): string
    {
        return $this->certificates->caFile;
    }

    public function start(int $port, string $configFile): array
    {
        $run = $this->workspace->run;
        $isRoot = posix_geteuid() === 0;
        file_put_contents("$run/php-fpm.conf", $this->fpmConfig($isRoot));
        file_put_contents("$run/nginx.conf", $this->nginxConfig($port, $configFile, $isRoot));

        return [
            Child::start(
                'php-fpm',
                [$this->phpFpm, '-F', '-y', "$run/php-fpm.conf", ...($isRoot ? ['-R'] : [])],
                [],
                "$run/php-fpm.log",
            ),
            Child::start(
                'nginx',
                [$this->nginx, '-p', $run, ...$this->firstLog("$run/nginx.log"), '-c', "$run/nginx.conf"],
                [],
                "$run/nginx.log",
            ),
        ];
    }

    /**
     * The option for nginx's log before it has read its configuration. Versions before 1.19.5 do not have it.
     *
     * @return list<string>
     */
    private function firstLog(string $file): array
    {
        exec(escapeshellarg($this->nginx) . ' -h 2>&1', $help);

        return str_contains(implode("\n", $help), ' -e filename') ? ['-e', $file] : [];
    }

    /**
     * A link to a file, in the folder of nginx's configuration. The path of --data may have characters that mean something
     * there, and "$" cannot be escaped.
     */
    private function inRun(string $file): string
    {
        $link = $this->workspace->runFile(basename($file));
        if ($link !== $file && !is_link($link)) {
            symlink($file, $link);
        }

        return basename($file);
    }

    private function fpmConfig(bool $isRoot): string
    {
        $run = $this->workspace->run;
        // As root, the workers run as root too: they need access to the 0700 directories.
        $user = $isRoot ? "user = root\ngroup = root\n" : '';

        return <<<INI
            [global]
            error_log = $run/php-fpm.log
            log_limit = 8192
            daemonize = no
            [sandbox]
            {$user}listen = $run/fpm.sock
            listen.mode = 0600
            pm = dynamic
            pm.max_children = 16
            pm.start_servers = 3
            pm.min_spare_servers = 1
            pm.max_spare_servers = 4
            catch_workers_output = yes
            decorate_workers_output = no

            INI;
    }

    /** Listens on the further addresses only where this is possible, as a machine may lack IPv6. */
    private function listenLines(int $port): string
    {
        $lines = '';
        foreach ($this->listener->addresses() as $address) {
            if ($address === $this->listener->address || $address === '127.0.0.1' || Ports::isFree($port, $address)) {
                $lines .= 'listen ' . Host::inUrl($address) . ":$port ssl http2; ";
            }
        }

        return $lines;
    }

    private function nginxConfig(int $port, string $configFile, bool $isRoot): string
    {
        $run = $this->workspace->run;
        $user = $isRoot ? 'user root;' : '';
        $listen = $this->listenLines($port);
        // nginx always compresses text/html, and warns if it is in the list.
        $types = implode(' ', array_diff(Emitter::FRONT_TYPES, ['text/html']));
        [$load, $compress] = $this->brotliModule === null
            ? ['', '']
            : ["load_module \"{$this->brotliModule}\";", "brotli on; brotli_types $types; brotli_min_length 1;"];
        $brotli = $this->brotliModule === null ? '0' : '1';
        $index = dirname(__DIR__, 2) . '/public/index.php';
        $variable = Config::VARIABLE;

        // REQUEST_URI is $request_uri, the exact bytes of the request line,
        // which the client has signed. PHP's Date header is passed on, as it
        // follows the sandbox's clock. 444 closes the connection without an
        // answer.
        return <<<NGINX
            $user
            $load
            daemon off;
            worker_processes 1;
            pid "$run/nginx.pid";
            error_log "$run/nginx.log" warn;
            events { worker_connections 1024; }
            http {
                access_log off;
                $compress
                client_body_temp_path "$run/body";
                proxy_temp_path "$run/proxy";
                fastcgi_temp_path "$run/fastcgi";
                uwsgi_temp_path "$run/uwsgi";
                scgi_temp_path "$run/scgi";
                keepalive_timeout 3600s;
                keepalive_requests 100000;
                server {
                    $listen
                    ssl_protocols TLSv1.2 TLSv1.3;
                    ssl_certificate "{$this->inRun($this->certificates->certificateFile)}";
                    ssl_certificate_key "{$this->inRun($this->certificates->keyFile)}";
                    ssl_session_cache shared:tls:1m;
                    merge_slashes off;
                    location = /_sandbox_drop { internal; return 444; }
                    location / {
                        fastcgi_pass "unix:$run/fpm.sock";
                        fastcgi_read_timeout 120s;
                        fastcgi_ignore_client_abort on;
                        fastcgi_pass_header Date;
                        fastcgi_param SCRIPT_FILENAME "$index";
                        fastcgi_param $variable "$configFile";
                        fastcgi_param REQUEST_METHOD \$request_method;
                        fastcgi_param REQUEST_URI \$request_uri;
                        fastcgi_param QUERY_STRING \$query_string;
                        fastcgi_param CONTENT_TYPE \$content_type;
                        fastcgi_param CONTENT_LENGTH \$content_length;
                        fastcgi_param REMOTE_ADDR \$remote_addr;
                        fastcgi_param SERVER_ADDR \$server_addr;
                        fastcgi_param REMOTE_PORT \$remote_port;
                        fastcgi_param SERVER_PROTOCOL \$server_protocol;
                        fastcgi_param SANDBOX_PROTOCOL \$server_protocol;
                        fastcgi_param SANDBOX_BROTLI $brotli;
                        fastcgi_param SANDBOX_TLS \$ssl_protocol;
                        fastcgi_param SANDBOX_CONNECTION \$connection;
                        fastcgi_param SANDBOX_CONNECTION_REQUESTS \$connection_requests;
                    }
                }
            }

            NGINX;
    }
}
