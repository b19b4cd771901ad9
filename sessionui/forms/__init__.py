"""Questionnaires by mail: one self-contained page a form, and the keys that its answers carry."""
