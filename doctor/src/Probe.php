<?php

declare(strict_types=1);

namespace Aurpay\Doctor;

/** A page that tells, for an hour, what the web server's PHP has loaded. Its name cannot be guessed. */
final class Probe
{
    private const PREFIX = 'aurpay-probe-';
    public const SECONDS = 3600;

    /** The page. NAMES in capitals are replaced; the options have no secret. */
    private const PAGE = <<<'PHP'
        <?php
        // Written by aurpay-doctor. It answers until UNTIL (Unix time); delete it when you are done.
        if (time() > UNTIL) {
            http_response_code(404);
            exit;
        }
        header('Content-Type: application/json');
        header('Cache-Control: no-store');
        $answer = ['php' => PHP_VERSION, 'sapi' => PHP_SAPI, 'process' => function_exists('getmypid') ? getmypid() : 0, 'loaded' => extension_loaded('aurpay')];
        if ($answer['loaded']) {
            $answer['idle_connections'] = (int) ini_get('aurpay.max_idle_connections');
            ob_start();
            (new ReflectionExtension('aurpay'))->info();
            $answer['information'] = ob_get_clean();
        }
        if ($answer['loaded'] && isset($_GET['call'])) {
            $client = new Aurpay\Client('aurpay-doctor', OPTIONS);
            try {
                $client->orders()->fiatCurrencies();
            } catch (Aurpay\AurpayException $exception) {
            }
            $response = $client->lastResponse();
            $answer += ['status' => $response['status'] ?? 0, 'reused' => $response['reused_connection'] ?? false];
        }
        echo json_encode($answer, JSON_INVALID_UTF8_SUBSTITUTE);

        PHP;

    /**
     * Writes the page into a folder, and returns its path.
     *
     * @param array<string, string> $options of Aurpay\Client
     * @throws CannotRun if it cannot be written
     */
    public static function write(string $folder, array $options): string
    {
        $path = rtrim($folder, '/') . '/' . self::PREFIX . bin2hex(random_bytes(16)) . '.php';
        $page = str_replace(['UNTIL', 'OPTIONS'], [(string) (time() + self::SECONDS), var_export($options, true)], self::PAGE);
        // Another user, the web server's, reads it. Its folder may be that user's, so nothing is done to the path later.
        $mask = umask(0o022);
        $file = is_dir($folder) ? @fopen($path, 'x') : false;
        umask($mask);
        if ($file === false || @fwrite($file, $page) !== strlen($page)) {
            throw new CannotRun("the page of the doctor cannot be written to {$folder}");
        }
        fclose($file);

        return $path;
    }

    /**
     * What a client in the page needs, as far as it may stand in a file of the web server.
     *
     * @param array<string, string> $options
     * @return array<string, string>|null null if one of them has a password
     */
    public static function options(array $options): ?array
    {
        return str_contains(($options['proxy'] ?? '') . $options['base_uri'], '@') ? null : $options;
    }
}
