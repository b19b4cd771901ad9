"""Phones on the facilitator's screen: which network, the codes for the wall, personal codes."""
