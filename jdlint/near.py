"""What a misspelt word may have meant."""

from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word nearest to a misspelt one; None where none is near enough to be meant."""
    best, best_distance = None, max(1, len(word) // 4) + 1
    for candidate in known:
        if abs(len(candidate) - len(word)) >= best_distance:
            continue
        distance = edit_distance(word, candidate, best_distance)
        if distance < best_distance and distance < max(len(word), len(candidate)) / 2:
            best, best_distance = candidate, distance
    return best


_LONGEST_WORD = 200


def edit_distance(first: str, second: str, bound: int) -> int:
    """Count the insertions, deletions, replacements and swaps between two words, up to a bound.

    What is longer than any word isn't compared: it would take the square of its length.
    """
    if max(len(first), len(second)) > _LONGEST_WORD:
        return 0 if first == second else bound + 1
    before: list[int] = []
    above = list(range(len(second) + 1))
    for row, a in enumerate(first, 1):
        line = [row]
        for column, b in enumerate(second, 1):
            cost = min(above[column] + 1, line[-1] + 1, above[column - 1] + (a != b))
            if row > 1 and column > 1 and a == second[column - 2] and first[row - 2] == b:
                cost = min(cost, before[column - 2] + 1)
            line.append(cost)
        if min(line) > bound:
            return bound + 1
        before, above = above, line
    return above[-1]
