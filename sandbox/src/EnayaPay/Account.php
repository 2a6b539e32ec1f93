<?php

declare(strict_types=1);

namespace Aurpay\Sandbox\EnayaPay;

use Aurpay\Sandbox\Http\Request;
use Aurpay\Sandbox\Http\Response;

/**
 * "User Account Management" of the documents.
 */
final readonly class Account
{
    /** The format "2499++++++++" of the documents. */
    private const PHONE = '/^2499[0-9]{8}$/D';
    private const SMS_GATEWAY_DOWN = '249900000502';
    private const SERVICE_DOWN = '249900000503';

    public function __construct(private Users $users, private Tokens $tokens) {}

    public function register(Request $request): Response
    {
        [$phone, $name, $password] = Fields::of($request, 'user_phone', 'user_name', 'user_password');
        self::checkService($phone);
        if (preg_match(self::PHONE, $phone) !== 1) {
            throw Refusal::details(406, 'your number not valid');
        }
        if ($phone === self::SMS_GATEWAY_DOWN) {
            throw Refusal::details(502, 'bad getway');
        }
        if ($this->users->register($phone, $name, $password) === null) {
            throw new Refusal(302);
        }

        return new Response(201, '');
    }

    public function verify(Request $request): Response
    {
        [$phone, $otp] = Fields::of($request, 'user_phone', 'user_otp');
        $user = $this->user($phone);
        if ($user->otp === '' || !hash_equals($user->otp, $otp)) {
            throw new Refusal(203);
        }
        $this->users->verify($user->number);

        return Response::json(['token' => $this->tokens->issue($user->number), 'user_name' => $user->name]);
    }

    public function login(Request $request): Response
    {
        [$phone, $password] = Fields::of($request, 'user_phone', 'user_password');
        $user = $this->user($phone);
        if (!hash_equals($user->password, $password)) {
            throw new Refusal(203);
        }

        return Response::json($user->summary());
    }

    public function resetPassword(Request $request): Response
    {
        [$phone, $password] = Fields::of($request, 'user_phone', 'user_password');
        self::checkService($phone);
        $number = $this->tokens->userNumber($request->header('token')) ?? throw new Refusal(203);
        $user = $this->user($phone);
        if ($user->number !== $number) {
            throw new Refusal(203);
        }
        $this->users->setPassword($number, $password);

        return Response::json($user->summary());
    }

    public function changePassword(Request $request): Response
    {
        [$current, $new] = Fields::of($request, 'current_password', 'new_password');
        $number = $this->tokens->userNumber($request->header('token')) ?? throw Refusal::keyNotValid();
        $user = $this->users->byNumber($number) ?? throw Refusal::notRegistered();
        if (!hash_equals($user->password, $current)) {
            throw Refusal::details(203, 'wrong current password');
        }
        $this->users->setPassword($number, $new);

        return Response::json(['details' => 'password updated successful']);
    }

    private function user(string $phone): User
    {
        self::checkService($phone);

        return $this->users->byPhone($phone) ?? throw Refusal::notRegistered();
    }

    private static function checkService(string $phone): void
    {
        if ($phone === self::SERVICE_DOWN) {
            throw Refusal::details(503, 'service not available');
        }
    }
}
