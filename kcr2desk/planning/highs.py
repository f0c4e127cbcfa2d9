"""HiGHS, spoken to in arrays: a relaxation with its reduced costs, and a search for whole numbers.

Its trouble is an exception with a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import highspy
import numpy as np
from numpy.typing import NDArray

from kcr2desk.planning.model import Model

Numbers = NDArray[np.float64]


class SolverTrouble(Exception):
    """The solver could not make a plan. The text is a sentence for a person."""


@dataclass(frozen=True, slots=True)
class Relaxed:
    """The best when units could be cut in pieces: no plan costs less than `cost`. Moving a column
    by one from where it is, in `values`, costs at least its `reduced` cost."""

    cost: float
    values: Numbers
    reduced: Numbers


@dataclass(frozen=True, slots=True)
class Found:
    """Values of all columns, what they cost (infinite: none were found), and what nothing costs
    less than. `done`: the search came to its end."""

    values: Numbers
    cost: float
    bound: float
    done: bool


class Arrays:
    """A model as the arrays that the solver takes."""

    def __init__(self, model: Model) -> None:
        self.lower = np.array(model.lower)
        self.upper = np.array(model.upper)
        kinds = highspy.HighsVarType
        self._whole = [kinds.kInteger if w else kinds.kContinuous for w in model.whole]
        self._lp = lp = highspy.HighsLp()
        lp.num_col_ = len(model.costs)
        lp.num_row_ = len(model.row_upper)
        lp.col_cost_ = np.array(model.costs)
        lp.col_lower_ = self.lower
        lp.col_upper_ = self.upper
        lp.row_lower_ = np.array(model.row_lower)
        lp.row_upper_ = np.array(model.row_upper)
        lp.offset_ = model.offset
        lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
        lp.a_matrix_.start_ = np.array(model.row_start, dtype=np.int32)
        lp.a_matrix_.index_ = np.array(model.columns, dtype=np.int32)
        lp.a_matrix_.value_ = np.array(model.values)

    def relaxed(self) -> Relaxed:
        """The relaxation, solved. Raises SolverTrouble."""
        self._lp.col_lower_, self._lp.col_upper_, self._lp.integrality_ = self.lower, self.upper, []
        solver = _solver(presolve="off")
        _must(solver.passModel(self._lp), "does not take the model")
        if solver.run() == highspy.HighsStatus.kError:
            raise SolverTrouble("The solver failed at its work.")
        status = solver.getModelStatus()
        if status != highspy.HighsModelStatus.kOptimal:
            raise SolverTrouble(f"The solver stopped without a plan ({_told(solver, status)}).")
        cost = float(solver.getInfo().objective_function_value)
        solution = solver.getSolution()
        return Relaxed(cost, np.array(solution.col_value), np.array(solution.col_dual))

    def search(
        self, seconds: float, close: float, near: tuple[Relaxed, float], start: Numbers | None
    ) -> Found:
        """The best in whole numbers, to within `close`, of what is near a relaxation: only columns
        whose reduced cost is `near[1]` at most may move. Raises SolverTrouble.
        """
        reduced, most = near[0].reduced, near[1]
        lower, upper = self.lower.copy(), self.upper.copy()
        upper[reduced > most] = self.lower[reduced > most]
        stays = (reduced < -most) & np.isfinite(self.upper)
        lower[stays] = self.upper[stays]
        self._lp.col_lower_, self._lp.col_upper_ = lower, upper
        self._lp.integrality_ = self._whole
        solver = _solver(time_limit=seconds, mip_abs_gap=close)
        _must(solver.passModel(self._lp), "does not take the model")
        if start is not None and np.all((lower <= start) & (start <= upper)):
            first = highspy.HighsSolution()
            first.col_value = start.tolist()
            _must(solver.setSolution(first), "does not take the first plan")
        if solver.run() == highspy.HighsStatus.kError:
            raise SolverTrouble("The solver failed at its work.")
        return _found(solver)


def _found(solver: Any) -> Found:
    kinds = highspy.HighsModelStatus
    status = solver.getModelStatus()
    if status == kinds.kInfeasible:  # what may move does not come to any plan
        return Found(np.empty(0), float("inf"), float("inf"), True)
    if status not in (kinds.kOptimal, kinds.kTimeLimit):
        raise SolverTrouble(f"The solver stopped without a plan ({_told(solver, status)}).")
    info = solver.getInfo()
    done = status == kinds.kOptimal
    if info.primal_solution_status != highspy.kSolutionStatusFeasible:
        return Found(np.empty(0), float("inf"), float(info.mip_dual_bound), done)
    cost = float(info.objective_function_value)
    # A model in which nothing is left to choose is solved as a relaxation, without a bound.
    bound = cost if done else min(cost, float(info.mip_dual_bound))
    return Found(np.array(solver.getSolution().col_value), cost, bound, done)


def _solver(**settings: float | str) -> Any:
    """A solver that says nothing, uses one thread, and does the same work every time."""
    solver = highspy.Highs()  # type: ignore[no-untyped-call]
    fixed: dict[str, bool | int | float | str] = {
        "output_flag": False,
        "threads": 1,
        "parallel": "off",
        "random_seed": 0,
        "mip_rel_gap": 0.0,
        "mip_feasibility_tolerance": 1e-7,
        # It finds nothing near what the relaxation shows, and takes half of the time.
        "mip_heuristic_run_feasibility_jump": False,
    }
    for name, value in {**fixed, **settings}.items():
        _must(solver.setOptionValue(name, value), f"does not know the setting {name}")
    return solver


def _must(status: highspy.HighsStatus, what: str) -> None:
    if status == highspy.HighsStatus.kError:
        raise SolverTrouble(f"The solver {what}.")


def _told(solver: Any, status: highspy.HighsModelStatus) -> str:
    return str(solver.modelStatusToString(status))
