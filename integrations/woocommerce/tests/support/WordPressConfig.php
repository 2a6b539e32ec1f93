<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** A shop's wp-config.php. */
final readonly class WordPressConfig
{
    /**
     * @param array<string, bool|string>  $constants further ones
     */
    public function __construct(
        private string $database,
        private string $databaseHost,
        private string $debugLog,
        private array $constants = [],
    ) {}

    public function text(): string
    {
        $lines = [];
        foreach ([...$this->common(), ...$this->salts(), ...$this->constants] as $name => $value) {
            $lines[] = sprintf('define(%s, %s);', var_export($name, true), var_export($value, true));
        }

        return "<?php\n" . implode("\n", $lines) . "\n\$table_prefix = 'wp_';\n"
            . "defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');\nrequire_once ABSPATH . 'wp-settings.php';\n";
    }

    /**
     * @return array<string, bool|string>
     */
    private function common(): array
    {
        return [
            'DB_NAME' => $this->database,
            'DB_USER' => Database::USER,
            'DB_PASSWORD' => Database::USER,
            'DB_HOST' => $this->databaseHost,
            'DB_CHARSET' => 'utf8mb4',
            'DB_COLLATE' => '',
            'WP_DEBUG' => true,
            'WP_DEBUG_LOG' => $this->debugLog,
            'WP_DEBUG_DISPLAY' => false,
            'WP_ENVIRONMENT_TYPE' => 'production',
            // Tests run the jobs themselves.
            'DISABLE_WP_CRON' => true,
            // Nothing that WordPress and its plugins do by themselves leaves this machine.
            'WP_HTTP_BLOCK_EXTERNAL' => true,
            'WP_ACCESSIBLE_HOSTS' => '127.0.0.1',
            'AUTOMATIC_UPDATER_DISABLED' => true,
            'FS_METHOD' => 'direct',
        ];
    }

    /**
     * @return array<string, string>
     */
    private function salts(): array
    {
        $salts = [];
        foreach (['AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE'] as $name) {
            $salts["{$name}_KEY"] = bin2hex(random_bytes(32));
            $salts["{$name}_SALT"] = bin2hex(random_bytes(32));
        }

        return $salts;
    }
}
