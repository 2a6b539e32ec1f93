<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\EnayaPay;

use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Input;
use Aurpay\Sandbox\InvalidInput;

/**
 * The members of a request, all of them strings. A wrong member is answered
 * with 400 and `details` by member.
 */
final class Fields
{
    private const LONGEST = 512;

    /**
     * @return list<string> the values in the order of the names
     */
    public static function of(Request $request, string ...$names): array
    {
        try {
            $input = $request->json();
        } catch (InvalidInput $failure) {
            throw new Refusal(400, ['details' => ['non_field_errors' => [$failure->getMessage()]]]);
        }
        $values = [];
        $problems = [];
        foreach (array_values($names) as $name) {
            $problem = self::problem($input, $name);
            if ($problem === null) {
                $values[] = $input->text($name);
            } else {
                $problems[$name] = [$problem];
            }
        }

        return $problems === [] ? $values : throw new Refusal(400, ['details' => $problems]);
    }

    private static function problem(Input $input, string $name): ?string
    {
        if (!$input->has($name)) {
            return 'This field is required.';
        }
        try {
            $length = strlen($input->text($name));
        } catch (InvalidInput) {
            return 'Not a valid string.';
        }

        return match (true) {
            $length === 0 => 'This field may not be blank.',
            $length > self::LONGEST => sprintf('Ensure this field has no more than %d characters.', self::LONGEST),
            default => null,
        };
    }
}
