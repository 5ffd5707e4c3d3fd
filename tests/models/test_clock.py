"""The hybrid clock never runs backwards and puts causes before effects; keys are UUIDv7."""

from __future__ import annotations

import uuid
from itertools import islice

from hypothesis import given
from hypothesis import strategies as st

from models.clock import COUNTER_MAX, pack, receive, tick, wall
from models.identity import new_id, seeded_ids, uuid7

WALL = st.integers(0, 1 << 44)
STAMP = st.integers(0, 1 << 60)


@given(st.lists(WALL, min_size=1))
def test_the_clock_never_runs_backwards_even_when_the_wall_jumps(walls: list[int]) -> None:
    last = 0
    for now in walls:
        stamp = tick(last, now)
        assert stamp > last
        assert wall(stamp) >= now
        last = stamp


@given(STAMP, STAMP, WALL)
def test_what_is_done_after_hearing_of_something_is_later_than_it(
    last: int, seen: int, now: int
) -> None:
    heard = receive(last, seen, now)
    assert heard > max(last, seen)
    assert tick(heard, now) > seen


def test_the_clock_follows_the_wall_again_when_it_has_caught_up() -> None:
    ahead = tick(0, 5_000)
    assert wall(tick(ahead, 1_000)) == 5_000
    assert tick(ahead, 6_000) == pack(6_000, 0)


def test_a_counter_that_is_full_runs_over_into_the_next_millisecond() -> None:
    assert tick(pack(5, COUNTER_MAX), 5) == pack(6, 0)


@given(st.integers(0, (1 << 48) - 1), st.binary(min_size=10, max_size=16))
def test_a_key_is_a_version_7_uuid_that_tells_its_birth(at: int, entropy: bytes) -> None:
    key = uuid.UUID(uuid7(at, entropy))
    assert (key.version, key.variant) == (7, uuid.RFC_4122)
    assert key.int >> 80 == at


@given(
    st.lists(
        st.tuples(st.integers(0, (1 << 48) - 1), st.binary(min_size=10, max_size=10)), min_size=2
    )
)
def test_keys_sort_by_birth_as_text(births: list[tuple[int, bytes]]) -> None:
    keys = sorted(uuid7(at, entropy) for at, entropy in births)
    assert [uuid.UUID(key).int >> 80 for key in keys] == sorted(at for at, _ in births)


def test_seeded_keys_depend_on_the_seed_and_the_clock_alone() -> None:
    def some(seed: int, at: int) -> list[str]:
        return list(islice(seeded_ids(seed, lambda: at), 50))

    assert some(1, 5) == some(1, 5)
    assert not set(some(1, 5)) & set(some(2, 5))
    assert not set(some(1, 5)) & set(some(1, 6))


def test_fresh_keys_do_not_repeat() -> None:
    assert len({new_id() for _ in range(1000)}) == 1000
