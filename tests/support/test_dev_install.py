"""How ./dev installs packages: however it ends, it leaves nothing behind except the packages.

The machine is a folder, and a stand-in for apt-get can be paused. scripts/lib/apt-install.sh is the real
one.
"""

from __future__ import annotations

import os
import select
import shutil
import signal
import subprocess
import tempfile
import time
import unittest
from pathlib import Path
from typing import Callable

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS = 60.0

WANTS = "etc/systemd/system/multi-user.target.wants"
FOREIGN = "#!/bin/sh\n# The machine's own.\nexit 0\n"

# Logs its step and the policy's answer, installs the service webd, and waits where a file tells it to.
APT_GET = """#!/bin/bash
# bash goes on after a SIGINT that comes while its child ends by itself. The real apt-get ends.
trap 'trap - INT; kill -INT $$' INT
hold() {
    [[ ! -e $STUB/hold-$1 ]] || { touch "$STUB/at-$1"; while [[ -e $STUB/hold-$1 ]]; do sleep 0.02; done; }
}
case "$*" in
    *--simulate*) echo 'Inst libnew (1 Debian)'; echo 'Inst webd-common (1 Debian)'; echo 'Inst oldd [1] (2 Debian)'; exit ;;
    *--download-only*) name=download ;;
    *install*) name=install ;;
    *) name=update ;;
esac
echo "begin $name" >>"$STUB/log"
hold "$name"
if [[ $name == install ]]; then
    if [[ -x $MACHINE/usr/sbin/policy-rc.d ]]; then
        status=0
        sh "$MACHINE/usr/sbin/policy-rc.d" || status=$?
        echo "policy $status" >>"$STUB/log"
    fi
    ln -sf /lib/systemd/system/webd.service "$MACHINE/%(wants)s/webd.service"
    touch "$MACHINE/etc/init.d/webd"
    ln -sf ../init.d/webd "$MACHINE/etc/rc2.d/S01webd"
fi
echo "end $name" >>"$STUB/log"
[[ ! -e $STUB/fail-$name ]] || { echo 'E: no such package'; exit 100; }
""" % {"wants": WANTS}

# dpkg knows which package a service came from, and update-rc.d switches the service off.
DPKG_QUERY = """#!/bin/bash
shift
for file; do
    case $file in
        /etc/init.d/webd) echo "webd-common: $file" ;;
        /etc/init.d/*d) echo "$(basename "$file"): $file" ;;
    esac
done
"""
UPDATE_RC_D = """#!/bin/bash
echo "update-rc.d $*" >>"$STUB/log"
mv "$MACHINE/etc/rc2.d/S01$1" "$MACHINE/etc/rc2.d/K01$1"
"""
SERVICE = """#!/bin/bash
echo "service $*" >>"$STUB/log"
"""
SUDO = """#!/bin/bash
[[ $1 != -n ]] || shift
exec "$@"
"""


def heed_signals() -> None:
    """As in a terminal. nohup and a shell's background ignore signals, and a shell cannot trap those."""
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)


@unittest.skipUnless(shutil.which("flock") and shutil.which("setsid"), "there is no flock or setsid of Linux")
class Machine(unittest.TestCase):
    def setUp(self) -> None:
        folder = Path(tempfile.mkdtemp(prefix="aurpay-dev-"))
        self.addCleanup(shutil.rmtree, folder)
        self.stub, self.machine, self.temporary = folder / "stub", folder / "machine", folder / "tmp"
        for path in ("usr/sbin", "etc/init.d", "etc/rc2.d", WANTS, "var/lib"):
            (self.machine / path).mkdir(parents=True)
        self.stub.mkdir()
        self.temporary.mkdir()
        for name, code in {
            "apt-get": APT_GET,
            "dpkg-query": DPKG_QUERY,
            "update-rc.d": UPDATE_RC_D,
            "service": SERVICE,
            "sudo": SUDO,
        }.items():
            (self.stub / name).write_text(code)
            (self.stub / name).chmod(0o755)
        # One service that starts at boot, and one that does not.
        (self.machine / "etc/init.d/ownd").touch()
        os.symlink("../init.d/ownd", self.machine / "etc/rc2.d/S01ownd")
        os.symlink("/lib/systemd/system/ownd.service", self.machine / WANTS / "ownd.service")
        os.symlink("../init.d/oldd", self.machine / "etc/rc2.d/K01oldd")
        self.before = self.links()
        self.policy = self.machine / "usr/sbin/policy-rc.d"

    def links(self) -> set[str]:
        folders = ("usr/sbin", "etc/rc2.d", WANTS, "var/lib")
        return {f"{each}/{name}" for each in folders for name in os.listdir(self.machine / each)}

    def start(self, command: str = "apt_install webd; echo went on") -> subprocess.Popen[str]:
        environment = dict(os.environ, STUB=str(self.stub), MACHINE=str(self.machine))
        environment["AURPAY_DEV_SYSTEM"] = str(self.machine)
        environment["TMPDIR"] = str(self.temporary)
        environment["PATH"] = f"{self.stub}:{environment['PATH']}"
        # Its own process group, as a terminal gives to a command: signals reach the whole group.
        process = subprocess.Popen(
            ["bash", "-c", f'. "{ROOT}/scripts/lib/packages.sh"; {command}'],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=heed_signals,
        )
        self.addCleanup(self.end, process)
        return process

    def end(self, process: subprocess.Popen[str]) -> None:
        for path in self.stub.glob("hold-*"):
            path.unlink()
        process.communicate(timeout=SECONDS)

    def hold(self, step: str) -> None:
        (self.stub / f"hold-{step}").touch()

    def wait_for_step(self, step: str) -> None:
        self.wait_until(lambda: (self.stub / f"at-{step}").exists(), f"apt-get's {step}")

    def let_go(self, step: str) -> None:
        (self.stub / f"at-{step}").unlink()
        (self.stub / f"hold-{step}").unlink()

    def wait_until(self, is_so: Callable[[], bool], what: str) -> None:
        deadline = time.monotonic() + SECONDS
        while not is_so():
            self.assertLess(time.monotonic(), deadline, what)
            time.sleep(0.01)

    def log(self) -> list[str]:
        return (self.stub / "log").read_text().splitlines()

    def assert_undone(self) -> None:
        self.assertEqual(self.before | {"etc/rc2.d/K01webd"}, self.links())

    def assert_went_on(self, process: subprocess.Popen[str]) -> None:
        output, errors = process.communicate(timeout=SECONDS)
        self.assertEqual((0, "went on\n"), (process.returncode, output), errors)


class Installs(Machine):
    def test_starts_no_service_and_leaves_none_enabled(self) -> None:
        self.assert_went_on(self.start())
        self.assertIn("policy 101", self.log())
        self.assert_undone()

    def test_a_policy_of_the_machine_stays_and_a_service_that_it_let_start_is_stopped(self) -> None:
        self.policy.write_text(FOREIGN)
        self.policy.chmod(0o755)
        self.before = self.links()
        self.assert_went_on(self.start())
        self.assertIn("policy 0", self.log())
        self.assertIn("service webd stop", self.log())
        self.assert_undone()
        self.assertEqual(FOREIGN, self.policy.read_text())

    def test_a_dangling_link_in_the_place_of_the_policy_stays(self) -> None:
        os.symlink("/nonexistent", self.policy)
        self.before = self.links()
        self.assert_went_on(self.start())
        self.assert_undone()

    def test_a_failure_is_shown_and_undone(self) -> None:
        for step in ("download", "install"):
            with self.subTest(step):
                (self.stub / f"fail-{step}").touch()
                process = self.start()
                output, errors = process.communicate(timeout=SECONDS)
                self.assertEqual((1, ""), (process.returncode, output))
                self.assertIn("E: no such package", errors)
                self.assertIn("dev: could not install: webd", errors)
                (self.stub / f"fail-{step}").unlink()
                self.assertFalse(self.links() - self.before - {"etc/rc2.d/K01webd"})

    def test_what_apt_get_says_is_kept_nowhere_even_if_it_is_killed(self) -> None:
        before = set((ROOT / "build").glob("apt-*"))
        self.hold("install")
        process = self.start()
        self.wait_for_step("install")
        self.assertEqual([], os.listdir(self.temporary))
        self.let_go("install")
        self.assert_went_on(process)
        self.assertEqual([], os.listdir(self.temporary))
        self.assertEqual(set(), set((ROOT / "build").glob("apt-*")) - before)


class Stops(Machine):
    SIGNALS = {signal.SIGINT: 130, signal.SIGTERM: 143, signal.SIGHUP: 129}

    def test_a_signal_during_the_download_ends_it_and_nothing_is_installed(self) -> None:
        for number in self.SIGNALS:
            with self.subTest(number):
                self.hold("download")
                process = self.start()
                self.wait_for_step("download")
                os.killpg(process.pid, number)
                output, _ = process.communicate(timeout=SECONDS)
                self.assertNotEqual(0, process.returncode)
                self.assertEqual("", output)
                self.assertNotIn("begin install", self.log())
                # TERM and HUP end the script at once, and the program that it started a moment later.
                self.wait_until(lambda: self.links() == self.before, "the end")
                self.let_go("download")

    def test_a_signal_while_dpkg_works_is_obeyed_afterwards(self) -> None:
        for number in self.SIGNALS:
            with self.subTest(number):
                self.hold("install")
                process = self.start()
                self.wait_for_step("install")
                self.assertTrue(self.policy.exists())
                os.killpg(process.pid, number)
                self.let_go("install")
                output, _ = process.communicate(timeout=SECONDS)
                self.assertNotEqual(0, process.returncode)
                self.assertEqual("", output)
                self.wait_until(lambda: not self.policy.exists(), "the end")
                self.wait_until(lambda: not (self.machine / "var/lib/aurpay-dev").exists(), "the end")
                self.assertEqual("end install", [line for line in self.log() if "install" in line][-1])
                self.assert_undone()

    def test_ctrl_c_is_answered_while_dpkg_works(self) -> None:
        self.hold("install")
        process = self.start()
        self.wait_for_step("install")
        assert process.stderr is not None
        # Again and again, as a user does: the shell may miss one that comes just before it waits.
        self.wait_until(lambda: self.is_answered(process), "the answer")
        self.assertIn("stopping when the packages are installed", process.stderr.readline())
        self.let_go("install")
        process.communicate(timeout=SECONDS)
        self.assertEqual(130, process.returncode)
        self.assert_undone()

    def is_answered(self, process: subprocess.Popen[str]) -> bool:
        os.killpg(process.pid, signal.SIGINT)
        return bool(select.select([process.stderr], [], [], 0.5)[0])


class Killed(Machine):
    def kill_while_dpkg_works(self) -> None:
        self.hold("install")
        process = self.start()
        self.wait_for_step("install")
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        self.assertTrue(self.policy.exists())

    def test_the_next_command_repairs_what_sigkill_left(self) -> None:
        self.kill_while_dpkg_works()
        # An installation is still running and needs the policy.
        self.start("repair_installation").communicate(timeout=SECONDS)
        self.assertTrue(self.policy.exists())
        self.let_go("install")
        self.wait_until(lambda: self.log()[-1] == "end install", "apt-get's end")
        self.wait_until(self.repairs, "the repair")
        self.assert_undone()

    def repairs(self) -> bool:
        """Whether a new command repairs; apt-get logs its end a moment before it exits."""
        self.start("require").communicate(timeout=SECONDS)
        return not self.policy.exists()

    def test_a_service_that_the_user_has_installed_meanwhile_stays_enabled(self) -> None:
        self.kill_while_dpkg_works()
        self.let_go("install")
        self.wait_until(lambda: self.log()[-1] == "end install", "apt-get's end")
        (self.machine / "etc/init.d/theird").touch()
        os.symlink("../init.d/theird", self.machine / "etc/rc2.d/S01theird")
        self.wait_until(self.repairs, "the repair")
        self.before |= {"etc/rc2.d/S01theird"}
        self.assert_undone()

    def test_an_installation_repairs_before_it_begins(self) -> None:
        self.kill_while_dpkg_works()
        self.let_go("install")
        self.assert_went_on(self.start())
        self.assert_undone()


# On a busy machine, a signal and the alarm of flock's own can both come before it waits.
DEAF_FLOCK = """#!/bin/bash
if [[ $1 == -n ]]; then
    exec %s "$@"
fi
trap '' INT ALRM
sleep 600
"""


class TwoAtOnce(Machine):
    def test_the_first_one_to_end_does_not_take_the_policy_of_the_other(self) -> None:
        self.hold("install")
        first = self.start()
        self.wait_for_step("install")
        second = self.start()
        assert second.stderr is not None
        self.assertIn("waiting for another ./dev", second.stderr.readline())
        # The second one reaches the same step after the first has ended.
        (self.stub / "hold-update").touch()
        self.let_go("install")
        self.assert_went_on(first)
        self.wait_for_step("update")
        self.assert_undone()
        self.hold("install")
        self.let_go("update")
        self.wait_for_step("install")
        self.assertTrue(self.policy.exists())
        self.let_go("install")
        self.assert_went_on(second)
        self.assertEqual(["policy 101"] * 2, [line for line in self.log() if line.startswith("policy")])
        self.assert_undone()

    def test_ctrl_c_while_it_waits_leaves_the_other_alone(self) -> None:
        self.hold("install")
        first = self.start()
        self.wait_for_step("install")
        second = self.start()
        assert second.stderr is not None
        self.assertIn("waiting for another ./dev", second.stderr.readline())
        os.killpg(second.pid, signal.SIGINT)
        second.communicate(timeout=SECONDS)
        self.assertEqual(130, second.returncode)
        self.assertTrue(self.policy.exists())
        self.let_go("install")
        self.assert_went_on(first)
        self.assert_undone()

    def test_ctrl_c_while_it_waits_is_obeyed_even_if_a_waiting_flock_would_miss_it(self) -> None:
        (self.stub / "flock").write_text(DEAF_FLOCK % shutil.which("flock"))
        (self.stub / "flock").chmod(0o755)
        self.hold("install")
        self.start()
        self.wait_for_step("install")
        second = self.start()
        assert second.stderr is not None
        self.assertIn("waiting for another ./dev", second.stderr.readline())
        time.sleep(0.5)
        os.killpg(second.pid, signal.SIGINT)
        second.communicate(timeout=SECONDS)
        self.assertEqual(130, second.returncode)


if __name__ == "__main__":
    unittest.main()
