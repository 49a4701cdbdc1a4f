"""TOML that a person wrote, or anything else that stands in its place."""

from __future__ import annotations


def parsed_toml(text: str) -> dict[str, object]:
    """What the text says.  Raises TOMLDecodeError, a ValueError, for all that cannot be read: what is nested too deep,
    and numbers of more digits than Python reads, too, for which `tomllib` has errors of other kinds.
    """
    import tomllib  # with its patterns; most who may have such a file have none

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        raise
    except RecursionError:
        raise tomllib.TOMLDecodeError("nested too deep") from None
    except ValueError as problem:
        raise tomllib.TOMLDecodeError(str(problem)) from None
