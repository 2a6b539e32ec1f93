<?php

declare(strict_types=1);

namespace AurpayTest;

/**
 * A name server and an /etc/hosts for this process and the processes that it starts from now on, in Linux
 * namespaces. It needs no privileges, unless the machine forbids user namespaces.
 *
 * Afterwards loopback is another one, so start servers later.
 */
final class PrivateNames
{
    // Numbers, because not every PHP of the matrix has the constants.
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

    /** Gives a name another address than 127.0.0.1. */
    public function point(string $name, string $address): void
    {
        $this->server->ask("{$name} {$address}");
    }

    public function stop(): void
    {
        $this->server->stop();
    }

    /** @throws Unsupported */
    private static function enterNamespaces(): void
    {
        // The owner of a new file is the effective user; posix may be missing.
        $file = (string) tempnam(sys_get_temp_dir(), 'aurpay-test-');
        [$user, $group] = [(int) fileowner($file), (int) filegroup($file)];
        unlink($file);
        if (@pcntl_unshare(self::CLONE_NEWUSER | self::CLONE_NEWNS | self::CLONE_NEWNET)) {
            // Inside, the process's user is root.
            file_put_contents('/proc/self/setgroups', 'deny');
            file_put_contents('/proc/self/uid_map', "0 {$user} 1");
            file_put_contents('/proc/self/gid_map', "0 {$group} 1");
        } elseif (!@pcntl_unshare(self::CLONE_NEWNS | self::CLONE_NEWNET)) {
            // In a chroot, root may not make a user namespace, and does not need one.
            throw new Unsupported('this machine does not let users make namespaces');
        }
    }
}
