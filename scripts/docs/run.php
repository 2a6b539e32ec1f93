<?php

// For docs.sh: runs the blocks of the pages, and compares what the pages quote with what is printed. First it proves on
// planted.md that mistakes are found.
//
// usage: php run.php ROOT EXTENSION BCMATH BLOCKS PAGE...    (BCMATH: its file, or nothing if php has it; BLOCKS: an empty
// folder for the blocks)

declare(strict_types=1);

namespace AurpayDocs;

foreach (['Block', 'Report', 'Quotes', 'World', 'Endpoint', 'Php', 'Shell', 'Pages'] as $class) {
    require __DIR__ . "/{$class}.php";
}

/** @var list<string> $argv */
[, $root, $extension, $bcmath, $folder] = $argv;
chdir($root);
$world = World::start($root, $extension, $bcmath);
[$status, $out, $error] = $world->run([PHP_BINARY, __DIR__ . '/messages.php', $world->folder]);
if ($status !== 0 || $error !== '') {
    throw new \RuntimeException("scripts/docs/messages.php: {$out}{$error}");
}
$pages = new Pages($world, $folder, $root, explode("\n", $out));

ob_start();
$planted = new Report();
$pages->check('scripts/docs/planted.md', $planted);
ob_end_clean();
$report = new Report();
foreach (Block::of('scripts/docs/planted.md') as $block) {
    // The block whose output is not shown right has no mistake itself.
    if (!str_contains($block->text, 'what is printed')) {
        $report->result('planted mistakes found', $block, $planted->hasFailed($block) ? '' : 'this mistake is not found');
    }
}

foreach (array_slice($argv, 5) as $page) {
    $pages->check($page, $report);
}
exit($report->finish());
