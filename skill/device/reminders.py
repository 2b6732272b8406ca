"""The reminders of a pretend speaker: kept while the program runs; they never ring, and it says so."""

from dataclasses import dataclass, field

from skill.ports.reminders import Order, Reminder, Result, Trouble
from skill.ports.time_zones import Device


@dataclass
class PretendReminders:
    """What Alexa's reminders are on an Echo; whoever talks to this program shares them."""

    there: list[Reminder] = field(default_factory=list)

    def make(self, _: Device | None, order: Order) -> Result:
        """Keep it, and say that it will not ring."""
        if order.reminder not in self.there:
            self.there.append(order.reminder)
        return Trouble.SILENT

    def kept(self, _: Device | None) -> Result:
        """Those that were made since the program began."""
        return tuple(self.there)

    def cancel(self, _: Device | None, reminders: tuple[Reminder, ...]) -> Result:
        """Cancel these."""
        self.there = [reminder for reminder in self.there if reminder not in reminders]
        return reminders
