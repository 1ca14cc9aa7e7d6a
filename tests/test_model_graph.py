"""Proves that loops are found once each, without recursion, however long and well hidden."""

from hypothesis import given
from hypothesis import strategies as st

from jdlint.model.graph import loops


def _found(edges: dict[str, list[str]]) -> list[list[str]]:
    return list(loops(edges))


def test_a_loop_of_five_roles_is_given_in_order() -> None:
    assert _found({"a": ["b"], "b": ["c"], "c": ["d"], "d": ["e"], "e": ["a"]}) == [["a", "b", "c", "d", "e"]]


def test_a_loop_hidden_behind_a_third_is_found_without_the_third() -> None:
    assert _found({"a": ["b"], "b": ["c"], "c": ["b"]}) == [["b", "c"]]


def test_two_separate_loops_are_given_once_each() -> None:
    assert sorted(_found({"a": ["b"], "b": ["a"], "c": ["d"], "d": ["e"], "e": ["c"], "f": ["a", "c"]})) == [
        ["a", "b"],
        ["c", "d", "e"],
    ]


def test_of_several_ways_round_the_shortest_is_given() -> None:
    assert _found({"a": ["b", "d"], "b": ["c"], "c": ["a"], "d": ["a"]}) == [["a", "d"]]


def test_a_role_that_names_itself_is_no_loop_and_hides_none() -> None:
    assert _found({"a": ["a"]}) == []
    assert _found({"a": ["a", "b"], "b": ["b", "a"]}) == [["a", "b"]]


def test_meeting_twice_and_naming_the_same_superior_twice_are_no_loops() -> None:
    assert _found({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}) == []
    assert _found({"a": ["b", "b"], "b": []}) == []


def test_names_without_lines_of_their_own_are_ends() -> None:
    assert _found({"a": ["outside"]}) == []
    assert _found({}) == []


def test_a_chain_of_100_000_has_no_loop() -> None:
    assert list(loops({number: [number + 1] for number in range(100_000)})) == []


def test_a_ring_of_100_000_is_one_loop() -> None:
    (ring,) = loops({number: [(number + 1) % 100_000] for number in range(100_000)})
    assert ring == list(range(100_000))


def test_100_000_loops_of_two_behind_a_long_chain_are_all_found() -> None:
    edges = {number: [number + 2, number ^ 1] for number in range(100_000)}
    assert sum(1 for _ in loops(edges)) == 50_000


graphs = st.dictionaries(st.integers(0, 7), st.lists(st.integers(0, 7), max_size=4), max_size=8)


def _reaches(edges: dict[int, list[int]], start: int) -> set[int]:
    seen: set[int] = set()
    waiting = [start]
    while waiting:
        for target in edges.get(waiting.pop(), ()):
            if target not in seen:
                seen.add(target)
                waiting.append(target)
    return seen


@given(graphs)
def test_every_role_on_a_loop_is_in_a_part_with_exactly_one_true_loop(edges: dict[int, list[int]]) -> None:
    reach = {node: _reaches(edges, node) for node in edges}
    parts = {
        frozenset(other for other in reach[node] if node in reach.get(other, ()))
        for node in edges
        if any(node in reach.get(other, ()) for other in reach[node] - {node})
    }
    found = list(loops(edges))
    assert len(found) == len(parts)
    for loop in found:
        assert len(set(loop)) == len(loop) >= 2
        assert all(after in edges[node] for node, after in zip(loop, [*loop[1:], loop[0]], strict=True))
        assert any(part.issuperset(loop) for part in parts)
