"""Arithmetic from mapping files, compiled once.

The text is parsed into Python's syntax tree and written anew, node by node, from the list below; whatever is not on the list is
refused. Only the tree so made is compiled: no text from a file is ever evaluated, and no name but the inputs and the functions
below can be reached. The language is that of KUKSA's CAN provider (py_expression_eval): numbers, ``x``, + - * / % ^, comparisons,
and/or/not, ``if(c, a, b)`` and the functions below.
"""

from __future__ import annotations

import ast
import math
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from backends.vehicle.errors import MappingError

__all__ = ["FUNCTIONS", "Expression", "compile_expression", "expression_text"]

Expression = Callable[..., bool | int | float]
"""Takes the inputs in the order they were named."""

_MAX_LENGTH = 500
_BINARY = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod)
_UNARY = (ast.UAdd, ast.USub, ast.Not)
_COMPARE = (ast.Eq, ast.NotEq, ast.Lt, ast.LtE, ast.Gt, ast.GtE)
_FUNCTIONS: dict[str, tuple[int, Callable[..., Any]]] = {
    "abs": (1, abs),
    "ceil": (1, math.ceil),
    "floor": (1, math.floor),
    "round": (1, lambda value: math.floor(value + 0.5)),
    "trunc": (1, math.trunc),
    "sqrt": (1, math.sqrt),
    "exp": (1, math.exp),
    "log": (1, math.log),
    "sin": (1, math.sin),
    "cos": (1, math.cos),
    "tan": (1, math.tan),
    "atan2": (2, math.atan2),
    "hypot": (2, math.hypot),
    "pow": (2, math.pow),
    "min": (-1, min),
    "max": (-1, max),
}
FUNCTIONS: Mapping[str, Callable[..., Any]] = {name: function for name, (_, function) in _FUNCTIONS.items()}
"""What the text of an expression may call."""
_SHORT = 60
"""Nodes of a tree that is written out as text."""
_CONSTANTS = {"PI": math.pi, "E": math.e, "true": True, "false": False}


def compile_expression(text: str, names: Sequence[str] = ("x",)) -> Expression:
    """A function of the named inputs. Raises MappingError that says what is not understood.

    Calling it may raise ArithmeticError, ValueError or TypeError (a division by zero, the root of a negative number).
    """
    if bad := [name for name in names if not name.isidentifier() or name.startswith("_")]:
        raise MappingError(f"{bad[0]!r} cannot name an input of an expression")
    body = _checked(text, names)
    arguments = ast.arguments([], [ast.arg(name) for name in names], None, [], [], None, [])
    try:
        checked = ast.fix_missing_locations(ast.Expression(ast.Lambda(arguments, body)))
        code = compile(checked, "<mapping>", "eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as error:
        raise MappingError(f"expression {text!r} is not understood: {error}") from error
    function: Expression = eval(code, {"__builtins__": {}, **FUNCTIONS})  # noqa: S307 - built above from allowed nodes only
    return function


def expression_text(text: str, x: str, *, truth: bool = False) -> str | None:
    """An expression of ``x`` as Python that may stand in a function, with other Python of ours in place of ``x``.

    It is written from the checked tree; its only names are those of ``x`` and `FUNCTIONS`. None when it is long. ``truth``: it
    is True or False, whatever the text gives. Raises MappingError as `compile_expression` does.
    """
    body = _checked(text, ("x",))
    if sum(1 for _ in ast.walk(body)) > _SHORT:
        return None
    if truth and not isinstance(body, ast.Compare):
        body = ast.UnaryOp(ast.Not(), ast.UnaryOp(ast.Not(), body))
    written = _Replace("x", ast.parse(x, mode="eval").body).visit(body)
    return ast.unparse(ast.fix_missing_locations(written))


class _Replace(ast.NodeTransformer):
    """Puts an expression in the place of a name."""

    def __init__(self, name: str, by: ast.expr) -> None:
        self._name, self._by = name, by

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._by if node.id == self._name else node


def _checked(text: str, names: Sequence[str]) -> ast.expr:
    """The text's tree, built anew from what is allowed."""
    if len(text) > _MAX_LENGTH:
        raise MappingError(f"expression of {len(text)} characters; at most {_MAX_LENGTH} are taken")
    source = re.sub(r"\bif\s*\(", "iff(", text.replace("^", "**"))
    try:
        return _rewrite(ast.parse(source.strip(), mode="eval").body, frozenset(names), text)
    except (SyntaxError, ValueError, RecursionError, MemoryError, OverflowError) as error:
        raise MappingError(f"expression {text!r} is not understood: {error}") from error


def _rewrite(node: ast.expr, names: frozenset[str], text: str) -> ast.expr:
    match node:
        case ast.Constant(value=bool() | int() | float() as constant):
            return ast.Constant(constant)
        case ast.Name(id=name) if name in names:
            return ast.Name(name, ast.Load())
        case ast.Name(id=name) if name in _CONSTANTS:
            return ast.Constant(_CONSTANTS[name])
        case ast.Name(id=name):
            raise MappingError(
                f"expression {text!r} uses {name}, which is none of its inputs ({', '.join(sorted(names))})"
            )
        case ast.UnaryOp(op=op, operand=operand) if isinstance(op, _UNARY):
            return ast.UnaryOp(op, _rewrite(operand, names, text))
        case ast.BinOp(left=left, op=ast.Pow(), right=right):
            # math.pow overflows at once where ** would compute a number of any length.
            return _call("pow", [_rewrite(left, names, text), _rewrite(right, names, text)])
        case ast.BinOp(left=left, op=operation, right=right) if isinstance(operation, _BINARY):
            return ast.BinOp(_rewrite(left, names, text), operation, _rewrite(right, names, text))
        case ast.Compare(left=left, ops=[comparison], comparators=[right]) if isinstance(comparison, _COMPARE):
            return ast.Compare(_rewrite(left, names, text), [comparison], [_rewrite(right, names, text)])
        case ast.BoolOp(op=joint, values=parts):
            return ast.BoolOp(joint, [_rewrite(part, names, text) for part in parts])
        case ast.Call(func=ast.Name(id="iff"), args=[test, yes, no], keywords=[]):
            return ast.IfExp(*(_rewrite(part, names, text) for part in (test, yes, no)))
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]) if name in _FUNCTIONS and name not in names:
            wanted = _FUNCTIONS[name][0]
            if len(arguments) != wanted if wanted >= 0 else not arguments:
                raise MappingError(
                    f"expression {text!r}: {name} takes {max(wanted, 1)} arguments, not {len(arguments)}"
                )
            return _call(name, [_rewrite(argument, names, text) for argument in arguments])
    raise MappingError(f"expression {text!r} contains what a mapping may not use: {ast.unparse(node)}")


def _call(name: str, arguments: list[ast.expr]) -> ast.Call:
    return ast.Call(ast.Name(name, ast.Load()), arguments, [])
