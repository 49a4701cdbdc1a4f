"""Component styles that are made when they are first asked for: a widget knows many looks and shows few."""

from __future__ import annotations

from typing import ClassVar

from textual.css.styles import RenderStyles
from textual.dom import DOMNode
from textual.widget import Widget


class LateLooks(Widget):
    """A widget whose `LOOKS` are component classes, as `COMPONENT_CLASSES` are, but take no time at start-up.

    Their rules may depend on the theme, not on hovering or focus.
    """

    LOOKS: ClassVar[frozenset[str]] = frozenset()

    def get_component_styles(self, *names: str) -> RenderStyles:
        """The styles of component classes.  Raises KeyError for a class that is in neither set."""
        for name in names:
            if name in self.LOOKS and name not in self._component_styles:
                # As Textual makes those of COMPONENT_CLASSES: by a node that is nowhere on the screen.
                node = DOMNode(classes=name)
                node._attach(self)
                self.app.stylesheet.apply(node)
                self._component_styles[name] = node.styles
        return super().get_component_styles(*names)

    def notify_style_update(self) -> None:
        """Another theme: what was made before holds no more."""
        super().notify_style_update()
        for name in self.LOOKS:
            self._component_styles.pop(name, None)
