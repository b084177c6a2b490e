"""The house: who may import whom, what is packaged, and that every public name is explained."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import monazite
import pytest

HOME = Path(monazite.__file__).parent
ROOMS = {
    "schema": set(),
    "extract": {"schema"},
    "claims": {"schema"},
    "graph": {"schema"},
    "queries": {"schema", "graph"},
    "analysis": {"schema"},
    "client": {"schema", "graph", "queries", "analysis"},
    "evaluation": {"schema", "extract"},
    "operations": {"schema", "extract", "claims", "graph", "queries"},
    "cli": {
        "schema", "extract", "graph", "queries", "analysis", "client", "evaluation", "operations",
    },
}  # fmt: skip
HEAVY = {
    "spacy": {"extract"},
    "neo4j": {"graph"},
    "networkx": {"analysis", "client"},
    "sqlite3": {"claims", "graph"},
    "typer": {"cli"},
    "click": {"cli"},
}


def modules() -> Iterator[Path]:
    yield from HOME.glob("*.py")
    for room in ROOMS:
        yield from (HOME / room).rglob("*.py")


MODULES = sorted(modules())


def room_of(path: Path) -> str:
    parts = path.relative_to(HOME).parts
    return parts[0] if len(parts) > 1 else ""


def imported_rooms(path: Path) -> set[str]:
    """Rooms that a module imports relatively, its own left out."""
    package = path.relative_to(HOME).parts[:-1]
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = package[: len(package) - node.level + 1]
            target = (*base, *(node.module or "").split("."))
            names = [a.name for a in node.names] if target in ((), ("",)) else [target[0]]
            rooms |= set(names) & set(ROOMS)
    return rooms - {room_of(path)}


def imported_packages(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level:
            names.add((node.module or "").split(".")[0])
    return names


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(HOME)))
def test_a_room_imports_only_the_rooms_it_may(path: Path) -> None:
    room = room_of(path)
    if room:
        assert imported_rooms(path) <= ROOMS[room]


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(HOME)))
def test_a_heavy_package_is_imported_only_in_its_room(path: Path) -> None:
    for package in imported_packages(path) & HEAVY.keys():
        assert room_of(path) in HEAVY[package], package


def test_only_the_store_imports_the_driver() -> None:
    users = {p.name for p in MODULES if "neo4j" in imported_packages(p)}
    assert users
    assert all(name.startswith("store") for name in users), users


def test_only_its_bridge_imports_py2neo() -> None:
    assert [p.name for p in MODULES if "py2neo" in imported_packages(p)] == ["py2neo_bridge.py"]


def test_imports_inside_are_relative() -> None:
    assert not [p for p in MODULES if "monazite" in imported_packages(p)]


def test_the_packages_are_listed_in_pyproject() -> None:
    listed = set(
        tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["setuptools"][
            "packages"
        ]
    )
    on_disk = {
        ".".join(("monazite", *init.parent.relative_to(HOME).parts))
        for init in [HOME / "__init__.py", *(p for p in MODULES if p.name == "__init__.py")]
    }
    assert listed == on_disk


def public_definitions(
    path: Path,
) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
    """Public functions, classes and methods of a module."""

    def visit(
        body: list[ast.stmt],
    ) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef]:
        for node in body:
            if isinstance(
                node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
            ) and not node.name.startswith("_"):
                yield node
                if isinstance(node, ast.ClassDef):
                    yield from visit(node.body)

    yield from visit(ast.parse(path.read_text(encoding="utf-8")).body)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(HOME)))
def test_every_public_name_is_typed_and_documented(path: Path) -> None:
    assert ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), "module"
    for node in public_definitions(path):
        assert ast.get_docstring(node), f"{node.name} has no docstring"
        if not isinstance(node, ast.ClassDef):
            assert node.returns is not None, f"{node.name} does not say what it returns"


def test_the_public_names_are_there() -> None:
    assert monazite.__all__ == ["Graph", "MonaziteError", "__version__", "connect"]
    for name in monazite.__all__:
        assert getattr(monazite, name)
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = monazite.nonsense


def test_every_error_stands_in_the_tree() -> None:
    from monazite import errors

    tree = errors.__doc__ or ""
    for name, value in vars(errors).items():
        if isinstance(value, type) and issubclass(value, Exception):
            assert f" {name} " in tree.replace("\n", " \n ") or name == "MonaziteError", name
            assert issubclass(value, errors.MonaziteError)
