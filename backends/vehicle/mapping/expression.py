"""Arithmetic from mapping files, compiled once.

The text is parsed into Python's syntax tree, every node is checked against the list below, and closures are built from it: no
text is ever evaluated. The language is that of KUKSA's CAN provider (py_expression_eval): numbers, ``x``, + - * / % ^,
comparisons, and/or/not, ``if(c, a, b)`` and the functions below.
"""

from __future__ import annotations

import ast
import math
import operator
import re
from collections.abc import Callable, Mapping, Sequence

from backends.vehicle.errors import MappingError

__all__ = ["Expression", "compile_expression"]

Number = bool | int | float
Expression = Callable[[Mapping[str, Number]], Number]

_MAX_LENGTH = 500
_BINARY: dict[type[ast.operator], Callable[[Number, Number], Number]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.Pow: lambda a, b: math.pow(a, b),
}
_UNARY: dict[type[ast.unaryop], Callable[[Number], Number]] = {
    ast.UAdd: operator.pos,
    ast.USub: operator.neg,
    ast.Not: operator.not_,
}
_COMPARE: dict[type[ast.cmpop], Callable[[Number, Number], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
}
_FUNCTIONS: dict[str, tuple[int, Callable[..., Number]]] = {
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
    "iff": (3, lambda condition, yes, no: yes if condition else no),
}
_CONSTANTS = {"PI": math.pi, "E": math.e, "true": True, "false": False}


def compile_expression(text: str, names: Sequence[str] = ("x",)) -> Expression:
    """A function of the named inputs. Raises MappingError that says what is not understood.

    Calling it may raise ArithmeticError or ValueError (a division by zero, the root of a negative number).
    """
    if len(text) > _MAX_LENGTH:
        raise MappingError(f"expression of {len(text)} characters; at most {_MAX_LENGTH} are taken")
    source = re.sub(r"\bif\s*\(", "iff(", text.replace("^", "**"))
    try:
        tree = ast.parse(source.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise MappingError(f"expression {text!r} is not understood: {error}") from error
    try:
        return _build(tree.body, frozenset(names), text)
    except RecursionError as error:
        raise MappingError("expression is nested too deeply") from error


def _build(node: ast.expr, names: frozenset[str], text: str) -> Expression:
    match node:
        case ast.Constant(value=bool() | int() | float() as constant):
            return lambda _: constant
        case ast.Name(id=name) if name in names:
            return lambda values: values[name]
        case ast.Name(id=name) if name in _CONSTANTS:
            value = _CONSTANTS[name]
            return lambda _: value
        case ast.Name(id=name):
            raise MappingError(
                f"expression {text!r} uses {name}, which is none of its inputs ({', '.join(sorted(names))})"
            )
        case ast.UnaryOp(op=op, operand=operand) if type(op) in _UNARY:
            unary, inner = _UNARY[type(op)], _build(operand, names, text)
            return lambda values: unary(inner(values))
        case ast.BinOp(left=left, op=operation, right=right) if type(operation) in _BINARY:
            binary = _BINARY[type(operation)]
            first, second = _build(left, names, text), _build(right, names, text)
            return lambda values: binary(first(values), second(values))
        case ast.Compare(left=left, ops=[comparison], comparators=[right]) if type(comparison) in _COMPARE:
            compare = _COMPARE[type(comparison)]
            first, second = _build(left, names, text), _build(right, names, text)
            return lambda values: compare(first(values), second(values))
        case ast.BoolOp(op=joint, values=parts):
            terms = [_build(part, names, text) for part in parts]
            decide = all if isinstance(joint, ast.And) else any
            return lambda values: decide(term(values) for term in terms)
        case ast.IfExp(test=test, body=body, orelse=orelse):
            chosen = [_build(part, names, text) for part in (test, body, orelse)]
            return lambda values: chosen[1](values) if chosen[0](values) else chosen[2](values)
        case ast.Call(func=ast.Name(id=name), args=arguments, keywords=[]) if name in _FUNCTIONS:
            wanted, function = _FUNCTIONS[name]
            if wanted >= 0 and len(arguments) != wanted:
                raise MappingError(f"expression {text!r}: {name} takes {wanted} arguments, not {len(arguments)}")
            parameters = [_build(argument, names, text) for argument in arguments]
            return lambda values: function(*(parameter(values) for parameter in parameters))
    raise MappingError(f"expression {text!r} contains what a mapping may not use: {ast.unparse(node)}")
