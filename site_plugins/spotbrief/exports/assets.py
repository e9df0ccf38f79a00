"""Styles, scripts, fonts and icons, under names that change with what they hold."""

from collections.abc import Iterator

from spotbrief.exports.output import Edition, Output
from spotbrief.rendering.assets import Asset


def outputs(edition: Edition) -> Iterator[Output]:
    """Every asset of the site."""
    return (_output(asset) for asset in edition.assets.values())


def _output(asset: Asset) -> Output:
    return Output(paths=(asset.path,), make=lambda: (asset.data,), shared=True)
