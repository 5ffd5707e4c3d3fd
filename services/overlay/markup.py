"""XML from outside: read without a document type, so that no entity is ever unfolded, no file opened and no address asked."""

from __future__ import annotations

from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from models.errors import TroubleError

DEEPEST = 60


def read_markup(data: bytes, file: str) -> Element:
    """Return the root, tags without namespaces; TroubleErrors `overlay.entities`, `overlay.damaged`."""
    builder, depth = TreeBuilder(), 0

    def refuse(*_: object) -> None:
        raise TroubleError("overlay.entities", file=file)

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST:
            raise TroubleError("overlay.damaged", file=file, why=f"depth > {DEEPEST}")
        builder.start(plain(tag), attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(plain(tag))

    parser = expat.ParserCreate(namespace_separator="}")
    parser.StartDoctypeDeclHandler = refuse
    parser.EntityDeclHandler = refuse
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.CharacterDataHandler = builder.data
    try:
        parser.Parse(data, True)
        return builder.close()
    except (expat.ExpatError, AssertionError, ValueError, LookupError) as error:
        raise TroubleError("overlay.damaged", file=file, why=str(error)) from error


def plain(tag: str) -> str:
    """Return a tag without its namespace."""
    return tag.rpartition("}")[2]


def text_of(element: Element, tag: str) -> str:
    """Return the text of the first child of a tag, "" where there is none."""
    child = element.find(tag)
    return ("".join(child.itertext()) if child is not None else "").strip()
