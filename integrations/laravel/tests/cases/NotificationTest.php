<?php

declare(strict_types=1);

namespace Aurpay\Laravel\Tests;

use Aurpay\Laravel\Events\PaymentLate;
use Aurpay\Laravel\Events\PaymentMismatch;
use Aurpay\Laravel\Events\RefundUnknown;
use Aurpay\Laravel\Models\Payment;
use Aurpay\Laravel\Notifications\PaymentNeedsAttention;
use Aurpay\Laravel\RefundState;
use Aurpay\Laravel\Tests\Support\TestCase;
use Aurpay\Laravel\Verdict;
use Illuminate\Database\Schema\Blueprint;
use Illuminate\Foundation\Auth\User;
use Illuminate\Mail\Mailer;
use Illuminate\Mail\Transport\ArrayTransport;
use Illuminate\Notifications\Notifiable;
use Illuminate\Support\Facades\Event;
use Illuminate\Support\Facades\Mail;
use Illuminate\Support\Facades\Notification;
use Illuminate\Support\Facades\Schema;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\TestDox;
use Symfony\Component\Mailer\SentMessage;
use Symfony\Component\Mime\Email;

#[TestDox('The notification of the merchant')]
final class NotificationTest extends TestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        config(['mail.default' => 'array']);
        // As docs/laravel.md has it.
        Event::listen(function (PaymentMismatch|PaymentLate|RefundUnknown $event): void {
            Notification::route('mail', 'owner@shop.example')->notify(new PaymentNeedsAttention($event));
        });
    }

    #[TestDox('tells by mail of an underpaid payment: what was to be paid, what has come, and what to do')]
    public function testPartial(): void
    {
        $payment = $this->waiting();
        $this->gateway->play((string) $payment->gateway_id, 'pay', ['amount' => '10.5']);
        $this->later(61);
        $this->reconcile();

        $obtained = $this->gateway->payment((string) $payment->gateway_id)['obtained'];
        self::assertIsString($obtained);
        $mails = $this->mails();
        self::assertCount(1, $mails);
        self::assertSame("A payment needs your attention: Order {$payment->payable_id}", $mails[0]->getSubject());
        self::assertSame('owner@shop.example', $mails[0]->getTo()[0]->getAddress());
        foreach ([(string) $mails[0]->getTextBody(), strip_tags((string) $mails[0]->getHtmlBody())] as $text) {
            foreach ([
                'Only a part has come', 'Ask the customer for the rest', "Order: Order {$payment->payable_id}", "Payment: $payment->id",
                "Payment at Aurpay: $payment->gateway_id", 'Price: 25.00 USD', "To be paid: $payment->amount USDT-ERC20 (ETH)",
                "fee: $obtained USDT-ERC20 (ETH)",
            ] as $part) {
                self::assertStringContainsString($part, $text);
            }
            self::assertStringNotContainsString('Price of the order now', $text);
            self::assertStringNotContainsString('Whoops', $text);
        }
    }

    #[TestDox('tells by mail of a late payment, of another price, and of a lost answer to a refund')]
    public function testOthers(): void
    {
        $late = $this->waiting();
        $this->gateway->play((string) $late->gateway_id, 'expire');
        $this->reconcile();
        $this->gateway->play((string) $late->gateway_id, 'pay');
        $this->reconcile();
        $dearer = $this->waiting($order = $this->order());
        $order->update(['price' => '30.00']);
        $this->gateway->play((string) $dearer->gateway_id, 'pay');
        $this->deliver($dearer)->assertOk();
        $refunded = $this->paid();
        $this->gateway->fault(['method' => 'POST', 'path' => '/api/v2/order/refund', 'drop' => true, 'execute' => true]);
        $this->aurpay()->refund($refunded);

        $texts = array_map(static fn (Email $mail): string => (string) $mail->getTextBody(), $this->mails());
        self::assertCount(3, $texts);
        self::assertStringContainsString('It was paid after it had expired.', $texts[0]);
        self::assertStringContainsString('Price of the order now: 30.00 USD', $texts[1]);
        self::assertStringContainsString('Do not refund it in another way.', $texts[2]);
        self::assertStringContainsString("Payment: $refunded->id", $texts[2]);
    }

    #[TestDox('goes to the table of notifications, where it can be read by programs')]
    public function testDatabase(): void
    {
        Schema::create('users', static fn (Blueprint $table) => $table->id());
        Schema::create('notifications', static function (Blueprint $table): void {
            $table->uuid('id');
            $table->string('type');
            $table->morphs('notifiable');
            $table->text('data');
            $table->timestamp('read_at')->nullable();
            $table->timestamps();
        });
        $owner = new class () extends User {
            use Notifiable;

            public $timestamps = false;

            protected $table = 'users';
        };
        $owner->save();
        $payment = $this->paid();
        $payment->update(['refund' => RefundState::Sending]);

        $owner->notify(new PaymentNeedsAttention($payment, ['database']));

        $data = $owner->notifications()->sole()->getAttribute('data');
        self::assertIsArray($data);
        self::assertSame(
            ['refund_unknown', $payment->id, $payment->gateway_id, (string) $payment->payable_id, '25.00', 'USD', 'USDT-ERC20', 'ETH'],
            array_map(
                static fn (string $name): mixed => $data[$name],
                ['problem', 'payment_id', 'gateway_id', 'order_id', 'price', 'currency', 'coin', 'chain'],
            ),
        );
        self::assertSame([], $this->mails());
    }

    /** @return iterable<string, array{Verdict, string|null}> */
    public static function verdicts(): iterable
    {
        $needy = [
            'other_price' => 'Compare both.', 'other_currency' => 'Compare both.', 'second' => 'Refund this payment.',
            'not_needed' => 'Refund this payment, or deliver after all.', 'late' => 'Deliver, or refund the payment.',
            'partial' => 'Ask the customer', 'resolved' => 'mark the order as paid yourself', 'refunded_elsewhere' => 'Do not deliver.',
        ];
        foreach (Verdict::cases() as $verdict) {
            yield $verdict->value => [$verdict, $needy[$verdict->value] ?? null];
        }
    }

    #[DataProvider('verdicts')]
    #[TestDox('can be made of a payment that is $_dataName, if somebody has to decide about it')]
    public function testVerdict(Verdict $verdict, ?string $advice): void
    {
        $payment = $this->waiting();
        $payment->update(['verdict' => $verdict]);
        if ($advice === null) {
            $this->expectException(\ValueError::class);
            $this->expectExceptionMessage("Payment $payment->id needs nobody's attention.");
        }

        $facts = (new PaymentNeedsAttention($payment))->toArray($this);

        self::assertSame($verdict->value, $facts['problem']);
        self::assertStringContainsString((string) $advice, (string) $facts['advice']);
    }

    #[TestDox('has no secret, wherever it is written')]
    public function testNoSecret(): void
    {
        $payment = $this->waiting();
        $payment->update(['verdict' => Verdict::Late]);
        $notification = new PaymentNeedsAttention(new PaymentLate($payment), ['mail', 'database']);
        $sent = $notification->toMail($this);

        foreach ([serialize($notification), (string) json_encode($notification->toArray($this)), (string) $sent->render()] as $text) {
            self::assertStringContainsString((string) $payment->gateway_id, $text);
            foreach ([$payment->token, $payment->pay_url, $payment->callback_url, ...array_values($this->gateway->credentials())] as $secret) {
                self::assertStringNotContainsString($secret, $text);
            }
        }
        $again = unserialize(serialize($notification));
        self::assertInstanceOf(PaymentNeedsAttention::class, $again);
        self::assertSame($notification->toArray($this), $again->toArray($this));
        self::assertSame(['mail', 'database'], $again->via($this));
    }

    #[TestDox('that cannot be sent is tried again with its event')]
    public function testMailDown(): void
    {
        config(['mail.mailers.smtp' => ['transport' => 'smtp', 'host' => '127.0.0.1', 'port' => 1], 'mail.default' => 'smtp']);
        $payment = $this->waiting($order = $this->order());
        $order->update(['status' => 'cancelled']);
        $this->gateway->play((string) $payment->gateway_id, 'pay');
        $this->deliver($payment)->assertOk();
        config(['mail.default' => 'array']);
        $this->later(2);
        $this->reconcile();

        self::assertCount(1, $this->mails());
        self::assertSame(Verdict::NotNeeded, Payment::query()->sole()->verdict);
    }

    /** @return list<Email> */
    private function mails(): array
    {
        $mailer = Mail::mailer('array');
        self::assertInstanceOf(Mailer::class, $mailer);
        $transport = $mailer->getSymfonyTransport();
        self::assertInstanceOf(ArrayTransport::class, $transport);
        $mails = [];
        foreach ($transport->messages() as $message) {
            self::assertInstanceOf(SentMessage::class, $message);
            $mail = $message->getOriginalMessage();
            self::assertInstanceOf(Email::class, $mail);
            $mails[] = $mail;
        }

        return $mails;
    }
}
