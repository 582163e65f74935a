"""Writes the root file system of the shop's image as a tar: the Python that runs here, and what the app imports.

No registry is at hand in a lab. What the app needs is what it has loaded once it is imported, and the shared
libraries below that (ldd), some 25 MB.
"""
import importlib
import io
import os
import re
import subprocess
import sys
import tarfile

APPS = os.path.dirname(os.path.abspath(__file__))
PACKAGES = "/usr/lib/python3/dist-packages/"


def loaded_files() -> set[str]:
    """Files of every module that the app imports, and the whole of the packages that are not Python's own."""
    sys.path.insert(0, APPS)
    for name in ["fastapi_app", "uvicorn.protocols.http.auto", "anyio._backends._asyncio", "encodings.idna"]:
        importlib.import_module(name)
    found = {module.__file__ for module in list(sys.modules.values()) if getattr(module, "__file__", None)}
    tops = {path[len(PACKAGES):].split("/")[0] for path in found if path.startswith(PACKAGES)}
    for top in tops:
        for folder, _, names in os.walk(PACKAGES + top):
            found |= {f"{folder}/{name}" for name in names if name.endswith((".py", ".so"))}
    return {path for path in found if path.startswith("/usr/")}


def libraries(binaries: set[str]) -> set[str]:
    """Shared libraries that these load, as ldd lists them."""
    listing = subprocess.run(["ldd", *sorted(binaries)], capture_output=True, text=True, check=True).stdout
    return set(re.findall(r"(/\S+) \(0x", listing))


def main(target: str) -> None:
    files = loaded_files()
    python = os.path.realpath("/usr/bin/python3")
    files |= {python} | libraries({python} | {path for path in files if path.endswith(".so")})
    with tarfile.open(target, "w", dereference=True) as tar:
        for path in sorted(files):
            tar.add(path)
        tar.add(f"{APPS}/fastapi_app.py", "/app/fastapi_app.py")
        folder = tarfile.TarInfo("tmp")
        folder.type, folder.mode = tarfile.DIRTYPE, 0o1777
        tar.addfile(folder, io.BytesIO())


main(sys.argv[1])
