"""`python -m tests.language_server.vsix FOLDER FILE`: an extension of VS Code, with what npm put beside it, as a `.vsix`.

The format is that of the Open Packaging Conventions (ECMA-376, part 2) with the manifest of Visual Studio's extensions.
"""

import json
import sys
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_TYPES = {".json": "application/json", ".js": "application/javascript", ".vsixmanifest": "text/xml", ".md": "text/markdown"}
_WHEN = (1980, 1, 1, 0, 0, 0)
"""The same files give the same bytes."""


def main() -> None:
    """Pack the folder into the file."""
    folder, target = map(Path, sys.argv[1:])
    pack(folder, target)


def pack(folder: Path, target: Path) -> None:
    """Write the extension in *folder* to *target*."""
    said = json.loads((folder / "package.json").read_text("utf-8"))
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not any(part.startswith(".") for part in path.parts[-2:]))
    with ZipFile(target, "w", ZIP_DEFLATED) as archive:
        _add(archive, "extension.vsixmanifest", _manifest(said).encode())
        _add(archive, "[Content_Types].xml", _content_types({path.suffix.lower() for path in files}).encode())
        for path in files:
            _add(archive, f"extension/{path.relative_to(folder).as_posix()}", path.read_bytes())


def _add(archive: ZipFile, name: str, data: bytes) -> None:
    archive.writestr(ZipInfo(name, _WHEN), data, ZIP_DEFLATED)


def _content_types(suffixes: set[str]) -> str:
    known = {suffix: _TYPES.get(suffix, "application/octet-stream") for suffix in suffixes | {".vsixmanifest"} if suffix}
    defaults = "".join(f'<Default Extension="{suffix[1:]}" ContentType="{kind}"/>' for suffix, kind in sorted(known.items()))
    return f'<?xml version="1.0" encoding="utf-8"?>\n<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}</Types>\n'


def _manifest(said: dict[str, str]) -> str:
    version, id, publisher = (quoteattr(said[key]) for key in ("version", "name", "publisher"))
    engine = quoteattr(said["engines"]["vscode"])  # type: ignore[index]  # a mapping in the file
    assets = {
        "Microsoft.VisualStudio.Code.Manifest": "package.json",
        "Microsoft.VisualStudio.Services.Content.Details": "README.md",
        "Microsoft.VisualStudio.Services.Content.License": "LICENSE",
    }
    listed = "".join(f'<Asset Type="{kind}" Path="extension/{path}" Addressable="true"/>' for kind, path in assets.items())
    return f"""<?xml version="1.0" encoding="utf-8"?>
<PackageManifest Version="2.0.0" xmlns="http://schemas.microsoft.com/developer/vsx-schema/2011">
<Metadata>
<Identity Language="en-US" Id={id} Version={version} Publisher={publisher}/>
<DisplayName>{escape(said["displayName"])}</DisplayName>
<Description xml:space="preserve">{escape(said["description"])}</Description>
<Categories>{escape(",".join(said["categories"]))}</Categories>
<License>extension/LICENSE</License>
<Properties><Property Id="Microsoft.VisualStudio.Code.Engine" Value={engine}/></Properties>
</Metadata>
<Installation><InstallationTarget Id="Microsoft.VisualStudio.Code"/></Installation>
<Dependencies/>
<Assets>{listed}</Assets>
</PackageManifest>
"""


if __name__ == "__main__":
    main()
