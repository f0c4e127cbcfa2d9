"""The desk's encrypted cache: records as the officer sees them, outbox, drafts, files, search."""

from kcr2desk.store.attachments import FileToSend, FileWanted, TooLarge
from kcr2desk.store.cache import Cache
from kcr2desk.store.drafts import Draft
from kcr2desk.store.errors import (
    AffectedSQLite,
    Damaged,
    DiskFull,
    InUse,
    MissingRecord,
    NewerDatabase,
    NoIdentity,
    StoreError,
    WrongKey,
)
from kcr2desk.store.facts import Attention, StoreFacts
from kcr2desk.store.history import HistoryLine
from kcr2desk.store.identity import Identity
from kcr2desk.store.offers import Offer
from kcr2desk.store.outbox import Batch, Pending, Refusal
from kcr2desk.store.query import Count, Hit, HourCount, Page, ReportLine, ReportQuery
from kcr2desk.store.room import Opening
from kcr2desk.store.work import Changed

__all__ = [
    "AffectedSQLite",
    "Attention",
    "Batch",
    "Cache",
    "Changed",
    "Count",
    "Damaged",
    "DiskFull",
    "Draft",
    "FileToSend",
    "FileWanted",
    "HistoryLine",
    "Hit",
    "HourCount",
    "Identity",
    "InUse",
    "MissingRecord",
    "NewerDatabase",
    "NoIdentity",
    "Offer",
    "Opening",
    "Page",
    "Pending",
    "Refusal",
    "ReportLine",
    "ReportQuery",
    "StoreError",
    "StoreFacts",
    "TooLarge",
    "WrongKey",
]
