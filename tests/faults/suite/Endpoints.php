<?php

declare(strict_types=1);

namespace AurpayTest\Faults;

/** The endpoints as src/providers lists them, so that the suite calls every new one too. */
final class Endpoints
{
    /** @var array<string, array{method: string, path: string}> */
    private static array $known = [];

    /** @return array<string, array{method: string, path: string}> by name */
    public static function all(): array
    {
        return self::$known ?: self::$known = self::read();
    }

    /** @return array<string, array{method: string, path: string}> */
    private static function read(): array
    {
        $endpoints = [];
        $definitions = 0;
        foreach (glob(dirname(__DIR__, 3) . '/src/providers/*.c') ?: [] as $file) {
            $source = (string) file_get_contents($file);
            $definitions += preg_match_all('~\bstruct\s+aurpay_endpoint\s+\w+\s*=~', $source);
            preg_match_all('~struct aurpay_endpoint (\w+) = \{(.*?)\n\};~s', $source, $rows, PREG_SET_ORDER);
            foreach ($rows as [, $name, $row]) {
                $endpoints[$name] = ['method' => self::field($row, 'method'), 'path' => self::field($row, 'path')];
            }
        }
        if ($definitions === 0 || count($endpoints) !== $definitions) {
            $read = count($endpoints);
            throw new \LogicException("only {$read} of {$definitions} endpoints of src/providers could be read");
        }

        return $endpoints;
    }

    /**
     * The differences between the endpoints and the calls of this suite.
     *
     * @param list<Call> $calls
     * @return list<string>
     */
    public static function differences(array $calls): array
    {
        $differences = [];
        $endpoints = self::all();
        $missing = $endpoints;
        foreach ($calls as $call) {
            $endpoint = $endpoints[$call->name] ?? null;
            unset($missing[$call->name]);
            if (str_starts_with($call->name, 'request ')) {
                continue;
            }
            if ($endpoint === null) {
                $differences[] = "src/providers has no {$call->name}";
            } elseif ($call->isRead !== ($endpoint['method'] === 'GET')) {
                $differences[] = "{$call->name} is a {$endpoint['method']}";
            }
        }
        foreach (array_keys($missing) as $name) {
            $differences[] = "no call drives {$name}: add one to tests/faults/suite/Calls.php";
        }

        return $differences;
    }

    /** Whether the request belongs to that endpoint; for Client::request() only the method is known. */
    public static function fits(string $name, string $method, string $target): bool
    {
        if (str_starts_with($name, 'request ')) {
            return $name === "request {$method}";
        }
        $endpoint = self::all()[$name];
        $path = str_replace('\{id\}', '[^/]+', preg_quote($endpoint['path'], '~'));

        return $endpoint['method'] === $method && preg_match("~^{$path}(\\?.*)?$~D", $target) === 1;
    }

    private static function field(string $row, string $name): string
    {
        return preg_match("~\\.{$name} = \"([^\"]+)\"~", $row, $match) === 1
            ? $match[1]
            : throw new \LogicException("an endpoint of src/providers has no .{$name}:{$row}");
    }
}
