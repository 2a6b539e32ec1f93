<?php

declare(strict_types=1);

namespace AurpayBench;

use AurpayBench\Server\Orders;

/** Pages of orders in files, which nginx serves, or which are decoded without a network. */
final readonly class OrderPages
{
    private string $folder;
    private Orders $orders;

    public function __construct(Tools $tools)
    {
        $this->folder = "{$tools->folder}/orders";
        $this->orders = new Orders();
        if (!is_dir($this->folder)) {
            mkdir($this->folder, 0o755, true);
        }
    }

    /** Writes $count pages for the server. */
    public function serve(int $count): void
    {
        for ($page = 1; $page <= $count; $page++) {
            $this->write((string) $page, $this->orders->page($page, Orders::PAGE_SIZE, $count, true));
        }
    }

    /**
     * A page of 100 orders.
     *
     * @param bool $hasNumbers whether half of the amounts are numbers
     */
    public function sample(bool $hasNumbers): string
    {
        $name = $hasNumbers ? 'numbers' : 'strings';

        return $this->write($name, $this->orders->page(1, Orders::PAGE_SIZE, 1, $hasNumbers));
    }

    public function emptySample(): string
    {
        return $this->write('empty', $this->orders->page(1, 0, 1, false));
    }

    private function write(string $name, string $page): string
    {
        $file = "{$this->folder}/{$name}.json";
        file_put_contents($file, $page);

        return $file;
    }
}
