"""A network as a graph that other programs read: GraphML (Brandes et al. 2002), and JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from xml.sax.saxutils import escape, quoteattr

from index.across.network import Network

_NO_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 has no place for."""
_KEYS = (
    ("name", "node", "string"),
    ("type", "node", "string"),
    ("mentions", "node", "int"),
    ("sentences", "node", "int"),
    ("together", "edge", "int"),
    ("articles", "edge", "int"),
    ("likelihood", "edge", "double"),
)


def graphml(network: Network) -> str:
    """The network as an undirected graph in GraphML; `together` counts the sentences of an edge."""
    return "\n".join(_graphml(network)) + "\n"


def _graphml(network: Network) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    for name, of, kind in _KEYS:
        yield f'  <key id="{name}" for="{of}" attr.name="{name}" attr.type="{kind}"/>'
    yield '  <graph id="network" edgedefault="undirected">'
    for node in network.nodes:
        entity = node.entity
        yield f"    <node id={_attribute(entity.id)}>"
        values: dict[str, str | int | float] = {
            "name": entity.name,
            "type": entity.type,
            "mentions": entity.mentions,
            "sentences": node.sentences,
        }
        yield from _data(values)
        yield "    </node>"
    for edge in network.edges:
        yield f"    <edge source={_attribute(edge.a)} target={_attribute(edge.b)}>"
        yield from _data({"together": edge.sentences, "articles": edge.articles, "likelihood": edge.likelihood})
        yield "    </edge>"
    yield "  </graph>"
    yield "</graphml>"


def _data(values: Mapping[str, str | int | float]) -> Iterator[str]:
    for name, value in values.items():
        yield f'      <data key="{name}">{escape(_NO_XML.sub("�", str(value)))}</data>'


def _attribute(text: str) -> str:
    return quoteattr(_NO_XML.sub("�", text))


def network_payload(network: Network) -> dict[str, object]:
    """What `network --json` says."""
    return {
        "articles": network.articles,
        "sentences": network.sentences,
        "pairs": network.pairs,
        "lists": network.lists,
        "nodes": [
            {
                "id": node.entity.id,
                "name": node.entity.name,
                "type": node.entity.type,
                "mentions": node.entity.mentions,
                "sentences": node.sentences,
            }
            for node in network.nodes
        ],
        "edges": [
            {
                "a": edge.a,
                "b": edge.b,
                "sentences": edge.sentences,
                "articles": edge.articles,
                "likelihood": edge.likelihood,
                "first": {"document": edge.document, "start": edge.place.start, "end": edge.place.end},
            }
            for edge in network.edges
        ],
    }
