"""The secret of tokens: made once, read by its owner only."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from stat import S_IMODE

import pytest

from graph.model.errors import InvalidValue
from service.settings import Settings, load
from service.sign_in.secret import FILE, signing_key


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """Settings with a data folder that does not exist yet."""
    monkeypatch.chdir(tmp_path)
    return load(data=tmp_path / "data")


def test_it_is_made_once_and_kept(settings: Settings) -> None:
    assert signing_key(settings) == signing_key(settings)
    assert len(signing_key(settings)) >= 32


def test_only_its_owner_can_read_it(settings: Settings) -> None:
    signing_key(settings)
    assert S_IMODE((settings.data / FILE).stat().st_mode) == 0o600
    assert [path.name for path in settings.data.iterdir()] == [FILE]


def test_two_installations_have_two(settings: Settings, tmp_path: Path) -> None:
    assert signing_key(settings) != signing_key(load(data=tmp_path / "other"))


def test_many_that_make_it_at_once_get_the_same(settings: Settings) -> None:
    with ThreadPoolExecutor(16) as pool:
        assert len(set(pool.map(lambda _: signing_key(settings), range(64)))) == 1


def test_one_that_others_can_read_is_refused(settings: Settings) -> None:
    signing_key(settings)
    (settings.data / FILE).chmod(0o644)
    with pytest.raises(InvalidValue, match="can be read by others"):
        signing_key(settings)


def test_one_that_was_cut_short_is_refused(settings: Settings) -> None:
    signing_key(settings)
    (settings.data / FILE).write_text("short")
    with pytest.raises(InvalidValue, match="damaged"):
        signing_key(settings)


def test_the_setting_goes_before_the_file(tmp_path: Path) -> None:
    assert signing_key(load(data=tmp_path / "data", token_secret="s" * 32)) == b"s" * 32
    assert not (tmp_path / "data").exists()
