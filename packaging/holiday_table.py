"""Makes resources/dictionary/holiday.csv: the days of rest, and the weekends that are worked, as the State Council gave them out.

Run: uv run --with chinesecalendar==1.11.0 packaging/holiday_table.py

The package (MIT) is asked once a year, when the days of the next one are out; the program itself reads the table alone.
A year that is not in the table is not known.
"""

import csv
from importlib import import_module
from pathlib import Path

# Not a dependency of the project: it is there only where this is run as said above.
DAYS = import_module("chinese_calendar.constants")
TABLE = Path(__file__).parent.parent / "resources" / "dictionary" / "holiday.csv"
FIRST_YEAR = 2025
NAMES = {
    "New Year's Day": "元旦",
    "Spring Festival": "春节",
    "Tomb-sweeping Day": "清明节",
    "Labour Day": "劳动节",
    "Dragon Boat Festival": "端午节",
    "National Day": "国庆节",
    "Mid-autumn Festival": "中秋节",
}
COLUMNS = ("code", "name", "name_en", "parent", "valid_from", "valid_to", "day_kind")


def main() -> None:
    """Write the table."""
    days = [(day, name, "rest") for day, name in DAYS.holidays.items()]
    days += [(day, name, "work") for day, name in DAYS.workdays.items()]
    with TABLE.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(COLUMNS)
        for day, name, kind in sorted(days):
            if day.year >= FIRST_YEAR:
                chinese = NAMES[name] if kind == "rest" else f"{NAMES[name]}调休上班"
                english = name if kind == "rest" else f"Worked for {name}"
                writer.writerow([day, chinese, english, "", "2000-01-01", "", kind])


if __name__ == "__main__":
    main()
