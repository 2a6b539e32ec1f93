<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Cli;

use Aurpay\Sandbox\Gateway\OrderSeed;
use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Json\Reader;
use Aurpay\Sandbox\Services;

/**
 * The orders that --seed makes at the start.
 */
final readonly class SeedFile
{
    /** @param list<OrderSeed> $seeds */
    private function __construct(private array $seeds) {}

    /** Reads the whole file, so that an error in it leaves no orders behind. */
    public static function read(string $file): self
    {
        $json = is_file($file) ? @file_get_contents($file) : false;
        if ($json === false) {
            throw new StartFailure("--seed: cannot read $file");
        }
        try {
            $entries = Reader::decode($json);
        } catch (\JsonException $failure) {
            throw new StartFailure("--seed: $file is not valid JSON: " . $failure->getMessage());
        }
        // An empty object is decoded like an empty array.
        if (!is_array($entries) || !array_is_list($entries) || !str_starts_with(ltrim($json), '[')) {
            throw new StartFailure("--seed: $file must be a JSON array of objects");
        }
        $seeds = [];
        foreach ($entries as $index => $entry) {
            try {
                if (!is_array($entry) || ($entry !== [] && array_is_list($entry))) {
                    throw new InvalidInput('must be a JSON object');
                }
                $seeds[] = OrderSeed::fromInput(new Input($entry));
            } catch (InvalidInput $failure) {
                throw new StartFailure(sprintf('--seed: %s, entry %d: %s', $file, $index + 1, $failure->getMessage()));
            }
        }

        return new self($seeds);
    }

    /** Makes the orders, unless --data has kept some. */
    public function plant(Services $services): void
    {
        if ($services->database->count('SELECT count(*) FROM orders') > 0) {
            return;
        }
        foreach ($this->seeds as $seed) {
            $seed->plant($services);
        }
    }
}
