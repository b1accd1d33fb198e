"""What QEMU's words are made of. The words are real ones, from QEMU 7.2 on Linux."""

from __future__ import annotations

import signal

import pytest

from vmgui.vm.explain import explain

WORDS = {
    "kvm-permission": "Could not access KVM kernel module: Permission denied\n"
    "qemu-system-x86_64: failed to initialize kvm: Permission denied",
    "no-kvm": "Could not access KVM kernel module: No such file or directory\n"
    "qemu-system-x86_64: failed to initialize kvm: No such file or directory",
    "kvm-failed": "qemu-system-x86_64: error: failed to set MSR 0x10a to 0x69\n"
    "qemu-system-x86_64: ../../target/i386/kvm/kvm.c:3183: kvm_buf_set_msrs: Assertion "
    "`ret == cpu->kvm_msr_buf->nmsrs' failed.",
    "port-taken": "qemu-system-x86_64: -netdev user,id=net0,hostfwd=tcp:127.0.0.1:2222-:22: "
    "Could not set up host forwarding rule 'tcp:127.0.0.1:2222-:22'",
    "no-memory": "qemu-system-x86_64: cannot set up guest memory 'pc.ram': Cannot allocate memory",
    "device-unknown": "qemu-system-x86_64: -device nonsense: 'nonsense' is not a valid device "
    "model name",
    "machine-unknown": "qemu-system-x86_64: unsupported machine type\n"
    "Use -machine help to list supported machines",
    "file-in-use": 'qemu-system-x86_64: -blockdev {"driver": "raw"}: Failed to get "write" lock\n'
    "Is another process using the image [/x/vars.fd]?",
    "cannot-open": 'qemu-system-x86_64: -blockdev {"driver": "raw", "node-name": "cd0"}: '
    "Could not open '/nowhere.iso': No such file or directory",
    "firmware-missing": "audio: Failed to create voice `dac'\n"
    "qemu-system-ppc64: Could not find LPAR firmware 'slof.bin'",
    "cannot-load-kernel": "qemu: could not open kernel file '/nowhere': No such file or directory",
    "socket": "qemu-system-x86_64: -vnc unix:/nowhere/x: Failed to bind socket to /nowhere/x: "
    "No such file or directory",
    "backend": "qemu-system-x86_64: -blockdev {}: Failed to connect to '/run/x/disk0.sock': "
    "No such file or directory",
    "too-many-devices": "qemu-system-x86_64: -device virtio-rng-pci: PCI: no slot/function "
    "available for virtio-rng-pci, all in use or reserved",
    "cpu-unknown": "qemu-system-x86_64: unable to find CPU model 'pentium9'",
    "argument-unknown": "qemu-system-x86_64: -nonsense: invalid option",
    "no-sound": "qemu: module audio-audio-pa not found, do you want to install qemu-system-gui "
    "package?\naudio: Unknown audio driver `pa'",
    "qemu-broken": "/usr/bin/qemu-system-x86_64: error while loading shared libraries: "
    "libpixman-1.so.0: cannot open shared object file: No such file or directory",
    "drive-full": "qemu-system-x86_64: cannot write: No space left on device",
}


@pytest.mark.parametrize("code", WORDS)
def test_words(code):
    error = explain("my vm", 1, WORDS[code])
    assert error.code == code
    assert error.what == "The virtual machine “my vm” could not be started."
    assert WORDS[code].splitlines()[0] in error.why
    assert error.remedy
    assert "NAME" not in error.remedy
    assert "{" not in error.remedy


def test_what_the_words_name_is_named():
    assert "Port 2222" in explain("x", 1, WORDS["port-taken"]).why
    assert "file /nowhere.iso" in explain("x", 1, WORDS["cannot-open"]).why
    assert "“nonsense”" in explain("x", 1, WORDS["device-unknown"]).why


def test_words_that_nobody_knows_are_shown():
    error = explain("x", 1, "qemu: the moon is full\n")
    assert error.code == "qemu-failed"
    assert "the moon is full" in error.why


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (-signal.SIGKILL, "memory"),
        (-signal.SIGSYS, "sandbox"),
        (-signal.SIGSEGV, "SIGSEGV"),
        (3, "3"),
    ],
)
def test_an_end_without_words(status, told):
    error = explain("x", status, "", started=True)
    assert error.what == "The virtual machine “x” ended unexpectedly."
    assert told in error.why
    assert "QEMU says nothing" in error.why


def test_of_many_words_the_first_and_the_last_are_shown():
    error = explain("x", 1, "\n".join(f"line {n}" for n in range(100)))
    assert "line 0 / line 1 / line 2 / … / line 97 / line 98 / line 99." in error.why


def test_braces_in_words_are_only_braces():
    error = explain("x", 1, "Could not open '/{0}/{nobody}': No such file or directory")
    assert "/{0}/{nobody}" in error.why
