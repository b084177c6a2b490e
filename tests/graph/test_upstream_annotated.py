"""Paths over annotated facts: those that a person would want are there, nonsense is not."""

import os
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import monazite
import pytest
from monazite.graph.build_rows import graph_rows
from monazite.graph.rows import EdgeRow

from .making import ListedClaims, annotated_claims

EXAMPLES = Path(monazite.__file__).parent / "examples/annotated/annotated.jsonl"
GOLD = os.environ.get("MONAZITE_GOLD")
Path_ = tuple[EdgeRow, ...]


class Paths:
    """All simple paths over settled edges of a file's facts that have not ended."""

    def __init__(self, file: Path) -> None:
        self.out: dict[str, list[EdgeRow]] = defaultdict(list)
        for edge in graph_rows(ListedClaims(annotated_claims(file))).edges:
            ended = "valid_to" in edge.properties or edge.properties.get("planned")
            if edge.type == "UPSTREAM_OF" and not ended:
                self.out[edge.start].append(edge)

    def between(self, source: str, target: str, hops: int = 5) -> list[str]:
        """Each path as the ids of its nodes."""
        paths = self._walk(source, target, hops, ())
        return sorted(" ".join([source, *(edge.end for edge in path)]) for path in paths)

    def _walk(self, here: str, target: str, hops: int, path: Path_) -> Iterator[Path_]:
        if here == target:
            yield path
        elif hops:
            for edge in self.out[here]:
                specialises = edge.properties.get("direction") == "specialise"
                astray = path and specialises and not path[-1].properties["whole"]
                if not astray and edge.end not in {one.start for one in path}:
                    yield from self._walk(edge.end, target, hops - 1, (*path, edge))


@pytest.fixture(scope="module")
def examples() -> Paths:
    return Paths(EXAMPLES)


def test_the_examples_lead_from_china_through_dysprosium_to_the_f35(examples: Paths) -> None:
    paths = examples.between("country:cn", "product:f-35")
    assert "country:cn element:dy material:ndfeb-magnets product:f-35" in paths
    assert "country:cn element:rare-earths product:f-35" in paths
    assert len(paths) < 15
    assert not [p for p in paths if p.count("country:") > 1]


def test_myanmar_reaches_electric_vehicles_through_a_magnet_maker(examples: Paths) -> None:
    paths = examples.between("country:mm", "product:electric-vehicles")
    assert "country:mm firm:jl-mag material:ndfeb-magnets product:electric-vehicles" in paths


def test_a_country_that_only_restricts_is_upstream_of_nothing(examples: Paths) -> None:
    assert examples.between("agency:mofcom", "product:f-35") == []


@pytest.mark.skipif(not GOLD, reason="MONAZITE_GOLD names no folder with annotated articles")
def test_the_annotated_articles_give_three_paths_from_china_to_the_f35() -> None:
    paths = Paths(Path(str(GOLD)) / "dev.jsonl").between("country:cn", "product:f-35")
    assert paths == [
        "country:cn element:heavy-rare-earths element:rare-earths product:f-35",
        "country:cn element:rare-earths product:f-35",
        "country:cn product:f-35",
    ]
