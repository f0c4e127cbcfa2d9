"""The roles that an account may have; what each may do is data in `kcr2desk.core.access`."""

from __future__ import annotations

from kcr2desk.core.access import ROLES

INTAKE = "intake"
"""The role of an API key: it delivers reports and reads nothing."""

ACCOUNT_ROLES = tuple(name for name in ROLES if name not in (INTAKE, "hub"))

NEEDS_ORGANISATION = ("region_officer", "partner")
"""Roles that mean nothing without knowing for whom; the others act for KCR2."""
