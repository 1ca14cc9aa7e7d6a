"""Finds which texts of rules/texts/ the sources name: the keys of every call of `say`, `tell`, `template` and `part`.

A key may be a constant, a choice between constants, a variable that is bound to such, or a parameter whose values the
callers give. What only a run knows, such as the value of an enumeration, stays open, and the test names it.
"""

import ast
from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property, reduce
from itertools import product
from pathlib import Path
from typing import NamedTuple

from jdlint import errors, knowledge
from tests.running import ROOT

SPEAKERS = {"say": 0, "tell": 1, "template": 1, "part": 0}
"""The functions of jdlint/saying.py that read texts, with the place of the table's name among their arguments."""

_ERRORS = {name for name in vars(errors) if name.endswith("Error")}
_DEEPEST = 5


@dataclass(frozen=True)
class Keys:
    """What a key may be; `is_open` where it may be more than the sources spell."""

    known: frozenset[str]
    is_open: bool = False

    def __or__(self, other: "Keys") -> "Keys":
        return Keys(self.known | other.known, self.is_open or other.is_open)


_Placed = tuple["Module", ast.expr]
NOTHING, ANYTHING = Keys(frozenset()), Keys(frozenset(), is_open=True)


class Use(NamedTuple):
    """One call that reads a text."""

    where: str
    speaker: str
    table: str
    keys: tuple[Keys, ...]
    given: frozenset[str] | None
    """The values that it gives by name; None where it hands on more."""

    def routes(self) -> Iterator[tuple[str, ...]]:
        """Give the routes that it may take as far as the sources spell them."""
        yield from ((self.table, *keys) for keys in product(*(keys.known for keys in self.keys)))

    def open_at(self) -> tuple[str, ...] | None:
        """Give the route to the first key that stays open."""
        before = [self.table]
        for keys in self.keys:
            if keys.is_open:
                return tuple(before)
            before += sorted(keys.known)[:1]
        return None


class Module:
    """One module of jdlint/ with what its names stand for."""

    def __init__(self, path: Path) -> None:
        self.file = path.relative_to(ROOT).as_posix()
        self.name = self.file.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
        self.tree = ast.parse(path.read_text(encoding="utf-8"))
        self.parents = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}
        self.imported: dict[str, tuple[str, str]] = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom):
                self.imported |= {each.asname or each.name: (str(node.module), each.name) for each in node.names}

    @cached_property
    def calls_of(self) -> dict[str, list[ast.Call]]:
        """Give its calls by the name of what is called."""
        found = defaultdict(list)
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name | ast.Attribute):
                found[node.func.id if isinstance(node.func, ast.Name) else node.func.attr].append(node)
        return found

    def scopes(self, node: ast.AST) -> Iterator[ast.AST]:
        """Give what is around a node, from the inside out."""
        while node in self.parents:
            node = self.parents[node]
            yield node


class Sources:
    """All modules of jdlint/."""

    def __init__(self) -> None:
        self.modules = [Module(path) for path in sorted((ROOT / "jdlint").rglob("*.py"))]

    def uses(self) -> Iterator[Use]:
        """Give every call that reads a text, and every error that is raised."""
        for module in self.modules:
            for name in {*SPEAKERS, *_ERRORS} & module.calls_of.keys():
                for call in module.calls_of[name]:
                    if isinstance(call.func, ast.Name):
                        yield from self._use(module, call, name)

    def _use(self, module: Module, call: ast.Call, name: str) -> Iterator[Use]:
        said, given = f"{module.file}:{call.lineno}", _given(call)
        if name in SPEAKERS and "jdlint.saying" in (module.name, module.imported.get(name, ("",))[0]):
            table, *keys = call.args[SPEAKERS[name] :]
            if isinstance(table, ast.Constant):
                for each, values in self._spread([(module, key) for key in keys], given):
                    yield Use(said, name, str(table.value), tuple(self.values(*key) for key in each), values)
        elif name in _ERRORS and call.args:
            key = self.values(module, call.args[0])
            for part in ("says", "remedy"):
                yield Use(said, name, "errors", (_keys("errors"), key, _keys(part)), None if "**" in given else given)

    def _spread(
        self, keys: "list[_Placed]", given: frozenset[str], depth: int = 0
    ) -> "Iterator[tuple[list[_Placed], frozenset[str] | None]]":
        """Give the keys of a call and the values; where keys are parameters, those of each call of the function."""
        function = next(filter(None, (self._function_of(*key) for key in keys)), None)
        if function is None or depth > _DEEPEST:
            yield keys, None if "**" in given else given
            return
        module = next(module for module, node in keys if self._function_of(module, node) is function)
        for caller, call in self._calls(module, function):
            found = [
                (caller, self._argument(module, function, node.id, call) or node)
                if self._function_of(of, node) is function and isinstance(node, ast.Name)
                else (of, node)
                for of, node in keys
            ]
            handed = (given - {"**"}) | _given(call) if "**" in given and function.args.kwarg else given
            yield from self._spread(found, handed, depth + 1)

    def _function_of(self, module: Module, node: ast.expr) -> ast.FunctionDef | None:
        """Give the function of which a name is a parameter, if it is one."""
        if not isinstance(node, ast.Name):
            return None
        function = next((each for each in module.scopes(node) if isinstance(each, ast.FunctionDef)), None)
        return function if function and node.id in _parameters(function) else None

    def values(self, module: Module, node: ast.expr, seen: frozenset[int] = frozenset()) -> Keys:
        """Give what an expression may be."""
        if id(node) in seen:
            return NOTHING
        seen |= {id(node)}
        found = ANYTHING
        match node:
            case ast.Constant(value=str(word)):
                found = _keys(word) if word else NOTHING
            case ast.IfExp():
                found = self._any(module, [node.body, node.orelse], seen)
            case ast.BoolOp():
                found = self._any(module, node.values, seen)
            case ast.JoinedStr():
                found = self._joined(module, node, seen)
            case ast.Call(func=ast.Name(id=name)):
                found = self._returned(module, node, name, seen)
            case ast.Name():
                found = self._named(module, node, seen)
        return found

    def _joined(self, module: Module, text: ast.JoinedStr, seen: frozenset[int]) -> Keys:
        """Give what an f-string may be."""
        parts = [each.value if isinstance(each, ast.FormattedValue) else each for each in text.values]
        found = [self.values(module, part, seen) for part in parts]
        known = frozenset(map("".join, product(*(keys.known for keys in found))))
        return Keys(known, any(keys.is_open for keys in found))

    def _returned(self, module: Module, call: ast.Call, name: str, seen: frozenset[int]) -> Keys:
        """Give what a function of the module may return to a call."""
        values = []
        for function in module.tree.body:
            if isinstance(function, ast.FunctionDef) and function.name == name:
                given = {each: self._argument(module, function, each, call) for each in _parameters(function)}
                returns = [each.value for each in ast.walk(function) if isinstance(each, ast.Return) and each.value]
                values += [_Filled(given).visit(deepcopy(each)) for each in returns]
        return self._any(module, values, seen) if values else ANYTHING

    def _any(self, module: Module, nodes: list[ast.expr], seen: frozenset[int]) -> Keys:
        found = NOTHING
        for node in nodes:
            found |= self.values(module, node, seen)
        return found

    def _named(self, module: Module, name: ast.Name, seen: frozenset[int]) -> Keys:
        """Give what a name may stand for: the innermost scope that binds it decides."""
        for scope in module.scopes(name):
            if isinstance(scope, ast.FunctionDef) and (found := self._parameter(module, scope, name.id, seen)):
                return found
            if isinstance(scope, (*_COMPREHENSIONS, ast.FunctionDef, ast.Module)):
                bound = [self._bound(module, each, name.id, seen) for each in _bindings(scope)]
                if known := [each for each in bound if each is not None]:
                    return Keys(frozenset().union(*(k.known for k in known)), any(k.is_open for k in known))
        return ANYTHING

    def _bound(
        self, module: Module, binding: tuple[ast.expr, ast.expr, bool], name: str, seen: frozenset[int]
    ) -> Keys | None:
        """Give what one binding makes of a name; None where it binds others."""
        target, value, is_each = binding
        if isinstance(target, ast.Name) and target.id == name:
            return (
                self._any(module, self._members(module, value), seen) if is_each else self.values(module, value, seen)
            )
        if not isinstance(target, ast.Tuple):
            return None
        place = next((n for n, each in enumerate(target.elts) if isinstance(each, ast.Name) and each.id == name), None)
        if place is None:
            return None
        rows = self._members(module, value) if is_each else [value]
        if not rows or not all(isinstance(row, ast.Tuple) for row in rows):
            return ANYTHING
        return self._any(module, [row.elts[place] for row in rows if isinstance(row, ast.Tuple)], seen)

    def _members(self, module: Module, value: ast.expr) -> list[ast.expr]:
        """Give what a loop runs over, as far as it is spelt; an expression that stays open where it isn't."""
        if isinstance(value, ast.Tuple | ast.List | ast.Set):
            inner = [self._members(module, e.value) if isinstance(e, ast.Starred) else [e] for e in value.elts]
            return [each for members in inner for each in members]
        if isinstance(value, ast.Dict):
            return [key for key in value.keys if key]
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute) and value.func.attr == "items":
            held = self._value_of(module, value.func.value)
            if isinstance(held, ast.Dict):
                return [ast.Tuple([k, v]) for k, v in zip(held.keys, held.values, strict=True) if k]
        if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "part":
            table, key = (str(each.value) for each in value.args if isinstance(each, ast.Constant))
            return [ast.Constant(name) for name in knowledge.load(f"texts/{table}")[key]]
        held = self._value_of(module, value)
        return [value] if held is value else self._members(module, held)

    def _value_of(self, module: Module, node: ast.expr) -> ast.expr:
        """Give what is assigned to a name, if one thing is."""
        if isinstance(node, ast.Name):
            for scope in module.scopes(node):
                if isinstance(scope, ast.FunctionDef | ast.Module):
                    found = [
                        v for t, v, each in _bindings(scope) if isinstance(t, ast.Name) and t.id == node.id and not each
                    ]
                    if found:
                        return found[0] if len(found) == 1 else node
        return node

    def _parameter(self, module: Module, function: ast.FunctionDef, name: str, seen: frozenset[int]) -> Keys | None:
        """Give what the callers of a function give for a parameter; None where it has none of that name."""
        if name not in _parameters(function):
            return None
        given = [
            self.values(caller, found, seen) if found else ANYTHING
            for caller, call in self._calls(module, function)
            for found in [self._argument(module, function, name, call)]
        ]
        return reduce(Keys.__or__, given) if given else ANYTHING

    def _argument(self, module: Module, function: ast.FunctionDef, name: str, call: ast.Call) -> ast.expr | None:
        """Give what a call gives for a parameter: by name, by place, or by default."""
        named = next((each.value for each in call.keywords if each.arg == name), None)
        places = [each.arg for each in function.args.args][isinstance(module.parents.get(function), ast.ClassDef) :]
        if named is None and name in places[: len(call.args)]:
            return call.args[places.index(name)]
        return named or _default(function, name)

    def _calls(self, module: Module, called: ast.FunctionDef) -> Iterator[tuple[Module, ast.Call]]:
        """Give the calls of a function or method of a module, there and where it is imported."""
        name, is_method = called.name, isinstance(module.parents.get(called), ast.ClassDef)
        for caller in self.modules:
            for call in caller.calls_of.get(name, ()):
                function = call.func
                if isinstance(function, ast.Name) and not is_method:
                    if caller is module or caller.imported.get(name) == (module.name, name):
                        yield caller, call
                elif isinstance(function, ast.Attribute):
                    owner = function.value.id if isinstance(function.value, ast.Name) else ""
                    if caller is module or ".".join(caller.imported.get(owner, ())) == module.name:
                        yield caller, call


class _Filled(ast.NodeTransformer):
    """Puts what a call gives in the place of a function's parameters."""

    def __init__(self, given: dict[str, ast.expr | None]) -> None:
        self._given = given

    def visit_Name(self, node: ast.Name) -> ast.expr:
        """Give what stands for a name."""
        return self._given.get(node.id) or node


_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def _bindings(scope: ast.AST) -> Iterator[tuple[ast.expr, ast.expr, bool]]:
    """Give what a scope binds: a target, its value, and whether the value is run through."""
    if isinstance(scope, _COMPREHENSIONS):
        yield from ((each.target, each.iter, True) for each in scope.generators)
        return
    waiting = list(ast.iter_child_nodes(scope))
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Assign):
            yield from ((target, node.value, False) for target in node.targets)
        elif isinstance(node, ast.AnnAssign | ast.NamedExpr) and node.value:
            yield node.target, node.value, False
        elif isinstance(node, ast.For):
            yield node.target, node.iter, True
        if not isinstance(node, ast.FunctionDef | ast.ClassDef | ast.Lambda):
            waiting += ast.iter_child_nodes(node)


def _given(call: ast.Call) -> frozenset[str]:
    """Give the names of a call's keywords; ** where it hands on more."""
    return frozenset(each.arg or "**" for each in call.keywords)


def _keys(word: str) -> Keys:
    return Keys(frozenset((word,)))


def _parameters(function: ast.FunctionDef) -> list[str]:
    return [each.arg for each in (*function.args.args, *function.args.kwonlyargs)]


def _default(function: ast.FunctionDef, name: str) -> ast.expr | None:
    places = function.args.args
    defaults = dict(zip([each.arg for each in places][::-1], function.args.defaults[::-1], strict=False))
    beside = zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
    defaults |= {each.arg: value for each, value in beside if value}
    found: ast.expr | None = defaults.get(name)
    return found
