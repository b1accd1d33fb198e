"""A small Linux for tests and benchmarks: the system's kernel, a root of our own."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent / "linux"


@dataclass(frozen=True)
class Linux:
    """Starts with a kernel of the system's and runs one of the scripts beside ``linux/init``."""

    kernel: Path
    initrd: Path

    def running(self, script: str, *disks: str, **words: str) -> dict[str, Any]:
        """A definition's fields for it. ``disks`` are devices that it waits for, as "vda";
        ``words`` are further ones that the script finds in its environment.
        """
        append = f"console=ttyS0 quiet panic=-1 script={script} disks={','.join(disks)}"
        return {
            "kernel": str(self.kernel),
            "initrd": str(self.initrd),
            # The kernel hands what it doesn't know to its first program's environment.
            "append": append + "".join(f" {name}={value}" for name, value in words.items()),
        }


def build(
    folder: Path,
    drivers: Sequence[str],
    programs: Sequence[str] = ("mke2fs",),
    scripts: Iterable[Path] = (),
) -> Linux:
    """Make one in ``folder``, with these kernel modules, programs and further scripts."""
    kernel, modules = _kernel(drivers[-1])
    root = folder / "root"
    root.mkdir()
    for name in ("bin", "dev", "proc", "sys", "modules", "scripts"):
        (root / name).mkdir()
    shutil.copy(HERE / "init", root / "init")
    (root / "init").chmod(0o755)
    for script in (*HERE.iterdir(), *scripts):
        shutil.copy(script, root / "scripts")
    for program in ("busybox", *programs):
        _copy_program(_program(program), root)
    order = list(_in_order(modules, drivers))
    for module in order:
        shutil.copy(modules / module, root / "modules" / Path(module).name)
    (root / "modules" / "order").write_text("".join(f"{Path(each).name}\n" for each in order))
    initrd = folder / "initrd"
    names = "\n".join(str(each.relative_to(root)) for each in sorted(root.rglob("*")))
    archive = subprocess.run(
        ["cpio", "--quiet", "-o", "-H", "newc"],
        cwd=root, input=names.encode(), stdout=subprocess.PIPE, check=True,
    )  # fmt: skip
    initrd.write_bytes(gzip.compress(archive.stdout, compresslevel=1))
    return Linux(kernel, initrd)


def _kernel(driver: str) -> tuple[Path, Path]:
    """The newest kernel in /boot that has this driver, with the folder of its modules."""
    found = [
        (kernel, modules)
        for kernel in Path("/boot").glob("vmlinuz-*")
        if (modules := Path("/lib/modules") / kernel.name.removeprefix("vmlinuz-")).exists()
        and _has(modules, driver)
    ]
    assert found, f"no kernel in /boot has {driver}: run packaging/setup.sh test"
    # Of two of one version the name decides, so that it is always the same.
    return max(found, key=lambda pair: ([int(n) for n in re.findall(r"\d+", pair[0].name)], pair))


def _has(modules: Path, driver: str) -> bool:
    lists = (modules / name for name in ("modules.dep", "modules.builtin"))
    return any(f"/{driver}.ko" in each.read_text() for each in lists if each.exists())


def _program(name: str) -> Path:
    path = shutil.which(name, path="/bin:/sbin:/usr/bin:/usr/sbin:/usr/local/bin")
    assert path, f"{name} is missing: run packaging/setup.sh test"
    return Path(path)


def _copy_program(program: Path, root: Path) -> None:
    """Copy a program to /bin, and the shared libraries it wants to where it wants them."""
    shutil.copy(program, root / "bin")
    libraries = subprocess.run(["ldd", program], capture_output=True, text=True, check=False)
    for library in re.findall(r"(/\S+) \(0x", libraries.stdout):
        target = root / library.lstrip("/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(library, target)


def _in_order(modules: Path, wanted: Iterable[str]) -> Iterable[str]:
    """The files of the modules and of those they need, each after what it needs."""
    needs = {}
    for line in (modules / "modules.dep").read_text().splitlines():
        module, _, others = line.partition(":")
        needs[module] = others.split()
    by_name = {Path(module).name.split(".")[0]: module for module in needs}
    done: dict[str, None] = {}

    def add(module: str) -> None:
        for other in needs[module]:
            add(other)
        done.setdefault(module)

    for name in wanted:
        if name in by_name:
            add(by_name[name])
    return done
