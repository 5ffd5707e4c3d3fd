"""Who sits here: signing on, handing over, signing off; the first start asks it together with language and colours."""

from ui.person.handover import Handover
from ui.person.pane import PersonPane

__all__ = ["Handover", "PersonPane"]
