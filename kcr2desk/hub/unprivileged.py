"""Running PostgreSQL's programs as somebody else when the hub itself runs as root.

PostgreSQL refuses to run as root, and containers and CI machines know no other account. The
account that is borrowed gets no right that it did not have: no folder above the hub's is opened to
it. Its programs are started *in* the data folder, which they name `/proc/self/cwd`; the kernel
follows that name without walking the path, so a hub below `/root` works too.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

PROGRAMS = ("initdb", "pg_ctl", "postgres")
"""What a borrowed account needs to run; the other tools connect through the socket."""

HERE = Path("/proc/self/cwd")


class RunError(Exception):
    """No account to run PostgreSQL under, or it cannot run the programs; the text is a sentence."""


@dataclass(frozen=True, slots=True)
class Account:
    """An account of the operating system that PostgreSQL runs under."""

    uid: int
    gid: int
    name: str


def account_for(data: Path) -> Account | None:
    """Return the account to run PostgreSQL under for this data folder; None means our own.

    A folder that exists keeps its owner. For a new one it is the system's own `postgres`, else
    `nobody`. Raises RunError when root has neither.
    """
    if sys.platform == "win32" or os.geteuid() != 0:
        return None
    import pwd

    if data.exists() and data.stat().st_uid != 0:
        found = data.stat()
        return Account(found.st_uid, found.st_gid, str(found.st_uid))
    for name in ("postgres", "nobody"):
        try:
            entry = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(entry.pw_uid, entry.pw_gid, name)
    raise RunError(
        "PostgreSQL refuses to run as root and this system has no account named postgres or "
        "nobody; start the hub under an ordinary account."
    )


def name_of(data: Path, account: Account | None) -> str:
    """Return the name by which programs started in `data` call it."""
    if account is None:
        return str(data)
    if not HERE.exists():
        return str(data)  # no /proc: then every folder above must be open to the account
    return str(HERE)


def give(path: Path, account: Account | None) -> None:
    """Make a file or folder of ours belong to the account."""
    if account is not None and sys.platform != "win32":
        os.chown(path, account.uid, account.gid)


def run(
    command: Sequence[str],
    *,
    account: Account | None,
    folder: Path,
    timeout: float,
    environment: Mapping[str, str] | None = None,
) -> tuple[int, str]:
    """Run a program as the account in a folder; return its exit status and what it said.

    Output goes through a file, because a server that pg_ctl leaves behind would keep a pipe open
    for ever. Raises RunError when the program cannot be run or takes longer than `timeout`
    seconds.
    """
    surroundings = {k: v for k, v in os.environ.items() if not k.startswith("PG")}
    surroundings |= {"LC_ALL": "C", **(environment or {})}
    name = Path(command[0]).name
    with tempfile.TemporaryFile() as output:
        try:
            finished = subprocess.run(
                command,
                check=False,
                cwd=folder,
                env=surroundings,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                timeout=timeout,
                user=account.uid if account else None,
                group=account.gid if account else None,
                extra_groups=[] if account else None,
            )
        except subprocess.TimeoutExpired as error:
            raise RunError(f"{name} did not finish within {timeout:.0f} seconds.") from error
        except (OSError, subprocess.SubprocessError) as error:
            who = f" as {account.name}" if account else ""
            raise RunError(f"{name} could not be started{who}: {error}.") from error
        output.seek(0)
        return finished.returncode, output.read().decode(errors="replace")


def reachable_tools(tools: Path, account: Account | None) -> Path:
    """Return a folder with PostgreSQL's programs that the account may run.

    `tools` is the wheel's `bin`. When it lies where the account cannot go (a venv below `/root`),
    the three programs with their libraries and texts (about 20 MB) are copied, once, to the
    folder for temporary files; nothing in the venv or above it changes.
    """
    if account is None or _can_run(tools, account):
        return tools
    wheel, tree = tools.parents[1], tools.parent.name
    mark = f"{tools}:{(tools / 'postgres').stat().st_mtime_ns}"
    digest = hashlib.sha256(mark.encode()).hexdigest()[:12]
    copy = Path(tempfile.gettempdir()) / f"kcr2desk-postgres-{digest}"
    if not _ours(copy):
        fresh = Path(tempfile.mkdtemp(prefix="kcr2desk-postgres-"))
        _copy(wheel, tree, fresh)
        try:
            fresh.rename(copy)
        except OSError:  # another process was first, or a stranger took the name: keep our own
            copy = fresh
    found = copy / wheel.name / tree / "bin"
    if not _can_run(found, account):
        raise RunError(
            f"{account.name} may not run programs in {copy}; is it mounted noexec? "
            "Start the hub under an ordinary account."
        )
    return found


def _can_run(tools: Path, account: Account) -> bool:
    try:
        status, _ = run(
            [str(tools / "postgres"), "--version"], account=account, folder=Path("/"), timeout=30
        )
    except RunError:
        return False
    return status == 0


def _ours(copy: Path) -> bool:
    """Whether a copy made earlier may be trusted: made by us and writable by nobody else."""
    if copy.is_symlink() or not copy.is_dir():
        return False
    found = copy.stat()
    return found.st_uid == os.geteuid() and not found.st_mode & 0o022


def _copy(wheel: Path, tree: str, target: Path) -> None:
    source, into = wheel / tree, target / wheel.name / tree
    (into / "bin").mkdir(parents=True)
    for program in PROGRAMS:
        shutil.copy2(source / "bin" / program, into / "bin" / program)
    headers = shutil.ignore_patterns("pgxs", "*.a")
    shutil.copytree(source / "lib" / "postgresql", into / "lib" / "postgresql", ignore=headers)
    shutil.copytree(source / "share", into / "share")
    libraries = wheel.with_name(f"{wheel.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, target / libraries.name)
    for folder, _, files in os.walk(target):
        Path(folder).chmod(0o755)
        for file in files:
            path = Path(folder) / file
            path.chmod(path.stat().st_mode & 0o777 | 0o444)
