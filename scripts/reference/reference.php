<?php

/*
 * Prints the reference of the API as Markdown: php scripts/reference/reference.php STUB...
 * Fails on anything that it does not understand, so that no part of a stub is silently left out.
 */

declare(strict_types=1);

namespace Aurpay\Reference;

use PhpParser\ParserFactory;

require '/usr/share/php/PhpParser/autoload.php';
require __DIR__ . '/comment.php';
require __DIR__ . '/page.php';

// These stubs come first, in this order. The others follow, by name.
const FIRST = ['client', 'credentials', 'order', 'pages', 'transaction', 'wallet', 'lightning', 'callback', 'constants', 'exceptions'];

$stubs = [];
foreach (array_slice($argv, 1) as $path) {
    $name = basename($path, '.stub.php');
    $place = array_search($name, FIRST, true);
    $stubs[sprintf('%02d %s', $place === false ? count(FIRST) : $place, $name)] = $path;
}
ksort($stubs);

$parser = (new ParserFactory())->create(ParserFactory::PREFER_PHP7);
$page = new Page();
try {
    foreach ($stubs as $path) {
        $page->add($parser->parse((string) file_get_contents($path)) ?? []);
    }
    echo $page->text();
} catch (\Exception $exception) {
    fwrite(STDERR, ($path ?? '') . ": {$exception->getMessage()}\n");
    exit(1);
}
