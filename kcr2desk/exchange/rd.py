"""Coordinates of the Dutch grid (RD New, EPSG:28992) as WGS 84.

The series of F.H. Schreutelkamp and G.L. Strang van Hees, "Benaderingsformules voor de
transformatie tussen RD- en WGS84-kaartcoördinaten", Geodesia 43 (2001), 2, pages 64-69: better than
a metre within the Netherlands.
"""

from __future__ import annotations

_LATITUDE = (
    (0, 1, 3235.65389), (2, 0, -32.58297), (0, 2, -0.24750), (2, 1, -0.84978), (0, 3, -0.06550),
    (2, 2, -0.01709), (1, 0, -0.00738), (4, 0, 0.00530), (2, 3, -0.00039), (4, 1, 0.00033),
    (1, 1, -0.00012),
)  # fmt: skip
_LONGITUDE = (
    (1, 0, 5260.52916), (1, 1, 105.94684), (1, 2, 2.45656), (3, 0, -0.81885), (1, 3, 0.05594),
    (3, 1, -0.05607), (0, 1, 0.01199), (3, 2, -0.00256), (1, 4, 0.00128), (0, 2, 0.00022),
    (2, 0, -0.00022), (5, 0, 0.00026),
)  # fmt: skip
"""(power of x, power of y, seconds of arc), x and y in 100 km from Amersfoort."""


def to_degrees(x: float, y: float) -> tuple[float, float]:
    """(longitude, latitude) in degrees of a point in metres of the Dutch grid."""
    across, up = (x - 155_000) * 1e-5, (y - 463_000) * 1e-5
    latitude = sum(k * across**p * up**q for p, q, k in _LATITUDE)
    longitude = sum(k * across**p * up**q for p, q, k in _LONGITUDE)
    return 5.38720621 + longitude / 3600, 52.15517440 + latitude / 3600


def is_on_grid(x: float, y: float) -> bool:
    """Whether a point may be one in the Netherlands in metres of the Dutch grid."""
    return -10_000 <= x <= 310_000 and 280_000 <= y <= 660_000
