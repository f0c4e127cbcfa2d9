"""Draw scenes: python -m tests.scenes NAME|all --out FOLDER [--dark] [--size 1600x1000]."""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.scenes", description=__doc__)
    parser.add_argument("name", help="the name of a scene, the start of some, or all")
    parser.add_argument("--out", type=Path, required=True, help="folder for the pictures")
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--size", default="1600x1000", help="in px at 100 %%")
    parser.add_argument("--scale", default="1", help="1 to 2")
    parser.add_argument("--language", default="nl", choices=["nl", "en"])
    options = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_SCALE_FACTOR"] = options.scale

    from PySide6.QtCore import QSize
    from PySide6.QtWidgets import QApplication

    from kcr2desk.desk.language import Language
    from kcr2desk.desk.theme import Scheme, Theme
    from tests.scenes import Stage, load
    from tests.scenes.draw import picture

    scenes = {
        name: scene
        for name, scene in load().items()
        if options.name == "all" or name.startswith(options.name)
    }
    if not scenes:
        parser.error(f"no scene is named {options.name}; there are {', '.join(load())}")
    app = QApplication([])
    stage = Stage(
        Theme(app, scheme=Scheme.DARK if options.dark else Scheme.LIGHT),
        Language(app, options.language),
    )
    width, height = (int(part) for part in options.size.split("x"))
    options.out.mkdir(parents=True, exist_ok=True)
    for name, scene in scenes.items():
        shade = "dark" if options.dark else "light"
        file = options.out / f"{name}-{shade}-{options.size}.png"
        picture(scene, stage, QSize(width, height)).save(str(file))
        print(file)
    return 0


if __name__ == "__main__":
    sys.exit(main())
