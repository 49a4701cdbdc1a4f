"""The version of the program; the package's metadata is made from it, so that `--version` reads no metadata."""

VERSION = "0.1.0"
