<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\Control;

use Aurpay\Sandbox\AzPays\Answers;
use Aurpay\Sandbox\AzPays\Spelling;
use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\InvalidInput;
use Aurpay\Sandbox\Json\Number;
use Aurpay\Sandbox\Services;

/**
 * AzPays: one-time passwords, the spelling of answers, and new transactions.
 */
final readonly class AzPaysControl
{
    private const SEEDED = ['count', 'amount', 'type', 'status', 'currency'];
    private const MOST = 1000;

    public function __construct(private Services $services) {}

    /**
     * GET /_sandbox/azpays
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function index(Request $request, array $arguments): array
    {
        return [
            'one_time_passwords' => $this->services->azpaysPasswords->describe(),
            'answers' => Answers::chosen($this->services->settings, $this->services->config)->value,
            'spelling' => Spelling::chosen($this->services->settings)->value,
        ];
    }

    /**
     * POST /_sandbox/azpays {"spelling": "mixed"|"singular"|"plural"}, {"answers": "documents"|"published"}, or both
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function change(Request $request, array $arguments): array
    {
        $input = $request->json();
        if ($input->names() === [] || array_diff($input->names(), ['spelling', 'answers']) !== []) {
            throw new InvalidInput('The body must have spelling, answers, or both, and nothing else');
        }
        $spelling = Spelling::tryFrom($input->text('spelling', Spelling::Mixed->value))
            ?? throw new InvalidInput('spelling must be mixed, singular or plural');
        $answers = Answers::tryFrom($input->text('answers', Answers::Documents->value))
            ?? throw new InvalidInput('answers must be documents or published');
        $input->has('spelling') && $spelling->choose($this->services->settings);
        $input->has('answers') && $answers->choose($this->services->settings);

        return $this->index($request, $arguments);
    }

    /**
     * POST /_sandbox/azpays/transactions
     *
     * @param array<string, string> $arguments
     *
     * @return array<string, mixed>
     */
    public function seed(Request $request, array $arguments): array
    {
        $input = $request->json();
        $input->allowOnly(self::SEEDED);
        $count = $input->integer('count', 1);
        if ($count < 1 || $count > self::MOST) {
            throw new InvalidInput('count must be between 1 and ' . self::MOST);
        }
        $amount = $input->has('amount') ? $input->textOrNumber('amount') : '10';
        if (preg_match('/^' . Number::PATTERN . '$/D', $amount) !== 1) {
            throw new InvalidInput('amount must be a number');
        }
        $type = $input->integer('type', 12023);
        $status = $input->integer('status', 11013);
        $currency = $input->text('currency', 'USD');
        $transactions = $this->services->azpaysTransactions;

        return ['uuids' => $this->services->database->transaction(
            static fn (): array => array_map(
                static fn (): string => $transactions->add($amount, $type, $status, $currency),
                range(1, $count),
            ),
        )];
    }
}
