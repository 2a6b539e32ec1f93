<?php

declare(strict_types=1);

namespace AurpayTest\Secrets;

use function AurpayTest\fault_server;

require_once dirname(__DIR__, 3) . '/support/fpm.php';

/** Web requests in php-fpm that fail: its answers, its log, PHP's log, and the slow log with the stack of a call that waits. */
final class Fpm
{
    public function run(): void
    {
        $folder = sys_get_temp_dir() . '/aurpay-secrets-' . bin2hex(random_bytes(6));
        mkdir($folder, 0o700);
        try {
            $this->requests($folder);
        } finally {
            array_map(unlink(...), glob("{$folder}/*") ?: []);
            rmdir($folder);
        }
    }

    private function requests(string $folder): void
    {
        global $argv;
        $server = fault_server();
        $fpm = \AurpayTest\Fpm::start(ini: [
            'display_errors' => 1, 'log_errors' => 1, 'zend.exception_ignore_args' => 0, 'error_log' => "{$folder}/php.log",
        ], pool: [
            'slowlog' => "{$folder}/slow.log", 'request_slowlog_timeout' => 1, 'catch_workers_output' => 'yes',
            'access.log' => "{$folder}/access.log",
        ]);
        $load = var_export(dirname(__DIR__) . '/load.php', true);
        $fpm->write('act.php', "<?php namespace AurpayTest\\Secrets; require {$load};" . <<<'PHP'
            Markers::begin($_GET['seed'], $_GET['rich'] === '1');
            $client = new \Aurpay\EnayaPay\Client(Markers::of('api key'), ['base_uri' => $_GET['uri'], 'retries' => 0]);
            if ($_GET['act'] === 'phpinfo') {
                try {
                    $client->changePassword(Markers::of('user token'), ['current_password' => Markers::ofParameter('current_password'), 'new_password' => 'x']);
                } catch (\Aurpay\AurpayException) {
                }
                phpinfo();
            } elseif ($_GET['act'] === 'stderr') {
                error_log((string) new \Exception('for the log'));
                $client->request('POST', '/x', ['pan' => Markers::ofParameter('pan'), 'bad' => NAN]);
            } else {
                $client->changePassword(Markers::of('user token'), ['current_password' => Markers::ofParameter('current_password'), 'new_password' => Markers::ofParameter('new_password')]);
            }
            PHP);
        // Longer than php-fpm bears, and then what it answers is no answer of the API.
        foreach (['refused' => 0, 'slow' => 3.2, 'phpinfo' => 0, 'stderr' => 0] as $act => $delay) {
            Output::begin("php-fpm, {$act}");
            $server->default(['do' => 'answer', 'status' => 400, 'delay' => $delay, 'body' => json_encode(['details' => Markers::of('api key') . Markers::of('user token')])]);
            echo $fpm->get('act.php', ['act' => $act, 'seed' => $argv[2], 'rich' => (int) ($argv[3] === 'rich'), 'uri' => $server->baseUri])->body;
        }
        $logs = ['php-fpm.log' => $fpm->errorLog()];
        foreach (glob("{$folder}/*.log") ?: [] as $file) {
            $logs[basename($file)] = (string) file_get_contents($file);
        }
        $fpm->stop();
        $server->stop();
        foreach (['php.log' => 'Uncaught Aurpay\\ApiException', 'slow.log' => 'changePassword() ', 'php-fpm.log' => 'executing too slow', 'access.log' => 'act.php'] as $name => $part) {
            Output::begin("php-fpm, {$name}");
            echo $logs[$name] ?? '';
            if (!str_contains($logs[$name] ?? '', $part)) {
                throw new \LogicException("{$name} of php-fpm does not have '{$part}': " . ($logs['php-fpm.log']));
            }
        }
    }
}
