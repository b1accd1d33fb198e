"""Spans of time as people say them."""

from __future__ import annotations

import datetime

from PySide6.QtCore import QCoreApplication, QDateTime, QLocale


def left(seconds: float) -> str:
    """How long something will still take, roughly."""
    if seconds < 60:
        return QCoreApplication.translate("Spans", "less than a minute left")
    minutes = round(seconds / 60)
    if minutes < 60:
        return QCoreApplication.translate("Spans", "about %n minute(s) left", "", minutes)
    return QCoreApplication.translate("Spans", "about %n hour(s) left", "", round(minutes / 60))


def age(then: datetime.datetime) -> str:
    """How long ago something was."""
    days = (datetime.datetime.now(datetime.UTC) - then).days
    if days < 1:
        return QCoreApplication.translate("Spans", "less than a day ago")
    return QCoreApplication.translate("Spans", "%n day(s) ago", "", days)


def moment(then: datetime.datetime) -> str:
    """A day and time, as they are written here."""
    local = QDateTime.fromSecsSinceEpoch(int(then.timestamp()))
    return QLocale().toString(local, QLocale.FormatType.ShortFormat)
