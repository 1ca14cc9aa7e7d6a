"""Loops in a directed graph: found without recursion, each reported once, by its shortest round."""

from collections import deque
from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeVar

Node = TypeVar("Node", bound=Hashable)


def loops(edges: Mapping[Node, Sequence[Node]]) -> Iterator[list[Node]]:
    """Give one shortest loop of every strongly connected part; a node that points at itself alone is none."""
    order: dict[Node, int] = {}
    for part in _connected_parts(edges):
        if len(part) > 1:
            order = order or {node: number for number, node in enumerate(edges)}
            yield _shortest_loop(edges, part, min(part, key=order.__getitem__))


def _connected_parts(edges: Mapping[Node, Sequence[Node]]) -> Iterator[list[Node]]:
    """Tarjan's algorithm with a stack of its own, in the order of `edges`."""
    numbers: dict[Node, int] = {}
    lowest: dict[Node, int] = {}
    path: list[Node] = []
    on_path: set[Node] = set()
    for root in edges:
        if root in numbers:
            continue
        work = [(root, iter(edges.get(root, ())))]
        numbers[root] = lowest[root] = len(numbers)
        path.append(root)
        on_path.add(root)
        while work:
            node, targets = work[-1]
            for target in targets:
                if target not in numbers:
                    numbers[target] = lowest[target] = len(numbers)
                    path.append(target)
                    on_path.add(target)
                    work.append((target, iter(edges.get(target, ()))))
                    break
                if target in on_path:
                    lowest[node] = min(lowest[node], numbers[target])
            else:
                work.pop()
                if work:
                    parent = work[-1][0]
                    lowest[parent] = min(lowest[parent], lowest[node])
                if lowest[node] == numbers[node]:
                    yield _cut(path, on_path, node)


def _cut(path: list[Node], on_path: set[Node], node: Node) -> list[Node]:
    part = [path.pop()]
    while part[-1] != node:
        part.append(path.pop())
    on_path.difference_update(part)
    return part[::-1]


def _shortest_loop(edges: Mapping[Node, Sequence[Node]], part: list[Node], start: Node) -> list[Node]:
    """Give the shortest way from the part's first node (in the order of `edges`) through others back to itself."""
    inside = set(part)
    came_from: dict[Node, Node] = {}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for target in edges.get(node, ()):
            if target == start and node != start:
                return _way(came_from, start, node)
            if target in inside and target != start and target not in came_from:
                came_from[target] = node
                queue.append(target)
    return part


def _way(came_from: dict[Node, Node], start: Node, end: Node) -> list[Node]:
    way = [end]
    while way[-1] != start:
        way.append(came_from[way[-1]])
    return way[::-1]
