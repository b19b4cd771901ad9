from pathlib import Path

import pytest

import store.places
from store.places import cloud_of, on_network, warning_for

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/data /srv/an/team nfs4 rw 0 0
//nas/x /mnt/our\\040share cifs rw 0 0
/dev/sdb1 /srv/an/team/local ext4 rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "cloud"),
    [
        ("/srv/an/OneDrive/data.json", "OneDrive"),
        ("/srv/an/OneDrive - Noorderhaven/x/data.json", "OneDrive"),
        ("/srv/an/Library/CloudStorage/OneDrive-Noorderhaven/data.json", "OneDrive"),
        ("/srv/an/Dropbox (Personal)/data.json", "Dropbox"),
        ("/srv/an/Library/CloudStorage/GoogleDrive-an@x.nl/My Drive/data.json", "Google Drive"),
        ("/srv/an/Google Drive/data.json", "Google Drive"),
        ("/srv/an/Library/Mobile Documents/com~apple~CloudDocs/data.json", "iCloud"),
        ("/srv/an/iCloudDrive/data.json", "iCloud"),
        ("/srv/an/Nextcloud2/a/b/data.json", "Nextcloud"),
        ("/srv/an/Sync/data.json", "Syncthing"),
        ("/srv/an/documents/data.json", ""),
        ("/srv/an/dropboxes/onedrive.json", ""),
    ],
)
def test_cloud_folders_by_name(path: str, cloud: str) -> None:
    assert cloud_of(Path(path)) == cloud


def test_cloud_folders_by_what_their_programs_leave(tmp_path: Path) -> None:
    inner = tmp_path / "a" / "b"
    inner.mkdir(parents=True)
    assert cloud_of(inner / "x.json") == ""
    (tmp_path / "a" / ".stfolder").mkdir()
    assert cloud_of(inner / "x.json") == "Syncthing"


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/srv/an/x.json", False),
        ("/srv/an/team/x.json", True),
        ("/srv/an/team/local/x.json", False),
        ("/mnt/our share/deep/x.json", True),
        ("/srv/an/teamwork/x.json", False),
    ],
)
def test_network_file_systems(
    path: str, remote: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS)
    monkeypatch.setattr(store.places, "_MOUNTS", mounts)
    monkeypatch.setattr("sys.platform", "linux")
    assert on_network(Path(path)) is remote
    assert (warning_for(Path(path)) is not None) is remote


def test_the_warning_names_file_and_program() -> None:
    warning = warning_for(Path("/srv/an/Dropbox/x.json"))
    assert warning is not None
    text = warning.template.format(**warning.values)
    assert "Dropbox" in text
    assert "x.json" in text


def test_where_the_system_tells_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store.places, "_MOUNTS", tmp_path / "none")
    assert warning_for(tmp_path / "x.json") is None
