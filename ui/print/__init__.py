"""Sheets on paper: the incident sheet as the trade prints it and the summary for the next shift, as PDF or by a printer."""

from ui.print.picture import Plate
from ui.print.printing import Printing

__all__ = ["Plate", "Printing"]
