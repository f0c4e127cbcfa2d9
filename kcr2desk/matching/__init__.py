"""Whether two records are about one human being: keys to find them by, a likeness with its reasons,
and pairs within lists. It proposes and explains; a person decides (`core.repatriation.links`).

Nothing here remembers a name: what is kept for speed lives as long as one `Matcher`.
"""

from kcr2desk.matching.likeness import REASONS as REASONS
from kcr2desk.matching.likeness import Likeness as Likeness
from kcr2desk.matching.likeness import Matcher as Matcher
from kcr2desk.matching.likeness import likeness as likeness
from kcr2desk.matching.pairs import KeyIndex as KeyIndex
from kcr2desk.matching.pairs import Pair as Pair
from kcr2desk.matching.pairs import keys_of as keys_of
from kcr2desk.matching.pairs import pairs as pairs
from kcr2desk.matching.pairs import pairs_of as pairs_of
from kcr2desk.matching.rarity import Rarity as Rarity
from kcr2desk.matching.traits import Traits as Traits
from kcr2desk.matching.traits import traits as traits
