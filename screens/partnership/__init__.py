"""The partnership screen: everything that outlives a session, a page at a time."""

from screens.partnership.screen import PartnershipScreen

__all__ = ["PartnershipScreen"]
