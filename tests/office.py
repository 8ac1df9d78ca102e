"""LibreOffice, which opens files and saves them again, many in one run of it."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

from needs import program


def converted(
    folder: Path, kind: str, files: Mapping[str, bytes], suffix: str = ".xlsx"
) -> dict[str, bytes]:
    """Return files, by name without suffix, as LibreOffice saves them in another kind.

    ``folder/profile`` is its profile: settings may be put there before.
    """
    paths = [folder / f"{name}{suffix}" for name in files]
    for path, content in zip(paths, files.values(), strict=True):
        path.write_bytes(content)
    command = [
        program("libreoffice"),
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        *("--headless", "--norestore", "--convert-to", kind, "--outdir", folder / "out"),
    ]
    done = subprocess.run([*command, *paths], capture_output=True, check=False)
    saved = {each: folder / "out" / f"{each}.{kind.partition(':')[0]}" for each in files}
    assert all(path.exists() for path in saved.values()), done.stderr.decode(errors="replace")
    return {name: path.read_bytes() for name, path in saved.items()}
