"""Where icons, styles and translations lie: in the installed wheel or in the checkout."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import kcr2desk


@cache
def folder() -> Path:
    """The folder of resources; the wheel carries it inside the package, a checkout beside it.

    Raises FileNotFoundError when the installation is incomplete.
    """
    package = Path(kcr2desk.__file__).parent
    for candidate in (package / "resources", package.parent / "resources"):
        if (candidate / "icons").is_dir():
            return candidate
    raise FileNotFoundError(f"no resources beside {package}; install KCR2 Desk again")


def path(*parts: str) -> Path:
    """The file `parts` below the resources. Raises FileNotFoundError when it is not there."""
    found = folder().joinpath(*parts)
    if not found.exists():
        raise FileNotFoundError(found)
    return found


def text(*parts: str) -> str:
    """The text of a resource file, UTF-8."""
    return path(*parts).read_text(encoding="utf-8")
