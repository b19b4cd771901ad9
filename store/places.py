"""Folders in which a file is less safe than on a disk of one's own: on a network, in a cloud."""

import os
import re
import sys
from pathlib import Path

from sessionui.domain.wording import N_, Sentence

NETWORK = N_(
    "{file} lies on a network drive. Locks may not work there and the connection can break: a "
    "folder on this computer is safer."
)
CLOUD = N_(
    "{file} lies in a folder that {name} keeps in step with other computers. Don't open it on two "
    "at once, and let {name} finish before closing the lid."
)

_CLOUDS = (
    (re.compile(r"onedrive( - .+|-.+)?", re.IGNORECASE), "OneDrive"),
    (re.compile(r"dropbox( \(.+\))?", re.IGNORECASE), "Dropbox"),
    (re.compile(r"google ?drive(-.+)?|my drive|mijn drive", re.IGNORECASE), "Google Drive"),
    (re.compile(r"icloud ?drive|com~apple~clouddocs|mobile documents", re.IGNORECASE), "iCloud"),
    (re.compile(r"nextcloud\d*", re.IGNORECASE), "Nextcloud"),
    (re.compile(r"owncloud\d*", re.IGNORECASE), "ownCloud"),
    (re.compile(r"syncthing|sync", re.IGNORECASE), "Syncthing"),
)
# What these programs put into the folders that they keep in step.
_MARKS = {".stfolder": "Syncthing", ".dropbox": "Dropbox", ".dropbox.cache": "Dropbox"}
_NETWORKS = frozenset(
    {"nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ceph", "glusterfs", "fuse.sshfs", "davfs"}
    | {"fuse.rclone", "fuse.davfs2", "fuse.gvfsd-fuse", "ncpfs", "afpfs", "webdav"}
)
_MOUNTS = Path("/proc/mounts")
_REMOTE_DRIVE = 4  # Windows: GetDriveType


def warning_for(file: Path) -> Sentence | None:
    """What the user should know of the place where ``file`` lies, or ``None``."""
    cloud = cloud_of(file)
    if cloud:
        return Sentence(CLOUD, {"file": str(file), "name": cloud})
    return Sentence(NETWORK, {"file": str(file)}) if on_network(file) else None


def cloud_of(file: Path) -> str:
    """The program that keeps the folder in step with others, as far as it shows; or ``""``."""
    for folder in file.parents:
        for name, cloud in _CLOUDS:
            if name.fullmatch(folder.name):
                return cloud
        for mark, cloud in _MARKS.items():
            if os.path.lexists(folder / mark):
                return cloud
    return ""


def on_network(file: Path) -> bool:
    """Whether the file lies on another machine, as far as the system tells."""
    match sys.platform:
        case "win32":
            return _on_windows_network(file)
        case "darwin":
            return _on_macos_network(file)
    try:
        return _type_of_mount(file, _MOUNTS.read_text("utf-8", "replace")) in _NETWORKS
    except OSError:
        return False


def _type_of_mount(file: Path, mounts: str) -> str:
    """The type of the file system that is mounted nearest above the file."""
    above = {str(folder) for folder in file.parents}
    found = ("", "")
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        place = re.sub(r"\\([0-7]{3})", lambda m: chr(int(m[1], 8)), fields[1])
        # Of two at the same place the later one hides the other.
        if place in above and len(place) >= len(found[0]):
            found = (place, fields[2])
    return found[1]


def _on_windows_network(file: Path) -> bool:
    import ctypes  # of no use elsewhere

    system = getattr(ctypes, "windll", None)
    if system is None or str(file).startswith("\\\\"):
        return system is not None
    return bool(system.kernel32.GetDriveTypeW(file.anchor) == _REMOTE_DRIVE)


def _on_macos_network(file: Path) -> bool:
    """Whether ``mount`` calls a file system of a network above the file."""
    import subprocess

    try:
        told = subprocess.run(
            ["/sbin/mount"], check=False, capture_output=True, text=True, timeout=2
        )
    except (OSError, subprocess.SubprocessError):
        return False
    lines = re.findall(r" on (.+) \((\w+)", told.stdout)
    above = {str(folder) for folder in file.parents}
    found = [(place, kind) for place, kind in lines if place in above]
    return max(found, key=lambda f: len(f[0]), default=("", ""))[1] in _NETWORKS
