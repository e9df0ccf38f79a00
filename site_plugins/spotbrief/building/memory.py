"""What a preview remembers from one build to the next."""

from spotbrief.corpus.last_good import LastGood
from spotbrief.corpus.withdrawn import take_down
from spotbrief.model.desk import Desk
from spotbrief.reading.desk import Earlier


class Memory:
    """What was read before, and the things as they were before a mistake."""

    def __init__(self) -> None:
        self.earlier = Earlier()
        self._last_good = LastGood()

    def shown(self, desk: Desk) -> Desk:
        """*desk* as its preview shows it: all but what was taken down."""
        return take_down(self._last_good.fill(desk))
