<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests\Support;

use Symfony\Component\Process\Process;

/**
 * A running shop: the application of the run with a database file of its own, behind nginx and php-fpm. It ends with this
 * object.
 */
final class Shop
{
    private const WORKERS = 8;

    public readonly string $folder;
    public readonly string $url;

    /** @var list<Process> */
    private array $processes = [];

    /**
     * @param array<string, string> $environment in place of the usual .env
     * @param Backend               $backend     of the queue and the cache
     * @param string|null           $files       a folder of files that go over those of the application, in place of the
     *     shop of the tests. Then the package is installed as docs/laravel.md says
     */
    public function __construct(
        public readonly Gateway $gateway,
        array $environment = [],
        Backend $backend = Backend::Database,
        ?string $files = null,
    ) {
        $this->folder = sys_get_temp_dir() . '/aurpay-laravel-' . bin2hex(random_bytes(6));
        $port = self::freePort();
        $this->url = "http://127.0.0.1:$port";
        $this->makeFolder();
        $files === null ? $this->addShopOfTests() : $this->addFiles($files);
        $this->configure($environment + $backend->environment());
        $files === null || $this->artisan('aurpay:install');
        $this->artisan('migrate', '--force', ...($files === null ? [] : ['--seed']));
        $this->serve($port);
    }

    public function __destruct()
    {
        foreach ($this->processes as $process) {
            $process->stop(10);
        }
        (new Process(['rm', '-rf', '--one-file-system', $this->folder]))->run();
    }

    /** Runs an artisan command, and returns what it prints. */
    public function artisan(string ...$arguments): string
    {
        return $this->command(...$arguments)->mustRun()->getOutput();
    }

    /** Runs an artisan command that may fail. */
    public function tryArtisan(string ...$arguments): Process
    {
        $process = $this->command(...$arguments);
        $process->run();

        return $process;
    }

    /** Starts an artisan command. */
    public function startArtisan(string ...$arguments): Process
    {
        $process = $this->command(...$arguments)->setTimeout(null);
        $process->start();
        $this->processes[] = $process;

        return $process;
    }

    /**
     * Changes variables in .env, as a deployment does: at once.
     *
     * @param array<string, string|null> $changes null for no such line
     */
    public function changeEnvironment(array $changes): void
    {
        $lines = array_filter(
            explode("\n", (string) file_get_contents("{$this->folder}/.env")),
            static fn (string $line): bool => $line !== '' && !array_key_exists(explode('=', $line)[0], $changes),
        );
        foreach ($changes as $name => $value) {
            $value === null || $lines[] = "$name=\"$value\"";
        }
        file_put_contents("{$this->folder}/.env.new", implode("\n", $lines) . "\n");
        rename("{$this->folder}/.env.new", "{$this->folder}/.env");
    }

    /** Starts a queue worker. */
    public function worker(string ...$options): Process
    {
        return $this->startArtisan('queue:work', '--sleep=0.05', ...$options);
    }

    /** Starts what runs every minute. */
    public function scheduler(): Process
    {
        return $this->startArtisan('schedule:work');
    }

    /**
     * A request of a visitor without cookies.
     *
     * @param array<string, mixed>|null $form null for a GET
     *
     * @return array{int, string} status and body
     */
    public function request(string $path, ?array $form = null): array
    {
        $context = stream_context_create(['http' => [
            'method' => $form === null ? 'GET' : 'POST',
            'header' => "Content-Type: application/x-www-form-urlencoded\r\n",
            'content' => http_build_query($form ?? []),
            'ignore_errors' => true,
            'timeout' => 60,
        ]]);
        $body = (string) file_get_contents($this->url . $path, false, $context);
        preg_match('~^HTTP/\S+ (\d+)~', $http_response_header[0] ?? '', $match);

        return [(int) ($match[1] ?? 0), $body];
    }

    /**
     * Buys something through the shop's own page.
     *
     * @return array{order: int, payment: int, gateway_id: string, callback_url: string}
     */
    public function buy(): array
    {
        [$status, $body] = $this->request('/buy');
        $bought = json_decode($body, true);
        if (
            $status !== 200 || !is_array($bought) || !is_int($bought['order']) || !is_int($bought['payment'])
            || !is_string($bought['gateway_id']) || !is_string($bought['callback_url'])
        ) {
            throw new \RuntimeException("The checkout answered $status: " . substr(strip_tags($body), 0, 500) . $this->log());
        }

        return [
            'order' => $bought['order'],
            'payment' => $bought['payment'],
            'gateway_id' => $bought['gateway_id'],
            'callback_url' => $bought['callback_url'],
        ];
    }

    /**
     * Runs PHP in the application, in a process of its own, and returns what it returns.
     *
     * @param array<string, mixed> $variables
     */
    public function php(string $code, array $variables = []): mixed
    {
        $assignments = '';
        foreach ($variables as $name => $value) {
            $assignments .= "\$$name = " . var_export($value, true) . ";\n";
        }
        $file = "{$this->folder}/code-" . bin2hex(random_bytes(6)) . '.php';
        file_put_contents($file, "<?php\nuse Aurpay\\Laravel\\Models\\Payment;\nuse Aurpay\\Laravel\\Tests\\Support\\Order;\n$assignments$code");
        $output = $this->artisan('test:php', $file);

        return json_decode($output, true, 64, JSON_THROW_ON_ERROR);
    }

    /** @return array<string, mixed> the columns of a payment */
    public function payment(int $id): array
    {
        $payment = $this->php('return Payment::query()->findOrFail($id)->getAttributes();', ['id' => $id]);
        if (!is_array($payment)) {
            throw new \RuntimeException('There is no payment');
        }

        /** @var array<string, mixed> $payment */
        return $payment;
    }

    /** Waits until a condition holds, for a minute at most. */
    public static function await(\Closure $condition, string $what): void
    {
        for ($deadline = microtime(true) + 60; !$condition();) {
            microtime(true) < $deadline || throw new \RuntimeException("It never came: $what");
            usleep(20_000);
        }
    }

    /** What the shop has logged. */
    public function log(): string
    {
        return (string) @file_get_contents("{$this->folder}/storage/logs/laravel.log");
    }

    private function command(string ...$arguments): Process
    {
        return new Process(['setpriv', '--pdeathsig', 'TERM', ...self::phpCommand(), 'artisan', ...$arguments], $this->folder, timeout: 120);
    }

    /** @return list<string> */
    private static function phpCommand(): array
    {
        return [PHP_BINARY, ...self::settings()];
    }

    /**
     * The extension, and traces with whole arguments: nothing may be hidden by luck.
     *
     * @return list<string>
     */
    private static function settings(): array
    {
        return [
            '-d', 'extension=' . getenv('AURPAY_EXTENSION'),
            '-d', 'zend.exception_ignore_args=0',
            '-d', 'zend.exception_string_param_max_len=1000',
        ];
    }

    private function makeFolder(): void
    {
        $app = (string) getenv('AURPAY_LARAVEL_APP');
        mkdir($this->folder);
        (new Process(['cp', '-a', ...array_map(
            static fn (string $name): string => "$app/$name",
            ['app', 'artisan', 'bootstrap', 'composer.json', 'config', 'database', 'public', 'resources', 'routes', 'storage'],
        ), $this->folder]))->mustRun();
    }

    private function addShopOfTests(): void
    {
        symlink(getenv('AURPAY_LARAVEL_APP') . '/vendor', "{$this->folder}/vendor");
        file_put_contents("{$this->folder}/bootstrap/providers.php", '<?php return [Aurpay\Laravel\Tests\Support\ShopProvider::class];');
        $autoload = var_export(dirname(__DIR__) . '/autoload.php', true);
        $bootstrap = (string) file_get_contents("{$this->folder}/bootstrap/app.php");
        file_put_contents("{$this->folder}/bootstrap/app.php", preg_replace('/^<\?php\n/', "<?php\n\nrequire $autoload;\n", $bootstrap));
    }

    private function addFiles(string $files): void
    {
        // Composer finds the application's classes beside its own folder.
        (new Process(['cp', '-a', getenv('AURPAY_LARAVEL_APP') . '/vendor', $this->folder]))->mustRun();
        (new Process(['cp', '-r', "$files/.", $this->folder]))->mustRun();
    }

    /** @return array<string, string> the variables of a new database, of the kind that the run has named */
    private function database(): array
    {
        if (!Postgres::isWanted()) {
            touch("{$this->folder}/database/database.sqlite");

            return ['DB_CONNECTION' => 'sqlite', 'DB_DATABASE' => "{$this->folder}/database/database.sqlite"];
        }
        $server = Postgres::server();

        return ['DB_CONNECTION' => 'pgsql', 'DB_HOST' => $server->folder, 'DB_DATABASE' => $server->database(), 'DB_USERNAME' => 'shop'];
    }

    /** @param array<string, string> $environment */
    private function configure(array $environment): void
    {
        $lines = '';
        foreach ($environment + [
            'APP_KEY' => 'base64:' . base64_encode(random_bytes(32)),
            'APP_ENV' => 'production',
            'APP_DEBUG' => 'false',
            'APP_URL' => $this->url,
            'LOG_CHANNEL' => 'single',
            ...$this->database(),
            'SESSION_DRIVER' => 'file',
            'AURPAY_BASE_URI' => $this->gateway->merchant->baseUri,
            ...($this->gateway->caFile === null ? [] : ['AURPAY_CA_FILE' => $this->gateway->caFile]),
        ] as $name => $value) {
            $lines .= "$name=\"$value\"\n";
        }
        foreach ($this->gateway->credentials() as $name => $value) {
            $lines .= 'AURPAY_' . strtoupper($name) . "=\"$value\"\n";
        }
        file_put_contents("{$this->folder}/.env", $lines);
    }

    private function serve(int $port): void
    {
        $fpm = self::program('/usr/sbin/php-fpm*');
        file_put_contents("{$this->folder}/fpm.conf", $this->fpmConfig());
        file_put_contents("{$this->folder}/nginx.conf", $this->nginxConfig($port));
        $root = posix_geteuid() === 0 ? ['-R'] : [];
        $this->start([$fpm, '-F', ...$root, '-y', "{$this->folder}/fpm.conf", ...self::settings()]);
        $this->start([self::program('/usr/sbin/nginx'), '-c', "{$this->folder}/nginx.conf", '-e', "{$this->folder}/nginx.log"]);
        self::await(function () use ($port): bool {
            foreach ($this->processes as $process) {
                $process->isRunning() || throw new \RuntimeException('A server ended: ' . $process->getErrorOutput());
            }
            $connection = @stream_socket_client("tcp://127.0.0.1:$port", $code, $reason, 1);

            return file_exists("{$this->folder}/fpm.sock") && is_resource($connection) && fclose($connection);
        }, 'the servers');
    }

    /** @param list<string> $command */
    private function start(array $command): void
    {
        // They end with the tests, even if these are killed.
        $process = new Process(['setpriv', '--pdeathsig', 'TERM', ...$command], $this->folder, timeout: null);
        $process->start();
        $this->processes[] = $process;
    }

    private function fpmConfig(): string
    {
        $user = posix_geteuid() === 0 ? "user = root\ngroup = root\n" : '';

        return "[global]\nerror_log = {$this->folder}/fpm.log\ndaemonize = no\n[shop]\n{$user}"
            . "listen = {$this->folder}/fpm.sock\npm = static\npm.max_children = " . self::WORKERS . "\n"
            . "catch_workers_output = yes\n";
    }

    private function nginxConfig(int $port): string
    {
        $user = posix_geteuid() === 0 ? 'user root;' : '';

        return <<<NGINX
            $user
            daemon off;
            pid {$this->folder}/nginx.pid;
            error_log {$this->folder}/nginx.log warn;
            events {}
            http {
                access_log off;
                client_body_temp_path {$this->folder}/body;
                fastcgi_temp_path {$this->folder}/fastcgi;
                proxy_temp_path {$this->folder}/proxy;
                uwsgi_temp_path {$this->folder}/uwsgi;
                scgi_temp_path {$this->folder}/scgi;
                server {
                    listen 127.0.0.1:$port;
                    root {$this->folder}/public;
                    location / { try_files \$uri /index.php?\$query_string; }
                    location = /index.php {
                        include /etc/nginx/fastcgi_params;
                        # Newer ones leave out the port.
                        fastcgi_param HTTP_HOST \$host:$port;
                        fastcgi_param SCRIPT_FILENAME \$document_root/index.php;
                        fastcgi_pass unix:{$this->folder}/fpm.sock;
                        fastcgi_read_timeout 120s;
                    }
                }
            }

            NGINX;
    }

    private static function program(string $pattern): string
    {
        $found = (array) glob($pattern);

        return is_string($found[0] ?? null) ? $found[0] : throw new \RuntimeException("There is no $pattern");
    }

    private static function freePort(): int
    {
        $server = stream_socket_server('tcp://127.0.0.1:0');
        $name = $server === false ? false : stream_socket_get_name($server, false);

        return $name === false ? throw new \RuntimeException('There is no free port') : (int) substr($name, strrpos($name, ':') + 1);
    }
}
