<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** A form of a page, with the values that a browser would send. */
final readonly class Form
{
    /**
     * @param array<string, string|list<string>> $fields
     */
    private function __construct(public string $action, public array $fields) {}

    /** The first form that this XPath finds: '//form[@id="order_review"]'. */
    public static function of(Response $page, string $path): self
    {
        $document = new \DOMDocument();
        @$document->loadHTML('<?xml encoding="UTF-8">' . $page->body);
        $finder = new \DOMXPath($document);
        $forms = $finder->query($path);
        $form = $forms === false ? null : $forms->item(0);
        if (!$form instanceof \DOMElement) {
            throw new \RuntimeException("There is no $path in {$page->url}: " . substr($page->readable(), 0, 1500));
        }
        $action = $form->getAttribute('action');

        return new self($action === '' ? $page->url : $action, self::fields($finder, $form));
    }

    /**
     * The fields with other values.
     *
     * @param array<string, string|null> $changes null leaves a field out, as an unchecked box
     *
     * @return array<string, mixed>
     */
    public function with(array $changes): array
    {
        return array_filter([...$this->fields, ...$changes], static fn (mixed $value): bool => $value !== null);
    }

    /**
     * @return array<string, string|list<string>>
     */
    private static function fields(\DOMXPath $finder, \DOMElement $form): array
    {
        $fields = [];
        $elements = $finder->query('.//input[@name]|.//select[@name]|.//textarea[@name]', $form);
        foreach ($elements === false ? [] : $elements as $element) {
            $value = $element instanceof \DOMElement ? self::value($finder, $element) : null;
            if ($element instanceof \DOMElement && $value !== null) {
                $name = $element->getAttribute('name');
                if (str_ends_with($name, '[]')) {
                    $name = substr($name, 0, -2);
                    $fields[$name] = [...(array) ($fields[$name] ?? []), $value];
                } else {
                    $fields[$name] = $value;
                }
            }
        }

        return $fields;
    }

    /** What a browser sends for a field; null if it sends nothing. */
    private static function value(\DOMXPath $finder, \DOMElement $element): ?string
    {
        if ($element->hasAttribute('disabled')) {
            return null;
        }
        if ($element->tagName === 'textarea') {
            return $element->textContent;
        }
        if ($element->tagName === 'select') {
            $chosen = $finder->query('.//option[@selected]', $element);
            $first = $finder->query('.//option', $element);
            $option = ($chosen === false ? null : $chosen->item(0)) ?? ($first === false ? null : $first->item(0));

            return $option instanceof \DOMElement ? $option->getAttribute('value') : null;
        }

        return match (strtolower($element->getAttribute('type'))) {
            'submit', 'button', 'image', 'reset', 'file' => null,
            'checkbox', 'radio' => $element->hasAttribute('checked')
                ? ($element->hasAttribute('value') ? $element->getAttribute('value') : 'on')
                : null,
            default => $element->getAttribute('value'),
        };
    }
}
