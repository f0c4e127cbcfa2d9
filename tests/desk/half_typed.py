"""A desk in a process of its own, to be killed: types half a request, says so, and waits.

python -m tests.desk.half_typed FOLDER SECRET < keyring as JSON
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from kcr2desk.desk.accounts import known_accounts
from kcr2desk.desk.bijstand.request_form import RequestForm
from kcr2desk.desk.language import Language
from kcr2desk.desk.session import Opener
from kcr2desk.desk.theme import Scheme, Theme
from kcr2desk.desk.vault import MemorySecrets
from tests.desk.bijstand_room import Officer


def half_type(folder: Path, secret: str) -> None:
    """Open the desk of this account and type until it is killed."""
    app = QApplication([])
    secrets = MemorySecrets(json.load(sys.stdin))
    data = folder / "killed"
    (account,) = (a for a in known_accounts(data) if a.secret == secret)
    session = Opener(data, lambda: secrets).open(account)
    look = Theme(app, scheme=Scheme.LIGHT), Language(app, "en")
    officer = Officer(session, look, data / "settings.json")
    officer.to_bijstand()
    officer.press("N")
    officer.card(RequestForm)
    officer.type("7 pel bb Hoog Buurlo")
    officer.press("Return")
    officer.type("en nog iets")
    officer.until(lambda: session.cache.drafts("assistancerequest"))
    officer.until(lambda: "nog" in str(session.cache.drafts("assistancerequest")[0].typed))
    sys.stdout.write("typed\n")
    sys.stdout.flush()
    time.sleep(60)


if __name__ == "__main__":
    half_type(Path(sys.argv[1]), sys.argv[2])
