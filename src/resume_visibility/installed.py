"""The version of the library, as it is installed."""

from importlib.metadata import PackageNotFoundError, version


def installed_version() -> str | None:
    """The version of the package; None where it is not installed, because its folder was copied."""
    try:
        return version("resume-visibility")
    except PackageNotFoundError:
        return None
