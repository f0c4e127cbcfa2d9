"""The colours of the desk, as one table, and the arithmetic of contrast. No Qt in here."""

from __future__ import annotations

from dataclasses import dataclass, fields


@dataclass(frozen=True, slots=True)
class Tokens:
    """One colour a role, `#RRGGBB`. Meaning of each role: look.md, "Tokens"."""

    ground: str
    surface: str
    raised: str
    line: str
    text: str
    muted: str
    accent: str
    urgent: str
    attention: str
    good: str
    stale: str
    exercise: str
    on_accent: str
    tint_share: float
    """How much of a colour goes into its tint: less in light, more in dark, to look alike."""

    @property
    def edge(self) -> str:
        """Border of a control: stronger than a rule, so that a field is seen as a field."""
        return mix(self.muted, self.line, 0.45)

    @property
    def selection(self) -> str:
        """Ground of what is selected."""
        return self.tint("accent")

    @property
    def selection_idle(self) -> str:
        """Ground of what is selected where the focus is not."""
        return mix(self.muted, self.surface, self.tint_share)

    @property
    def hover(self) -> str:
        """Ground of the row under the mouse: half way to `raised`, less than a selection."""
        return mix(self.raised, self.surface, 0.7)

    @property
    def pressed(self) -> str:
        return self.line

    @property
    def accent_hover(self) -> str:
        return mix(self.accent, self.text, 0.86)

    @property
    def mark(self) -> str:
        """Ground of a match in a searched text."""
        return mix(self.attention, self.surface, 0.28)

    def tone(self, tone: str) -> str:
        """The colour of a tone by its name. Raises AttributeError for an unknown one."""
        return str(getattr(self, tone))

    def tint(self, tone: str) -> str:
        """A quiet ground in a tone; text in `text` and in the tone itself is legible on it."""
        return mix(self.tone(tone), self.surface, self.tint_share)

    def colours(self) -> dict[str, str]:
        """All colours by name, the derived ones too, for the style sheet."""
        table = {f.name: self.tone(f.name) for f in fields(self) if f.name != "tint_share"}
        for name in ("edge", "selection", "selection_idle", "hover", "pressed", "accent_hover"):
            table[name] = self.tone(name)
        for tone in ("accent", "urgent", "attention", "good", "exercise", "muted"):
            table[f"{tone}_tint"] = self.tint(tone)
        return table


LIGHT = Tokens(
    ground="#F6F7F9",
    surface="#FFFFFF",
    raised="#EEF1F5",
    line="#D9DEE6",
    text="#16202E",
    muted="#586578",
    accent="#0B5CAD",
    urgent="#B3261E",
    attention="#8A5A00",
    good="#1B6E3C",
    stale="#7A8494",
    exercise="#6B2FA0",
    on_accent="#FFFFFF",
    tint_share=0.10,
)

DARK = Tokens(
    ground="#14171C",
    surface="#1B1F26",
    raised="#242A33",
    line="#303844",
    text="#E8ECF2",
    muted="#9AA7B8",
    accent="#6DB3F2",
    urgent="#FF8A80",
    attention="#F2B84B",
    good="#6FCF97",
    stale="#76818F",
    exercise="#C79BF2",
    on_accent="#14171C",
    tint_share=0.17,
)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def mix(colour: str, ground: str, share: float) -> str:
    """`share` of `colour` on `ground`, both `#RRGGBB`."""
    pairs = zip(_channels(colour), _channels(ground), strict=True)
    return "#" + "".join(f"{round(c * share + g * (1 - share)):02X}" for c, g in pairs)


def _luminance(colour: str) -> float:
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in _channels(colour))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Contrast of two colours after WCAG 2.2, from 1 (none) to 21 (black on white)."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)
