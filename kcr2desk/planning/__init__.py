"""Plans for bijstand: who could give what to whom, by weights that KCR2 does not set by itself.

    made = plan(book, now)
    for assignment in made.assignments: …
    made.unfilled, made.second, made.weights.version, scarcity(book, made, now)

`problem` is what there is to choose from, `score` what a choice comes to, `greedy` the plan that a
person would make by hand, `model`, `highs` and `solve` the search, `explain` the reasons.
"""

from kcr2desk.planning.highs import SolverTrouble as SolverTrouble
from kcr2desk.planning.propose import plan as plan
from kcr2desk.planning.result import Assignment as Assignment
from kcr2desk.planning.result import Plan as Plan
from kcr2desk.planning.result import Reason as Reason
from kcr2desk.planning.result import Unfilled as Unfilled
from kcr2desk.planning.scarcity import ScarcityAdvice as ScarcityAdvice
from kcr2desk.planning.scarcity import scarcity as scarcity
from kcr2desk.planning.score import Score as Score
from kcr2desk.planning.words import sentence as sentence
