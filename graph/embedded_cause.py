"""Why the embedded engine failed: what its disk and its log say, in one sentence."""

from __future__ import annotations

import os
import shutil

from .embedded_files import EngineFiles

PORT_TAKEN = "Address already in use"
_LOG_BYTES = 100_000
_LEAST_FREE_BYTES = 1_000_000

_DISK_FULL = "the disk that holds {folder} is full; free some space and run the command again."
_HEAP = (
    "the embedded engine ran out of memory; give it more with MONAZITE_ENGINE_HEAP_MB "
    "(megabytes, 1024 when not set)."
)

# A sign in the log, and the sentence for the user.
_SIGNS = {
    "No space left on device": _DISK_FULL,
    "Disk quota exceeded": _DISK_FULL,
    "OutOfMemoryError": _HEAP,
    "Permission denied": "{folder} holds files that this user may not write; "
    "choose another folder with --home or MONAZITE_HOME.",
    "Could not reserve enough space": "this machine has too little memory for the embedded "
    "engine's heap; give it less with MONAZITE_ENGINE_HEAP_MB.",
    PORT_TAKEN: "no free port on the loopback address was found; run the command again.",
}


def cause(files: EngineFiles, *, died: bool = True) -> str | None:
    """The sentence for a known cause, or ``None``; the log counts only where the engine died."""
    sentences = [_DISK_FULL] if _disk_full(files) else []
    text = log_text(files) if died else ""
    sentences += [sentence for sign, sentence in _SIGNS.items() if sign in text]
    return sentences[0].format(folder=files.folder) if sentences else None


def log_text(files: EngineFiles) -> str:
    """The end of what the engine said since its last start."""
    try:
        with files.log.open("rb") as log:
            log.seek(max(0, os.fstat(log.fileno()).st_size - _LOG_BYTES))
            return log.read().decode(errors="replace")
    except OSError:
        return ""


def _disk_full(files: EngineFiles) -> bool:
    try:
        return shutil.disk_usage(files.folder).free < _LEAST_FREE_BYTES
    except OSError:
        return False
