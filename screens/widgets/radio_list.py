"""A list in which walking is choosing: one of its rows is always the chosen one."""

from screens.widgets.pick_list import PickList


class RadioList(PickList):
    """Moving the highlight by key selects the row, as in a group of radio buttons."""

    def action_cursor_down(self) -> None:
        """Choose the next row."""
        super().action_cursor_down()
        self.action_select()

    def action_cursor_up(self) -> None:
        """Choose the row before."""
        super().action_cursor_up()
        self.action_select()

    def action_first(self) -> None:
        """Choose the first row."""
        super().action_first()
        self.action_select()

    def action_last(self) -> None:
        """Choose the last row."""
        super().action_last()
        self.action_select()
