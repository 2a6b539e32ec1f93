<?php

/*
 * Validates composer.json against Composer's schema, and checks that the schema finds mistakes.
 *
 * usage: php scripts/package/composer.php VENDOR-FOLDER FILE
 */

declare(strict_types=1);

[, $vendor, $file] = $argv;
require "$vendor/autoload.php";

$path = "$vendor/composer/composer/res/composer-schema.json";
$schema = json_decode((string) file_get_contents($path), false, 64, JSON_THROW_ON_ERROR);
$known = $schema->properties->{'php-ext'}->properties ?? null;
if (!$known) {
    fwrite(STDERR, "the schema has no php-ext\n");
    exit(1);
}
// Refuse unknown keys too, so that a misspelt key is an error.
$schema->properties->{'php-ext'}->additionalProperties = false;

/** @return list<string> what is wrong with it */
function errors(object $schema, object $composer): array
{
    $validator = new JsonSchema\Validator();
    $validator->validate($composer, $schema);

    return array_map(static fn (array $error) => "{$error['property']}: {$error['message']}", $validator->getErrors());
}

$text = (string) file_get_contents($file);
$composer = json_decode($text, false, 64, JSON_THROW_ON_ERROR);
$wrong = errors($schema, $composer);
if ($composer->type !== 'php-ext') {
    $wrong[] = "the type is {$composer->type}";
}
if ($composer->{'php-ext'}->{'extension-name'} !== 'aurpay') {
    $wrong[] = 'the extension is not named aurpay';
}

$mistakes = [
    'priority' => 5,
    'support-zts' => 'yes',
    'os-families' => ['linux'],
    'os-families-exclude' => ['plan9'],
    'configure-options' => [['description' => 'no name']],
    'download-url-method' => ['pre-packaged-binaries'],
    'extension' => 'aurpay',
];
foreach ($mistakes as $key => $value) {
    $copy = json_decode($text, false, 64, JSON_THROW_ON_ERROR);
    $copy->{'php-ext'}->{$key} = json_decode((string) json_encode($value));
    if (errors($schema, $copy) === []) {
        $wrong[] = "the schema accepts a wrong $key: it checks nothing";
    }
}

foreach ($wrong as $line) {
    fwrite(STDERR, "$file: $line\n");
}
exit($wrong === [] ? 0 : 1);
