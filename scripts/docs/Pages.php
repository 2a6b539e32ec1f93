<?php

declare(strict_types=1);

namespace AurpayDocs;

/** Checks all blocks of pages. */
final class Pages
{
    private readonly Php $php;
    private readonly Shell $shell;

    /** @param list<string> $messages what the pages may quote */
    public function __construct(World $world, string $folder, string $root, private readonly array $messages)
    {
        $this->php = new Php($world, $folder);
        $this->shell = new Shell($world, $folder, $root);
    }

    public function check(string $page, Report $report): void
    {
        $printed = null;
        foreach (Block::of($page) as $block) {
            if ($block->language === 'php') {
                $printed = $this->php->check($block, $report);
            } elseif ($block->language === 'sh') {
                $printed = $this->shell->check($block, $report);
            } elseif (isset($block->marks['not run'])) {
                $report->notRun($block, $block->marks['not run']);
            } elseif ($block->language === '') {
                $this->checkText($block, $printed, $report);
            }
        }
    }

    private function checkText(Block $block, ?string $printed, Report $report): void
    {
        if (!isset($block->marks['printed'])) {
            $unknown = Quotes::unknown($block->text, $this->messages);
            $report->result('messages', $block, $unknown === '' ? '' : "scripts/docs/messages.php does not print: {$unknown}");
        } elseif ($printed === null) {
            $report->result('output of the block before', $block, 'the block before it was not run');
        } else {
            $report->result('output of the block before', $block, Quotes::difference($block->text, $printed));
        }
    }
}
