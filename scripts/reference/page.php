<?php

declare(strict_types=1);

namespace Aurpay\Reference;

use PhpParser\Node;
use PhpParser\Node\Stmt;
use PhpParser\PrettyPrinter\Standard;

/** The reference as one page: contents, then a chapter for each class and enum. */
final class Page
{
    private const HEAD = <<<'TEXT'
        <!-- Made by ./dev reference from stubs/. -->

        # Reference

        Every class, enum, method and array shape, as `stubs/` has them. `?` after a key means that it may be left out or
        missing. Amounts in results are strings of exactly the digits on the wire; one with an exponent is written
        out, its value unchanged.

        A method that calls the API throws the exceptions that the [README](../README.md#when-something-goes-wrong) explains, and
        `ValueError` or `TypeError` before anything is sent when an argument is not allowed; "Throws" has what is special
        about one. How a shop tests its own code: [testing.md](testing.md).

        TEXT;

    private Standard $printer;
    private string $contents = '';
    private string $chapters = '';
    private string $namespace = '';

    /** @var array<string, true> */
    private array $anchors = [];

    public function __construct()
    {
        $this->printer = new Standard(['shortArraySyntax' => true]);
    }

    /** @param array<Node> $nodes of one stub */
    public function add(array $nodes): void
    {
        foreach ($nodes as $node) {
            if (!$node instanceof Stmt\Namespace_) {
                $node instanceof Stmt\Nop || throw new \RuntimeException("{$node->getType()} outside of a namespace");
                continue;
            }
            $namespace = (string) $node->name;
            if ($namespace !== $this->namespace) {
                $this->contents .= "\n**{$namespace}**\n\n";
                $this->namespace = $namespace;
            }
            foreach ($node->stmts as $class) {
                $class instanceof Stmt\ClassLike || throw new \RuntimeException("{$class->getType()} in a namespace");
                $this->addClass($class);
            }
        }
    }

    public function text(): string
    {
        return self::HEAD . $this->contents . $this->chapters;
    }

    private function addClass(Stmt\ClassLike $class): void
    {
        $name = "{$this->namespace}\\{$class->name}";
        $short = preg_replace('~^Aurpay\\\\~', '', $name) ?? '';
        $comment = new Comment((string) $class->getDocComment());
        $this->contents .= '- ' . $this->link($short, $name);
        $this->chapters .= "\n## {$name}\n\n```php\n{$this->declaration($class)}\n```\n";
        $this->paragraph($comment->text);
        foreach ($comment->all('template', 'template-covariant', 'implements') as $tag) {
            $what = $tag['tag'] === 'implements' ? 'Implements ' : 'Generic: ';
            $this->chapters .= "\n{$what}`{$tag['type']}" . rtrim(" {$tag['text']}") . "`\n";
        }

        $cases = $constants = $properties = $methods = [];
        foreach ($class->stmts as $member) {
            match (true) {
                $member instanceof Stmt\EnumCase => $cases[] = $this->caseRow($member),
                $member instanceof Stmt\ClassConst => $constants[] = $this->constantRow($member),
                $member instanceof Stmt\Property => $properties[] = $this->property($member),
                $member instanceof Stmt\ClassMethod => $methods[] = $member,
                default => throw new \RuntimeException("{$member->getType()} in {$name}"),
            };
        }
        $this->table(['Case', 'Value', ''], $cases);
        $this->table(['Constant', 'Value', ''], $constants);
        $this->chapters .= $properties === [] ? '' : "\n" . implode('', $properties);
        $links = [];
        foreach ($methods as $method) {
            if (!$method->isPrivate()) {
                $links[] = $this->link((string) $method->name, "{$short}::{$method->name}()");
                $this->addMethod($short, $method);
            }
        }
        $this->contents .= ($links === [] ? '' : ': ' . implode(', ', $links)) . "\n";
    }

    private function addMethod(string $class, Stmt\ClassMethod $method): void
    {
        $where = "{$class}::{$method->name}()";
        $comment = new Comment((string) $method->getDocComment());
        $this->chapters .= "\n### {$where}\n\n```php\n{$this->signature($method)}\n```\n";
        $this->paragraph($comment->text);

        $documented = [];
        foreach ($comment->all('param', 'phpstan-param') as $tag) {
            $documented[$tag['name']] = $tag;
        }
        $items = '';
        foreach ($method->params as $parameter) {
            $variable = (string) $parameter->var->name;
            $type = $parameter->type === null ? 'mixed' : $this->printer->prettyPrint([$parameter->type]);
            $tag = $documented[$variable] ?? ['type' => $type, 'text' => '', 'name' => $variable];
            unset($documented[$variable]);
            $items .= $this->parameter($tag, $parameter->default !== null);
        }
        $documented === [] || throw new \RuntimeException("{$where} has no parameter $" . array_key_first($documented));
        $this->section('Parameters', $items);

        $items = '';
        foreach ($comment->all('return') as $tag) {
            $items .= $this->typed('', $tag['type'], $tag['text']);
        }
        $this->section('Returns', $items);

        $items = '';
        foreach ($comment->all('throws') as $tag) {
            $types = array_map(static fn (string $type): string => '`' . ltrim($type, '\\') . '`', explode('|', $tag['type']));
            $items .= '- ' . implode(', ', $types) . ' ' . Comment::prose($tag['text']);
            $items = rtrim($items) . "\n";
        }
        $this->section('Throws', $items);
    }

    /** @param array{type: string, name: string, text: string, ...} $tag */
    private function parameter(array $tag, bool $optional): string
    {
        $keys = array_flip(Comment::keys($tag['type']));
        // "key: text" at the beginning of a line explains a key of the shape.
        $text = '';
        $explained = [];
        foreach (explode("\n", $tag['text']) as $line) {
            $line = trim($line);
            $names = preg_match('~^(\w+(?:, \w+)*): (.*)$~s', $line, $match) ? explode(', ', $match[1]) : [];
            if ($names !== [] && array_diff_key(array_flip($names), $keys) === []) {
                $explained[] = ['`' . implode('`, `', $names) . '`', $match[2]];
            } elseif ($explained !== []) {
                $explained[count($explained) - 1][1] .= " {$line}";
            } else {
                $text .= "{$line}\n";
            }
        }
        $item = $this->typed("`\${$tag['name']}`" . ($optional ? ' (optional)' : ''), $tag['type'], $text);
        foreach ($explained as [$names, $line]) {
            $item .= "  - {$names}: " . Comment::prose($line) . "\n";
        }

        return $item;
    }

    /** A list item: a name, its type (inline, or in a block below), and the text. */
    private function typed(string $what, string $type, string $text): string
    {
        $written = Comment::type($type);
        $text = Comment::prose($text);
        if (!str_contains($written, "\n")) {
            return '- ' . ($what === '' ? '' : "{$what} ") . "`{$written}`" . ($text === '' ? '' : ": {$text}") . "\n";
        }
        $block = preg_replace('~^~m', '  ', "```\n{$written}\n```") ?? '';
        $line = $what . ($what !== '' && $text !== '' ? ': ' : '') . $text;

        return '- ' . ($line === '' ? 'an array' : $line) . "\n\n{$block}\n";
    }

    private function section(string $title, string $items): void
    {
        if ($items !== '') {
            $this->chapters .= "\n**{$title}**\n\n{$items}";
        }
    }

    private function paragraph(string $text): void
    {
        if ($text !== '') {
            $this->chapters .= "\n" . Comment::prose($text) . "\n";
        }
    }

    /**
     * @param list<string> $head
     * @param list<list<string>> $rows
     */
    private function table(array $head, array $rows): void
    {
        if ($rows === []) {
            return;
        }
        $this->chapters .= "\n| " . implode(' | ', $head) . " |\n|" . str_repeat('---|', count($head)) . "\n";
        foreach ($rows as $row) {
            $this->chapters .= '| ' . implode(' | ', str_replace('|', '\\|', $row)) . " |\n";
        }
    }

    /** @return list<string> */
    private function caseRow(Stmt\EnumCase $case): array
    {
        $comment = new Comment((string) $case->getDocComment());

        return ["`{$case->name}`", '`' . $this->value($case->expr) . '`', Comment::prose($comment->text)];
    }

    /** @return list<string> */
    private function constantRow(Stmt\ClassConst $constant): array
    {
        $comment = new Comment((string) $constant->getDocComment());
        count($constant->consts) === 1 || throw new \RuntimeException('several constants in one statement');

        return ["`{$constant->consts[0]->name}`", '`' . $this->value($constant->consts[0]->value) . '`', Comment::prose($comment->text)];
    }

    private function property(Stmt\Property $property): string
    {
        $comment = new Comment((string) $property->getDocComment());
        $type = $comment->all('var')[0]['type'] ?? $this->printer->prettyPrint([$property->type ?? throw new \RuntimeException('no type')]);

        return $this->typed("`\${$property->props[0]->name}`", $type, $comment->text);
    }

    private function declaration(Stmt\ClassLike $class): string
    {
        $bare = clone $class;
        $bare->stmts = [];
        $bare->attrGroups = [];
        $bare->setAttribute('comments', []);

        return (string) preg_replace(['~\s*\{\s*\}$~', '~ : (\w+)$~'], ['', ': $1'], $this->printer->prettyPrint([$bare]));
    }

    /** On one line, or, if that is too long, with one line for each parameter. */
    private function signature(Stmt\ClassMethod $method): string
    {
        $parameters = [];
        foreach ($method->params as $parameter) {
            $bare = clone $parameter;
            $bare->attrGroups = [];
            $parameters[] = $this->printer->prettyPrint([$bare]);
        }
        $before = 'public ' . ($method->isStatic() ? 'static ' : '') . "function {$method->name}(";
        $after = ')' . ($method->returnType === null ? '' : ': ' . $this->printer->prettyPrint([$method->returnType]));
        $line = $before . implode(', ', $parameters) . $after;

        return strlen($line) <= 100 ? $line : "{$before}\n    " . implode(",\n    ", $parameters) . ",\n{$after}";
    }

    private function value(?Node\Expr $value): string
    {
        return $value === null ? '' : $this->printer->prettyPrintExpr($value);
    }

    /** A link to a heading, by the anchor that GitHub gives it. */
    private function link(string $text, string $heading): string
    {
        $anchor = str_replace(' ', '-', (string) preg_replace('~[^a-z0-9_ -]~', '', strtolower($heading)));
        !isset($this->anchors[$anchor]) || throw new \RuntimeException("two headings have the anchor {$anchor}");
        $this->anchors[$anchor] = true;

        return "[`{$text}`](#{$anchor})";
    }
}
