<?php

declare(strict_types=1);

namespace Aurpay\WooCommerce\Tests\Support;

/** A button of the plugin in wp-admin, whose form stands at the end of the page. */
final readonly class Button
{
    private function __construct(private Form $form) {}

    public static function of(Response $page, string $label): self
    {
        return new self(Form::of($page, sprintf('//form[@id=//button[normalize-space()="%s"]/@form]', $label)));
    }

    /**
     * Presses it, and returns the page that follows.
     *
     * @param array<string, string> $changes of the form's fields
     */
    public function press(Admin $admin, array $changes = []): Response
    {
        return $admin->visitor->follow($this->send($admin, $changes));
    }

    /**
     * Presses it, and returns the answer itself.
     *
     * @param array<string, string> $changes of the form's fields
     */
    public function send(Admin $admin, array $changes = []): Response
    {
        return $admin->visitor->post($this->form->action, $this->form->with($changes));
    }
}
