"""What a preview remembers from one build to the next."""

from spotbrief.corpus.last_good import LastGood
from spotbrief.model.desk import Desk
from spotbrief.reading.desk import Earlier


class Memory:
    """What was read before, and the things as they were before a mistake."""

    def __init__(self) -> None:
        self.earlier = Earlier()
        self._last_good = LastGood()

    def shown(self, desk: Desk) -> Desk:
        """*desk* with what a mistake hides in it."""
        return self._last_good.fill(desk)
