"""The duty officer's world: records, what is allowed, how edits merge, and sync as pure steps.

Standard library only; nothing here reads a clock, a file or a random source in passing.
"""
