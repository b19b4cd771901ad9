"""Guidance: what the facilitator may ask now, by plain rules from what everybody may know.

A rule reads a ``Situation``, which holds no ballot: before a reveal no prompt can depend on a mark.
"""
