"""SocialCoach: a free desktop coach for what a small business says on social media."""

from __future__ import annotations

__version__ = "0.1.0"
