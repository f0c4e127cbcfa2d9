"""Compile forms and translations, or check that what is committed is fresh and complete.

    python tools/forms.py            compile ui/*.ui and translations, after a change
    python tools/forms.py --check    change nothing; fail when something is stale or missing

The check fails when a committed form or .qm differs from its source, when a text has no
translation, when a visible text in the desk is written without tr(), and when tr() stands where
lupdate does not find it.
"""

from __future__ import annotations

import argparse
import ast
import filecmp
import re
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).resolve().parents[1]
FORMS = ROOT / "ui"
COMPILED = ROOT / "kcr2desk" / "desk" / "forms"
DESK = ROOT / "kcr2desk" / "desk"
TRANSLATIONS = ROOT / "resources" / "translations"
LANGUAGES = {"nl": [], "en": ["-pluralonly"]}  # the source is English: only its plurals differ

VISIBLE = frozenset(
    (
        "setText", "setToolTip", "setWindowTitle", "setPlaceholderText", "setTitle",
        "setAccessibleName", "setStatusTip", "setWhatsThis", "setSubtitle", "set_title",
        "set_subtitle", "set_texts", "set_word", "addAction", "addMenu", "tell",
        "QLabel", "QPushButton", "QCheckBox", "QRadioButton", "QGroupBox", "label", "button",
        "ElidedLabel", "Pill", "SectionHeader", "InlineMessage",
    )
)  # fmt: skip
NAMES = frozenset({"METHANE", "KCR2 Desk", "Ctrl+K", "NL", "BON"})
"""Names and keys that read the same in every language."""


def tool(name: str, *arguments: str | Path) -> str:
    """Run a tool of PySide6 from this Python's environment. Raises SystemExit when it fails."""
    program = Path(sysconfig.get_path("scripts")) / name
    done = subprocess.run(
        [program, *arguments], capture_output=True, text=True, check=False, cwd=ROOT
    )
    if done.returncode:
        raise SystemExit(f"{name} failed:\n{done.stdout}{done.stderr}")
    return done.stdout


def compile_forms(into: Path) -> list[Path]:
    """Compile every form to `into`; returns the files made."""
    into.mkdir(parents=True, exist_ok=True)
    made = []
    for form in sorted(FORMS.glob("*.ui")):
        target = into / f"{form.stem}.py"
        tool("pyside6-uic", form.relative_to(ROOT), "-o", target)
        made.append(target)
    init = into / "__init__.py"
    init.write_text('"""Forms compiled from ui/ by tools/forms.py; do not edit."""\n')
    return [*made, init]


class _Plurals(ast.NodeTransformer):
    """Writes translate(context, text, None, n) as lupdate wants a plural: with an encoding first,
    as in Qt 4. Otherwise it takes the text for one without plural, or does not find it."""

    def visit_Call(self, node: ast.Call) -> ast.Call:
        self.generic_visit(node)
        if _called(node) == "translate" and len(node.args) == 4:
            node.args[2:] = [ast.Constant(""), ast.Name("UnicodeUTF8"), ast.Name("n")]
        return node


def collect_texts(folder: Path) -> list[Path]:
    """Bring the .ts files in `folder` up to date with forms and code."""
    made = []
    with tempfile.TemporaryDirectory() as name:
        sources = [str(path) for path in sorted(FORMS.glob("*.ui"))]
        for source in sorted(DESK.rglob("*.py")):
            if COMPILED not in source.parents:
                copy = Path(name) / source.relative_to(ROOT)
                copy.parent.mkdir(parents=True, exist_ok=True)
                tree = _Plurals().visit(ast.parse(source.read_text(encoding="utf-8")))
                copy.write_text(ast.unparse(ast.fix_missing_locations(tree)), encoding="utf-8")
                sources.append(str(copy))
        for language, options in LANGUAGES.items():
            file = folder / f"kcr2desk_{language}.ts"
            common = ["-no-obsolete", "-locations", "none", "-source-language", "en"]
            tool("pyside6-lupdate", *common, *options, *sources, "-ts", str(file))
            made.append(file)
    return made


def _called(node: ast.Call) -> str:
    """The name of what is called, without what it is a part of."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""


def places(text: str) -> frozenset[str]:
    """The places in a text that the program fills in: `{name}` and `%n`."""
    return frozenset(re.findall(r"\{\w*\}|%n", text))


def untranslated(file: Path) -> Iterator[str]:
    """The texts of a .ts file that have no translation, as `context: text`."""
    for context in ElementTree.parse(file).getroot().iter("context"):
        name = context.findtext("name", "")
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = [] if translation is None else translation.findall("numerusform")
            words = [f.text or "" for f in forms] or [
                "" if translation is None else translation.text or ""
            ]
            unfinished = translation is None or translation.get("type") == "unfinished"
            source = message.findtext("source", "")
            if unfinished or not all(words):
                yield f"{name}: {source}"
            elif any(places(word) - places(source) for word in words):
                yield f"{name}: {source} (the translation names a place that the text has not)"
            elif any(places(source) - places(word) - {"%n"} for word in words):
                yield f"{name}: {source} (a place is missing in the translation)"


def hard_coded(file: Path) -> Iterator[str]:
    """Calls in `file` that show a text which was not put through tr()."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = _called(node)
        if name in VISIBLE:
            for argument in node.args[:1] if name == "tell" else node.args:  # then comes a tone
                for text in shown_texts(argument):
                    if any(c.isalpha() for c in text) and text not in NAMES:
                        place = f"{file.relative_to(ROOT)}:{node.lineno}"
                        yield f"{place}: {name}({text!r}) is shown without tr()"


def asked_for(file: Path) -> Iterator[tuple[int, str]]:
    """Line and text of each call of tr() or translate() in `file` that names its text."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call):
            continue
        name = _called(node)
        place = {"tr": 0, "translate": 1}.get(name)
        if place is None or len(node.args) <= place:
            continue
        text = node.args[place]
        if isinstance(text, ast.Constant) and isinstance(text.value, str):
            yield node.lineno, text.value


def not_collected(file: Path, known: frozenset[str]) -> Iterator[str]:
    """Texts that are put through tr() in a way that lupdate does not find."""
    for line, text in asked_for(file):
        if text not in known:
            place = f"{file.relative_to(ROOT)}:{line}"
            yield f"{place}: lupdate does not find {text!r}"


def plurals_of_bases(files: Sequence[Path]) -> Iterator[str]:
    """Plurals by self.tr() in a class that others build on.

    PySide takes a plural without translation for a translated one as soon as its %n is filled in,
    so in an object of the subclass it never looks in the context of the class that has it.
    """
    plurals: dict[str, str] = {}
    bases: set[str] = set()
    for file in files:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.ClassDef):
                continue
            bases |= {ast.unparse(base).rpartition(".")[2] for base in node.bases}
            for call in ast.walk(node):
                if isinstance(call, ast.Call) and _called(call) == "tr" and len(call.args) > 2:
                    plurals[node.name] = f"{file.relative_to(ROOT)}:{call.lineno}"
    for name in plurals.keys() & bases:
        yield f"{plurals[name]}: a plural of a base class wants translate({name!r}, …)"


def shown_texts(argument: ast.expr) -> Iterator[str]:
    """The literal texts in an argument that reach the screen as they are."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from shown_texts(argument.body)
        yield from shown_texts(argument.orelse)


def build() -> None:
    """Compile everything in place and say what is still to be translated."""
    compile_forms(COMPILED)
    for file in collect_texts(TRANSLATIONS):
        tool("pyside6-lrelease", file, "-qm", file.with_suffix(".qm"))
        for text in untranslated(file):
            print(f"{file.name}: to translate: {text}")


def check() -> list[str]:
    """What is stale, untranslated or hard-coded; empty when all is well."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        fresh = Path(name)
        made = compile_forms(fresh)
        for file in made:
            committed = COMPILED / file.name
            if not committed.exists() or not filecmp.cmp(file, committed, shallow=False):
                wrong.append(f"{committed.relative_to(ROOT)} is stale: run tools/forms.py")
        known = {file.name for file in made}
        wrong += [
            f"{extra.relative_to(ROOT)} has no form in ui/"
            for extra in COMPILED.glob("*.py")
            if extra.name not in known
        ]
        wrong += check_translations(fresh)
    sources = [p for p in sorted(DESK.rglob("*.py")) if COMPILED not in p.parents]
    for source in sources:
        wrong += hard_coded(source)
    return [*wrong, *plurals_of_bases(sources)]


def check_translations(fresh: Path) -> list[str]:
    """Texts without translation, and .qm files that differ from their .ts."""
    wrong: list[str] = []
    for language in LANGUAGES:
        committed = TRANSLATIONS / f"kcr2desk_{language}.ts"
        (fresh / committed.name).write_bytes(committed.read_bytes())
    known: set[str] = set()
    for file in collect_texts(fresh):
        root = ElementTree.parse(file).getroot()
        known |= {message.findtext("source", "") for message in root.iter("message")}
        wrong += [f"{file.name}: not translated: {text}" for text in untranslated(file)]
        compiled = file.with_suffix(".qm")
        tool("pyside6-lrelease", TRANSLATIONS / file.name, "-qm", compiled)
        committed = TRANSLATIONS / compiled.name
        if not committed.exists() or not filecmp.cmp(compiled, committed, shallow=False):
            wrong.append(f"{committed.relative_to(ROOT)} is stale: run tools/forms.py")
    for source in sorted(DESK.rglob("*.py")):
        if COMPILED not in source.parents:
            wrong += not_collected(source, frozenset(known))
    return wrong


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--check", action="store_true", help="change nothing, fail when stale")
    if not parser.parse_args().check:
        build()
        return 0
    wrong = check()
    for line in wrong:
        print(line, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
