"""The system's own store for passwords."""

from __future__ import annotations


def password_store() -> str:
    """Return which store this computer offers, as the name of a module.

    ``keyring.backends.fail`` means there is none.
    """
    import keyring

    return type(keyring.get_keyring()).__module__
