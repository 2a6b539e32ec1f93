<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

/**
 * The endpoints of src/providers with their parameters, and which method of src/php calls which of them. Read from the
 * sources, so that a new row, parameter or method is tested too.
 *
 * @phpstan-type Parameter array{type: string, required: bool}
 * @phpstan-type Endpoint array{method: string, path: string, parameters: array<string, Parameter>}
 */
final class Tables
{
    /** @var array<string, Endpoint> */
    private static array $endpoints = [];

    /** @var array<string, list<string>> */
    private static array $fields = [];

    /** @var array<string, string> */
    private static array $methods = [];

    /** @return array<string, Endpoint> by name */
    public static function endpoints(): array
    {
        self::read();

        return self::$endpoints;
    }

    /** @return list<string> the names of the parameters whose value is a secret: of one provider, or of all */
    public static function secretParameters(string $provider = ''): array
    {
        $names = [];
        foreach (self::endpoints() as $endpoint => ['parameters' => $parameters]) {
            if (!str_starts_with($endpoint, "aurpay_{$provider}")) {
                continue;
            }
            foreach ($parameters as $name => $parameter) {
                if ($parameter['type'] === 'SECRET') {
                    $names[$name] = $name;
                }
            }
        }

        return array_values($names);
    }

    /** @return list<string> the names of the members of a provider's answers that are secrets */
    public static function secretFields(string $provider): array
    {
        self::read();

        return self::$fields[$provider];
    }

    /**
     * The endpoint that a method calls; null for a method that calls none of its own.
     *
     * @return Endpoint|null
     */
    public static function endpointOf(string $class, string $method): ?array
    {
        self::read();
        $name = self::$methods[strtolower("{$class}::{$method}")] ?? null;

        return $name === null ? null : self::$endpoints[$name];
    }

    /** @return list<string> endpoints that no method calls */
    public static function withoutMethod(): array
    {
        self::read();

        return array_values(array_diff(array_keys(self::$endpoints), self::$methods));
    }

    /** @return list<string> the options of a client */
    public static function options(): array
    {
        $source = (string) file_get_contents(dirname(__DIR__, 3) . '/src/php/options.c');
        preg_match_all('~^    \{"(\w+)", read_\w+\},$~m', $source, $options);

        return $options[1] ?: throw new \LogicException('no option could be read from src/php/options.c');
    }

    private static function read(): void
    {
        if (self::$endpoints !== []) {
            return;
        }
        $root = dirname(__DIR__, 3);
        foreach (glob("{$root}/src/providers/*.c") ?: [] as $file) {
            self::readProvider((string) file_get_contents($file), basename($file, '.c'));
        }
        foreach (glob("{$root}/src/php/*.c") ?: [] as $file) {
            self::readMethods((string) file_get_contents($file));
        }
        if (self::$endpoints === [] || self::$methods === []) {
            throw new \LogicException('no endpoint, or no method that calls one, could be read from src/');
        }
    }

    private static function readProvider(string $source, string $provider): void
    {
        $lists = self::parameterLists($source);
        preg_match_all('~^const struct aurpay_endpoint (\w+) = \{(.*?)^\};~ms', $source, $rows, PREG_SET_ORDER);
        self::expect(count($rows), preg_match_all('~\bstruct\s+aurpay_endpoint\s+\w+\s*=~', $source), 'endpoints');
        foreach ($rows as [, $name, $row]) {
            $list = self::field($row, 'parameters', '(\w+)');
            self::$endpoints[$name] = [
                'method' => self::field($row, 'method', '"(\w+)"') ?? throw new \LogicException("{$name} has no method"),
                'path' => self::field($row, 'path', '"([^"]+)"') ?? throw new \LogicException("{$name} has no path"),
                'parameters' => $list === null ? [] : $lists[$list],
            ];
        }
        if (preg_match('~\bsecret_fields\[\] = \{(.*?)NULL\}~s', $source, $fields) === 1) {
            preg_match_all('~"(\w+)"~', $fields[1], $names);
            self::$fields[$provider] = $names[1];
        }
    }

    /** @return array<string, array<string, Parameter>> */
    private static function parameterLists(string $source): array
    {
        $source = str_replace("\\\n", ' ', $source);
        $known = preg_match_all('~\bAURPAY_(?:REQUIRED|OPTIONAL|INTEGER)\(~', $source);
        preg_match_all('~^#define (\w+)\s+AURPAY_ROWS\((.*)\)$~m', $source, $defines, PREG_SET_ORDER);
        $read = 0;
        foreach ($defines as [, , $rows]) {
            $read += preg_match_all('~\bAURPAY_(?:REQUIRED|OPTIONAL|INTEGER)\(~', $rows);
        }
        $lists = [];
        preg_match_all('~struct aurpay_parameter (\w+)\[\] = \{(.*?)\n\};~s', $source, $arrays, PREG_SET_ORDER);
        foreach ($arrays as [, $name, $body]) {
            $read += preg_match_all('~\bAURPAY_(?:REQUIRED|OPTIONAL|INTEGER)\(~', $body);
            foreach ($defines as [, $define, $rows]) {
                $body = (string) preg_replace('~\b' . $define . '\b~', $rows, $body);
            }
            preg_match_all('~AURPAY_(REQUIRED|OPTIONAL|INTEGER)\("(\w+)", (\w+)~', $body, $rows, PREG_SET_ORDER);
            $lists[$name] = [];
            foreach ($rows as [, $macro, $parameter, $type]) {
                $lists[$name][$parameter] = [
                    'type' => $macro === 'INTEGER' ? 'INTEGER' : $type,
                    'required' => $macro === 'REQUIRED',
                ];
            }
        }
        self::expect($read, (int) $known, 'parameters');

        return $lists;
    }

    /** A method names its endpoint, or a function of its file does to which it passes the endpoint. */
    private static function readMethods(string $source): void
    {
        preg_match_all('~^ZEND_METHOD\((\w+), (\w+)\)\n\{(.*?)^\}~ms', $source, $methods, PREG_SET_ORDER);
        foreach ($methods as [, $class, $method, $body]) {
            $body .= self::functionsCalledBy($body, $source);
            if (preg_match('~&(aurpay_[a-z]+_\w+)~', $body, $match) === 1 && isset(self::$endpoints[$match[1]])) {
                self::$methods[strtolower(str_replace('_', '\\', $class) . "::{$method}")] = $match[1];
            }
        }
    }

    /** The bodies of those functions of the file that the body calls. */
    private static function functionsCalledBy(string $body, string $source): string
    {
        $called = '';
        preg_match_all('~^static [\w *]+?\b(\w+)\([^{;]*\)\n\{(.*?)^\}~ms', $source, $functions, PREG_SET_ORDER);
        foreach ($functions as [, $name, $code]) {
            $called .= preg_match('~\b' . $name . '\(~', $body) === 1 ? $code : '';
        }

        return $called;
    }

    private static function field(string $row, string $name, string $pattern): ?string
    {
        return preg_match("~\\.{$name} = {$pattern}~", $row, $match) === 1 ? $match[1] : null;
    }

    private static function expect(int $read, int|false $known, string $what): void
    {
        if ($read !== $known) {
            throw new \LogicException("only {$read} of {$known} {$what} of src/providers could be read");
        }
    }
}
