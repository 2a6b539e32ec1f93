<?php

declare(strict_types=1);

// ./dev format: PSR-12, and what it leaves open. Fixes that can change what code does ("risky") are
// named one by one.

// The plugin of integrations/woocommerce follows WordPress' coding standard; its tests do not.
$folders = array_filter(
    ['sandbox', 'doctor', 'examples', 'stubs', 'tests', 'bench', 'integrations/woocommerce/tests', 'integrations/laravel', 'fuzz'],
    static fn (string $folder): bool => is_dir(__DIR__ . '/' . $folder),
);

$finder = (new PhpCsFixer\Finder())
    ->in(array_map(static fn (string $folder): string => __DIR__ . '/' . $folder, array_values($folders)))
    ->append([__FILE__])
    ->name(['*.php', '*.inc'])
    // run-tests.php leaves a .php file beside a .phpt that it ran.
    ->filter(static fn (SplFileInfo $file): bool => !is_file(preg_replace('/\.php$/', '.phpt', $file->getPathname())));

return (new PhpCsFixer\Config())
    ->setRiskyAllowed(true)
    ->setCacheFile(__DIR__ . '/build/php-cs-fixer.cache')
    ->setFinder($finder)
    ->setRules([
        '@PSR12' => true,
        'array_syntax' => ['syntax' => 'short'],
        'cast_spaces' => true,
        'concat_space' => ['spacing' => 'one'],
        'no_unused_imports' => true,
        'no_trailing_comma_in_singleline' => true,
        'ordered_imports' => ['imports_order' => ['class', 'function', 'const']],
        'phpdoc_align' => false,
        'single_line_empty_body' => true,
        'strict_comparison' => true,
        'strict_param' => true,
        'trailing_comma_in_multiline' => ['elements' => ['arguments', 'arrays', 'match', 'parameters']],
    ]);
