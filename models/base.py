"""The declarative bases: `Base` for every table, `Entity` for what the journal records."""

from __future__ import annotations

from enum import Enum
from functools import cache
from typing import Any, ClassVar

from sqlalchemy import JSON, BigInteger, Float, ForeignKey, MetaData, String
from sqlalchemy import Enum as EnumType
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    """Every table. Instants are whole milliseconds since 1970-01-01T00:00Z."""

    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        int: BigInteger,
        str: String,
        float: Float,
        dict[str, Any]: JSON(none_as_null=True),
        list[str]: JSON(none_as_null=True),
        list[list[float]]: JSON(none_as_null=True),
        list[dict[str, Any]]: JSON(none_as_null=True),
        Enum: EnumType(
            Enum,
            native_enum=False,
            create_constraint=False,
            length=20,
            values_callable=lambda members: [member.value for member in members],
        ),
    }


class Entity(Base):
    """A thing of the trade whose every change is a journal record; keyed by a UUIDv7."""

    __abstract__ = True

    id: Mapped[str] = mapped_column(primary_key=True)

    def __init__(self, **fields: Any) -> None:
        # Nobody watches a thing that is being born: what it has from birth need not go through the watchers.
        self.__dict__.update(birth_values(type(self)))
        super().__init__(**fields)


def refers(target: str) -> ForeignKey:
    """Return a reference to `table.id`, checked at commit: the order of inserts in a command is free."""
    return ForeignKey(f"{target}.id", deferrable=True, initially="DEFERRED")


@cache
def birth_defaults(cls: type[Entity]) -> tuple[tuple[str, Any], ...]:
    """Return (column, default) of every column that has one."""
    table = cls.__table__
    return tuple(
        (column.name, column.default) for column in table.columns if column.default is not None
    )


def birth_values(cls: type[Entity]) -> dict[str, Any]:
    """Return what a thing has from its birth, not only from its first flush: rules need no database."""
    return {
        name: default.arg(None) if default.is_callable else default.arg
        for name, default in birth_defaults(cls)
    }


@cache
def entity_classes() -> dict[str, type[Entity]]:
    """Return every concrete entity class by the name the journal uses (its table)."""
    found: dict[str, type[Entity]] = {}
    waiting: list[type[Entity]] = list(Entity.__subclasses__())
    while waiting:
        cls = waiting.pop()
        waiting.extend(cls.__subclasses__())
        if not cls.__dict__.get("__abstract__", False):
            found[cls.__tablename__] = cls
    return found
