<?php

declare(strict_types=1);

namespace AurpayBench\Server;

use AurpayBench\{Command, Tools};

/**
 * A temporary folder, removed when nothing refers to this object. After a kill it stays until the next run:
 * scripts/bench/run.sh removes the folder that it is in.
 */
final readonly class Folder
{
    public string $path;

    public function __construct(Tools $tools, string $name)
    {
        // Short: the path of a Unix socket has room for about 100 bytes.
        $this->path = "{$tools->folder}/tmp/{$name}-" . bin2hex(random_bytes(4));
        mkdir($this->path, 0o700, true);
    }

    public function __destruct()
    {
        Command::output(['rm', '-rf', $this->path]);
    }
}
