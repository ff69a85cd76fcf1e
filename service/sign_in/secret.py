"""The secret that our tokens are signed with: from the settings, else made once and kept in the data folder."""

import os
import secrets
from pathlib import Path
from stat import S_IMODE
from typing import Final

from graph.model.errors import InvalidValue
from service.settings import SECRET_BYTES, Settings

FILE: Final = "token-secret"


def signing_key(settings: Settings) -> bytes:
    """The secret. Raises InvalidValue when its file can be read by others, or was damaged."""
    if settings.token_secret is not None:
        return settings.token_secret.get_secret_value().encode()
    path = settings.data / FILE
    if not path.exists():
        make(path)
    if S_IMODE(path.stat().st_mode) & 0o077:
        template = "{file} can be read by others. Make a new one: delete it and start again; all tokens end with it."
        raise InvalidValue(template, file=str(path))
    key = path.read_bytes()
    if len(key) < SECRET_BYTES:
        raise InvalidValue("{file} is damaged. Delete it and start again; all tokens end with it.", file=str(path))
    return key


def make(path: Path) -> None:
    """Keep a new secret at `path`. Of several processes that do this at once one succeeds, and all use its secret."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(secrets.token_urlsafe(SECRET_BYTES))
    try:
        path.hardlink_to(draft)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
