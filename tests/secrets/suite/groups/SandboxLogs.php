<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

use AurpayTest\Http;

require_once dirname(__DIR__, 3) . '/support/harness.php';

/** What the sandbox prints and logs of calls with secrets: its lines on the console, its list of requests, PHP's log, and the file of the traffic. */
final class SandboxLogs
{
    private const SECONDS = 60.0;

    public function run(): void
    {
        $folder = sys_get_temp_dir() . '/aurpay-secrets-' . bin2hex(random_bytes(6));
        mkdir("{$folder}/tmp", 0o700, true);
        try {
            $this->calls($folder);
        } finally {
            exec('rm -rf ' . escapeshellarg($folder));
        }
    }

    private function calls(string $folder): void
    {
        $process = proc_open(
            [getenv('AURPAY_TOOLS_PHP') ?: 'php', dirname(__DIR__, 4) . '/sandbox/bin/sandbox', '--exit-on-stdin-close'],
            [['pipe', 'r'], ['file', "{$folder}/console", 'w'], ['file', "{$folder}/errors", 'w']],
            $pipes,
            null,
            ['TMPDIR' => "{$folder}/tmp", 'AURPAY_SANDBOX_TRAFFIC' => "{$folder}/traffic"] + getenv(),
        ) ?: throw new \RuntimeException('the sandbox does not start');
        $console = $this->waitFor("{$folder}/console", '~Requests appear below~');
        preg_match_all('~^  (\w+) +(\S+)$~m', $console, $lines);
        $info = array_combine($lines[1], $lines[2]);
        $this->foreign($info);
        $this->own($info);
        $last = "/end-of-the-calls-{$info['api_token']}";
        Http::request('GET', $info['base_uri'] . $last, null, [], null);
        $shown = substr($this->waitFor("{$folder}/console", '~' . preg_quote($last, '~') . '~'), strlen($console));
        $requests = Http::request('GET', "{$info['base_uri']}/_sandbox/requests", null, [], null)->body;
        $logs = ['console' => $shown, 'list of requests' => $requests, 'traffic' => (string) file_get_contents("{$folder}/traffic")];
        $files = glob("{$folder}/tmp/*/*.log") ?: throw new \LogicException('the sandbox has no log');
        foreach ($files as $file) {
            $logs[basename($file)] = (string) file_get_contents($file);
        }
        fclose($pipes[0]);
        proc_close($process);
        $logs['errors'] = (string) file_get_contents("{$folder}/errors");
        foreach ($logs as $name => $log) {
            Output::begin("the sandbox, {$name}");
            echo $log;
        }
        foreach (['console' => 'POST /x?', 'list of requests' => '/withdraw', 'traffic' => '/api/user/login'] as $name => $part) {
            if (!str_contains(stripslashes($logs[$name]), $part)) {
                throw new \LogicException("the sandbox's {$name} does not have {$part}");
            }
        }
    }

    /**
     * Every method, with credentials that the sandbox does not know.
     *
     * @param array<string, string> $info
     */
    private function foreign(array $info): void
    {
        foreach (Methods::calls() as $i => $method) {
            $values = new Values(['base_uri' => $this->uri($info, $method->class), 'retries' => 0], ['api key', 'api secret', 'access token'][$i % 3]);
            Output::begin('the sandbox, ' . Methods::name($method));
            Output::attempt(static fn (): mixed => Methods::call($method, $values, $values->arguments($method)));
        }
    }

    /**
     * The methods with secrets as parameters, for the merchant of the sandbox.
     *
     * @param array<string, string> $info
     */
    private function own(array $info): void
    {
        $clients = [
            new \Aurpay\Client($info['api_key'], ['base_uri' => $info['base_uri'], 'retries' => 0]),
            new \Aurpay\EnayaPay\Client($info['enayapay_api_key'], ['base_uri' => $info['enayapay_base_uri'], 'retries' => 0]),
            new \Aurpay\AzPays\Client($info['azpays_token'], ['base_uri' => $info['azpays_base_uri'], 'retries' => 0]),
        ];
        foreach (Methods::calls() as $method) {
            foreach ($clients as $client) {
                if (!$method->isStatic() && $client instanceof $method->class) {
                    $values = new Values([]);
                    Output::begin('the sandbox with its key, ' . Methods::name($method));
                    Output::attempt(static fn (): mixed => Methods::call($method, $values, $values->arguments($method), $client));
                }
            }
        }
        $values = new Values([]);
        Output::begin('the sandbox with its key, withdraw()');
        Output::attempt(static fn (): mixed => $clients[0]->wallet()->withdraw($values->parameters('Aurpay\Wallet', 'withdraw')));
    }

    /** @param array<string, string> $info */
    private function uri(array $info, string $class): string
    {
        return match (Values::providerOf($class)) {
            'azpays' => $info['azpays_base_uri'],
            'enayapay' => $info['enayapay_base_uri'],
            default => $info['base_uri'],
        };
    }

    private function waitFor(string $file, string $pattern): string
    {
        $deadline = microtime(true) + self::SECONDS;
        while (preg_match($pattern, $text = (string) file_get_contents($file)) !== 1) {
            if (microtime(true) > $deadline) {
                throw new \RuntimeException("{$file} did not get {$pattern}: {$text}");
            }
            usleep(20_000);
        }

        return $text;
    }
}
