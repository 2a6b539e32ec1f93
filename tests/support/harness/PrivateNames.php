<?php

declare(strict_types=1);

namespace AurpayTest;

/**
 * A name server and an /etc/hosts that this process and those it starts from now on have for themselves, in
 * namespaces of Linux. It needs no rights, unless the machine forbids user namespaces.
 *
 * Loopback is another one then: start servers afterwards.
 */
final class PrivateNames
{
    // Numbers, because not every PHP of the matrix has the names.
    private const CLONE_NEWNS = 0x00020000;
    private const CLONE_NEWUSER = 0x10000000;
    private const CLONE_NEWNET = 0x40000000;

    private readonly Child $server;

    /** @throws Unsupported */
    public function __construct(string ...$options)
    {
        if (!function_exists('pcntl_unshare')) {
            throw new Unsupported('ext-pcntl has no pcntl_unshare()');
        }
        self::enterNamespaces();
        $this->server = Child::python('private_names.py', ...$options);
    }

    public function stop(): void
    {
        $this->server->stop();
    }

    /** @throws Unsupported */
    private static function enterNamespaces(): void
    {
        // The owner of a new file is the effective user; posix need not be there.
        $file = (string) tempnam(sys_get_temp_dir(), 'aurpay-test-');
        [$user, $group] = [(int) fileowner($file), (int) filegroup($file)];
        unlink($file);
        if (@pcntl_unshare(self::CLONE_NEWUSER | self::CLONE_NEWNS | self::CLONE_NEWNET)) {
            // Its own user is root in there.
            file_put_contents('/proc/self/setgroups', 'deny');
            file_put_contents('/proc/self/uid_map', "0 {$user} 1");
            file_put_contents('/proc/self/gid_map', "0 {$group} 1");
        } elseif (!@pcntl_unshare(self::CLONE_NEWNS | self::CLONE_NEWNET)) {
            // Root in a chroot must not make a user namespace, and needs none.
            throw new Unsupported('this machine gives its users no namespaces');
        }
    }
}
