"""Bringing people home: operations, arrivals, lists, persons and what becomes of them.

Each operation is a stream of its own, `operation:<its id>`: who is no member of it does not see
that it exists. Nothing here leaves that stream but numbers (`Counts`) and who looked (`Viewing`).
"""
