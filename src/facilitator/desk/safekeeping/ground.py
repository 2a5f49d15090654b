"""What kind of place an archive lies in: on networks and in synchronized folders two may write at once.

The record holds its file exclusively and keeps no memory beside it that other computers would not see, so one
computer alone is safe anywhere. But locks of network drives are not everywhere told to others, and a service
that synchronizes knows of none: it copies a file in the middle of an entry, or brings back an older one.
"""

from __future__ import annotations

import sys
from enum import Enum
from pathlib import Path

from facilitator.words.tongue import Tongue

TOLD = "safekeeping/ground-told"
"""The setting that remembers for which archive it was said."""
NETWORKS = frozenset({
    "nfs", "nfs3", "nfs4", "cifs", "smb2", "smb3", "smbfs", "afpfs", "afs", "ncpfs", "9p", "ceph", "davfs",
    "webdav", "glusterfs", "lustre", "fuse.sshfs", "fuse.rclone", "fuse.davfs2", "fuse.glusterfs",
    "fuse.gvfsd-fuse", "fuse.curlftpfs", "fuse.s3fs", "fuse.smbnetfs", "fuse.cifs",
})  # fmt: skip
"""File systems of other computers, as Linux and macOS call them."""
CLOUDS = (
    *("nutstore", "nutstore files", "坚果云", "我的坚果云", "onedrive", "icloud", "iclouddrive"),
    *("icloud drive", "nextcloud", "owncloud", "seafile", "syncthing", "阿里云盘"),
    *("mobile documents", "com~apple~clouddocs", "cloudstorage", "dropbox", "google drive", "googledrive"),
    *("baidusyncdisk", "baidunetdiskworkspace", "百度网盘", "百度网盘同步空间", "百度云同步盘", "wps云盘"),
    *("wpsdrive", "腾讯微云", "微云同步助手"),
)  # fmt: skip
"""What services call the folders that they synchronize, in small letters."""
_REMOTE = 4
"""The type of a drive of another computer, as Windows calls it."""


class Ground(Enum):
    """Where an archive lies, as far as it matters."""

    OWN = "own"
    NETWORK = "network"
    CLOUD = "cloud"


def ground_of(path: Path) -> Ground:
    """What is known of a place. On any thread: a drive that does not answer holds it up."""
    if cloud_in(path):
        return Ground.CLOUD
    return Ground.NETWORK if _remote(path) else Ground.OWN


def cloud_in(path: Path) -> bool:
    """Whether a folder above is one that a service synchronizes, by its name; also `OneDrive - Street`."""
    for part in path.parent.parts:
        name = part.casefold()
        if any(name == cloud or name.startswith((f"{cloud} -", f"{cloud} (")) for cloud in CLOUDS):
            return True
    return False


def warning(ground: Ground, t: Tongue) -> str:
    """Why such a place is none to work in, and the way on; "" for a disk of this computer."""
    if ground is Ground.NETWORK:
        return t(
            "This archive lies on a network drive. Two computers could write to it at once there, which can "
            "damage it. Close the program, copy the file to a disk of this computer, and open it there."
        )
    if ground is Ground.CLOUD:
        return t(
            "This archive lies in a folder that is synchronized with a cloud. That can damage it or bring back "
            "an older one. Close the program, copy the file to another folder of this computer, and open it "
            "there. Backups may go to the cloud."
        )
    return ""


def _remote(path: Path) -> bool:
    if sys.platform == "win32":
        import ctypes

        anchor = path.absolute().anchor
        if anchor.startswith("\\\\"):
            return True
        return ctypes.windll.kernel32.GetDriveTypeW(anchor) == _REMOTE
    from PySide6.QtCore import QStorageInfo

    kind = bytes(QStorageInfo(str(path)).fileSystemType().data()).decode(errors="replace")
    return kind in NETWORKS
