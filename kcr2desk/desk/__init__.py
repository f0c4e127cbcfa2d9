"""The desk: everything with a screen."""

from kcr2desk.desk.keep_none import keep_none

keep_none()
