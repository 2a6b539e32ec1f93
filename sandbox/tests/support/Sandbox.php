<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Tests;

/**
 * A running sandbox, started as a shop author starts it.
 */
final class Sandbox
{
    /** @var resource */
    private $process;
    /** @var array<int, resource> */
    private array $pipes;
    private bool $stopped = false;
    public readonly Answer $ready;
    public readonly Http $http;

    /** @param string ...$options the sandbox's own, and PHP's settings as "-dNAME=VALUE" */
    public function __construct(string ...$options)
    {
        $settings = array_values(array_filter($options, static fn (string $option): bool => str_starts_with($option, '-d')));
        $command = [PHP_BINARY, ...$settings, dirname(__DIR__, 2) . '/bin/sandbox', '--json', '--exit-on-stdin-close'];
        $descriptors = [['pipe', 'r'], ['pipe', 'w'], ['pipe', 'w']];
        $process = proc_open([...$command, ...array_values(array_diff($options, $settings))], $descriptors, $pipes);
        if ($process === false) {
            throw new Failed('Cannot start the sandbox');
        }
        $this->process = $process;
        $this->pipes = $pipes;
        $line = (string) fgets($pipes[1]);
        if ($line === '') {
            throw new Failed('No sandbox: ' . stream_get_contents($pipes[2]));
        }
        $this->ready = new Answer(0, [], $line, 0, 0);
        $ca = $this->ready->at('ca_file');
        $this->http = new Http(is_string($ca) ? $ca : null);
    }

    public function __destruct()
    {
        $this->stop();
    }

    /** The output after the line of JSON, and the exit code. */
    public function stop(?int $signal = null): string
    {
        if ($this->stopped) {
            return '';
        }
        $this->stopped = true;
        if ($signal !== null) {
            proc_terminate($this->process, $signal);
        }
        $signal === null && fclose($this->pipes[0]);
        $rest = stream_get_contents($this->pipes[1]) . stream_get_contents($this->pipes[2]);

        return $rest . 'exit ' . proc_close($this->process);
    }

    /** @return list<string> the folders of all that run */
    public static function folders(): array
    {
        return glob(sys_get_temp_dir() . '/aurpay-sandbox-*') ?: [];
    }

    /**
     * Kills the sandbox with SIGKILL, and checks that its servers end and its folder is removed.
     *
     * @param list<string> $before the folders that existed before it
     */
    public function killWithoutTrace(array $before): void
    {
        $base = $this->ready->text('base_uri');
        $this->stop(SIGKILL);
        $refused = static fn (): bool => (new Http())->send('GET', $base . '/')->curlError === CURLE_COULDNT_CONNECT;
        Check::soon($refused, 'the end');
        Check::soon(static fn (): bool => array_diff(self::folders(), $before) === [], 'the clean-up');
    }

    /**
     * A call with the merchant's API key.
     *
     * @param array<string, string>       $headers
     * @param array<int, int|string|bool> $options
     */
    public function call(
        string $method,
        string $target,
        ?string $body = null,
        array $headers = [],
        array $options = [],
    ): Answer {
        return $this->http->send(
            $method,
            $this->ready->text('base_uri') . $target,
            $headers + ['API-Key' => $this->ready->text('api_key')],
            $body,
            $options + [CURLOPT_PATH_AS_IS => true],
        );
    }

    /**
     * A call with the merchant's API key, and what the request log has of it.
     *
     * @param array<string, string> $headers
     */
    public function logged(string $method, string $target, array $headers, ?string $body = null): Answer
    {
        $this->call($method, $target, $body, $headers);
        $newest = $this->control('GET', '/requests?sort=desc&size=1')->int('requests', 0, 'id');

        return $this->control('GET', "/requests/$newest");
    }

    /** @param array<string, mixed>|null $body */
    public function control(string $method, string $path, ?array $body = null): Answer
    {
        return $this->http->send(
            $method,
            $this->ready->text('control_uri') . $path,
            [],
            $body === null ? null : (string) json_encode((object) $body, JSON_PRESERVE_ZERO_FRACTION),
        );
    }

    /** Creates a pay URL and returns it. */
    public function payUrl(string $body): string
    {
        return $this->call('POST', '/api/order/pay-url', $body)->text('data', 'pay_url');
    }

    /** Creates an order and returns its id. */
    public function order(string $extra = ''): string
    {
        $body = '{"chain":"ETH","currency":"USDT-ERC20","vs_price":18,"vs_currency":"USD"' . $extra . '}';

        return $this->call('POST', '/api/order/pay-info', $body)->text('data', 'order_id');
    }
}
