"""Typed face of the few PySide6 names whose stubs are too loose for mypy --strict."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, Self, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtCore import Signal

    _T_co = TypeVar("_T_co", covariant=True)
    _T = TypeVar("_T")

    class _Readable(Generic[_T_co]):
        @overload
        def __get__(self, obj: None, owner: type[object]) -> Self: ...
        @overload
        def __get__(self, obj: object, owner: type[object]) -> _T_co: ...
        def __get__(self, obj: object | None, owner: type[object]) -> Self | _T_co: ...
        def setter(self, fset: Callable[[Any, _T], None], /) -> _Writable[_T]: ...

    class _Writable(_Readable[_T]):
        def __set__(self, obj: object, value: _T) -> None: ...

    class Property:
        """Qt property. View-models are read-only (QML calls slots); items may add a ``setter``."""

        def __init__(
            self,
            kind: type[object] | str,
            /,
            *,
            notify: Signal | None = None,
            constant: bool = False,
        ) -> None: ...
        def __call__(self, fget: Callable[[Any], _T], /) -> _Readable[_T]: ...

    def QmlUncreatable(reason: str, /) -> Callable[[type[_T]], type[_T]]: ...

else:
    from PySide6.QtCore import Property
    from PySide6.QtQml import QmlUncreatable

__all__ = ["Property", "QmlUncreatable"]
