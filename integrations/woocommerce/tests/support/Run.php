<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

use Aurpay\Sandbox\Process\Certificates;

/** What the shops of one test run share: a folder, a CA, a database server, a template, a sandbox, Redis. */
final class Run
{
    private const PREFIX = '/tmp/aurpay-shops-';

    private static ?self $current = null;

    public readonly Chroot $chroot;
    public readonly Database $database;
    public readonly Template $template;
    public readonly Certificates $certificates;
    /** The run's folder in the chroot. */
    public readonly string $folder;
    private ?Sandbox $sandbox = null;
    private ?Process $redis = null;
    private int $shops = 0;
    /** @var resource held for as long as the run lasts, so that another run does not remove the folder */
    private $lock;

    private function __construct(public readonly Settings $settings)
    {
        $this->chroot = $settings->chroot;
        self::removeAbandoned($this->chroot);
        $this->folder = self::PREFIX . bin2hex(random_bytes(4));
        mkdir($this->outside(''), 0o755);
        mkdir($this->outside('/tls'), 0o755);
        $this->lock = self::lock($this->outside('')) ?? throw new \RuntimeException("Cannot lock {$this->folder}");
        $this->certificates = Certificates::in($this->outside('/tls'), ['127.0.0.1', 'localhost'], false);
        $this->database = new Database($this->chroot, "{$this->folder}/database");
        $this->template = new Template($settings);
        $this->template->make($this->database);
    }

    /** Starts it at the first call. It ends with the process. */
    public static function current(): self
    {
        if (self::$current === null) {
            self::$current = new self(Settings::fromEnvironment());
            register_shutdown_function(self::stop(...));
        }

        return self::$current;
    }

    /** The sandbox, started at the first call. */
    public function sandbox(): Sandbox
    {
        return $this->sandbox ??= Sandbox::start($this);
    }

    /** The socket of a Redis server in the chroot, started at the first call. */
    public function redisSocket(): string
    {
        $socket = "{$this->folder}/redis.sock";
        $this->redis ??= $this->chroot->serve([
            'redis-server', '--port', '0', '--unixsocket', $socket, '--unixsocketperm', '777',
            '--save', '', '--appendonly', 'no', '--dir', $this->folder,
        ]);
        while ($this->chroot->run(['redis-cli', '-s', $socket, 'ping'])->output !== "PONG\n") {
            if (!$this->redis->isRunning()) {
                throw new \RuntimeException('Redis did not start: ' . $this->redis->said());
            }
            usleep(20_000);
        }

        return $socket;
    }

    /** The name of a new shop: of its folder and its database. */
    public function nextName(): string
    {
        ++$this->shops;

        return "shop{$this->shops}";
    }

    /** A path below the run's folder, as this process sees it. */
    public function outside(string $path): string
    {
        return $this->chroot->outside($this->folder . $path);
    }

    private static function stop(): void
    {
        $run = self::$current;
        self::$current = null;
        if ($run !== null) {
            $run->sandbox?->stop();
            $run->redis?->kill();
            $run->database->stop();
            $run->template->close();
            fclose($run->lock);
            self::remove($run->outside(''));
        }
    }

    /** Removes the folders of runs that were killed. */
    private static function removeAbandoned(Chroot $chroot): void
    {
        foreach ((array) glob($chroot->outside(self::PREFIX . '*'), GLOB_ONLYDIR) as $folder) {
            $lock = is_string($folder) ? self::lock($folder) : null;
            if ($lock !== null) {
                fclose($lock);
                self::remove((string) $folder);
            }
        }
    }

    /**
     * @return resource|null
     */
    private static function lock(string $folder)
    {
        $lock = fopen("$folder/lock", 'ce');

        return $lock !== false && flock($lock, LOCK_EX | LOCK_NB) ? $lock : null;
    }

    private static function remove(string $folder): void
    {
        Process::start(['rm', '-rf', '--one-file-system', $folder], '')->wait();
    }
}
