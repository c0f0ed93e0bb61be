# SPDX-License-Identifier: GPL-3.0-or-later
"""Who may include whom: the edges written in compiler/*/CMakeLists.txt against every #include."""

import re
from pathlib import Path

# The one folder where the headers of a library may appear (DESIGN section 8).
LIBRARY_HEADERS = [
    (r"yaml-cpp/", "yaml"),
    (r"libxml/", "xml"),
    (r"md4c(-html)?\.h$", "markdown"),
    (r"nlohmann/", "json"),
    (r"unicode/", "text"),
    (r"re2/", "text"),
    (r"edlib\.h$", "text"),
    (r"hyphen\.h$", "text"),
    (r"cld2/", "language"),
    (r"hb(-[a-z]+)?\.h$", "fonts"),
    (r"qpdf/", "pdf"),
    (r"(poppler/|poppler-)", "poppler"),
    (r"png(conf)?\.h$", "image"),
    (r"(jpeglib|jerror|tiffio)\.h$", "image"),
    (r"exiv2/", "image"),
    (r"MediaInfo/", "media"),
    (r"(zip|zlib)\.h$", "archive"),
    (r"(gmime/|glib)", "mail"),
    (r"(tesseract|leptonica)/", "ocr"),
    (r"(seccomp|linux/landlock|linux/seccomp|linux/filter)\.h$", "worker"),
    (r"sqlite3\.h$", "cache"),
    (r"openssl/", "crypto"),
    (r"hpdf[a-z_]*\.h$", "render"),
    (r"boost/program_options", "cli"),
]

# CMake targets of libraries, by the folder that may link them.
LIBRARY_TARGETS = {
    "YamlCpp": "yaml", "LibXml2": "xml", "Md4c": "markdown", "nlohmann_json": "json", "ICU": "text", "Hyphen": "text",
    "Cld2": "language", "HarfBuzz": "fonts", "Qpdf": "pdf", "PopplerCpp": "poppler", "PNG": "image", "JPEG": "image",
    "TIFF": "image", "Exiv2": "image", "MediaInfo": "media",
    "OpenSSL": "crypto", "SQLite": "cache", "Hpdf": "render", "Boost": "cli",
    "Seccomp": "worker/boundary", "Zip": "archive", "Zlib": "archive", "GMime": "mail", "Tesseract": "ocr",
}

STANDARD = re.compile(r"[a-z_0-9]+$")  # <vector>, <cstdint>
SYSTEM = re.compile(
    r"(sys/[a-z]+|linux/(openat2|magic|prctl|memfd|capability)|unistd|fcntl|signal|poll|termios|dirent|spawn|dlfcn|iconv|"
    r"pthread|errno|syscall|locale|stdio|stdlib|string|time|malloc|setjmp)\.h$")
INCLUDE = re.compile(r'^\s*#\s*include\s*(["<])([^">]+)[">]')


class Tree:
    """The folders of compiler/, their declared edges and their files."""

    def __init__(self, root):
        self.root = Path(root)
        self.declared = {}   # folder -> {folder: line number in its CMakeLists.txt}
        self.libraries = {}  # folder -> [target]
        compiler = self.root / "compiler"
        for listing in sorted(compiler.glob("**/CMakeLists.txt")):
            folder = str(listing.parent.relative_to(compiler))
            if folder != ".":
                self._read_listing(folder, listing)
        self._name_folders_by_path()
        self.files = sorted(p for p in compiler.rglob("*") if p.suffix in (".h", ".cc", ".def"))

    def _read_listing(self, folder, listing):
        text = "\n".join(line.split("#")[0] for line in listing.read_text().split("\n"))
        edges = self.declared.setdefault(folder, {})
        for call in re.finditer(r"dossier_stage\s*\(([^)]*)\)", text):
            section = None
            for word in call.group(1).split()[1:]:
                if word in ("SOURCES", "DEPENDS", "THIRD_PARTY"):
                    section = word
                elif section == "DEPENDS":
                    edges[word] = f"{listing.relative_to(self.root)}"
                elif section == "THIRD_PARTY":
                    self.libraries.setdefault(folder, []).append(word)
        for name in re.findall(r"dossier::([a-z_0-9]+)", text):
            if name == folder.replace("/", "_"):
                continue  # the program in a folder links the folder itself
            edges.setdefault(name, f"{listing.relative_to(self.root)}")
        edges.pop(folder, None)

    def _name_folders_by_path(self):
        """CMake names the folder worker/boundary worker_boundary."""
        paths = {folder.replace("/", "_"): folder for folder in self.declared}
        for folder, edges in self.declared.items():
            self.declared[folder] = {paths.get(name, name): listing for name, listing in edges.items()}

    def folder_of(self, path):
        """The folder of a path relative to the root: the deepest with a listing of its own."""
        parts = Path(path).parts[1:-1]
        for length in range(len(parts), 1, -1):
            if "/".join(parts[:length]) in self.declared:
                return "/".join(parts[:length])
        return parts[0] if parts else ""

    def includes(self):
        """(path, line number, quoted?, name) of every #include."""
        for path in self.files:
            for number, line in enumerate(path.read_text(errors="replace").split("\n"), 1):
                match = INCLUDE.match(line)
                if match:
                    yield path.relative_to(self.root), number, match.group(1) == '"', match.group(2)


def undeclared_edges(tree):
    """Own headers: by path from the root, existing, from a declared folder."""
    for path, number, quoted, name in tree.includes():
        folder = tree.folder_of(path)
        if not quoted:
            if name.startswith("compiler/"):
                yield f"{path}:{number}: own header in angle brackets: {name}"
            continue
        if not name.startswith("compiler/") and name.endswith("_config.h"):
            continue  # written by CMake
        if not name.startswith("compiler/"):
            yield f"{path}:{number}: include by path from the root: {name}"
            continue
        target = tree.folder_of(name)
        if not (tree.root / name).is_file():
            yield f"{path}:{number}: no such file: {name}"
        if target != folder and target not in tree.declared.get(folder, {}):
            yield f"{path}:{number}: folder {folder} does not declare {target} in DEPENDS: {name}"


def unused_edges(tree):
    """A declared edge that no #include uses is a lie in the drawing."""
    used = {(tree.folder_of(path), tree.folder_of(name))
            for path, _, quoted, name in tree.includes() if quoted and name.startswith("compiler/")}
    for folder, edges in sorted(tree.declared.items()):
        for target, listing in sorted(edges.items()):
            if (folder, target) not in used:
                yield f"{listing}: {folder} declares {target} and includes nothing of it"


def cycles(tree):
    """One line for each folder that reaches itself."""
    def reaches(start):
        seen, stack = set(), [(target, [start]) for target in sorted(tree.declared.get(start, {}))]
        while stack:
            folder, trail = stack.pop()
            if folder == start:
                return trail + [folder]
            if folder not in seen:
                seen.add(folder)
                stack += [(t, trail + [folder]) for t in sorted(tree.declared.get(folder, {}))]
        return None

    for folder in sorted(tree.declared):
        trail = reaches(folder)
        if trail:
            yield "cycle: " + " -> ".join(trail)


def undeclared_folders(tree):
    """Every folder with sources has a listing; every edge leads to a folder."""
    for folder in sorted({tree.folder_of(p.relative_to(tree.root)) for p in tree.files}):
        if folder not in tree.declared:
            yield f"compiler/{folder}: no CMakeLists.txt with dossier_stage"
    for folder, edges in sorted(tree.declared.items()):
        for target, listing in edges.items():
            if not (tree.root / "compiler" / target).is_dir():
                yield f"{listing}: {folder} depends on {target}, which is no folder"


def stray_libraries(tree):
    """A library's header appears in its own folder only, and its target is linked there only."""
    for path, number, quoted, name in tree.includes():
        if quoted:
            continue
        folder = path.parts[1]  # a folder inside the home of a library belongs to it
        for pattern, home in LIBRARY_HEADERS:
            if re.match(pattern, name):
                if folder != home:
                    yield f"{path}:{number}: <{name}> may be included in compiler/{home} only"
                break
        else:
            if not STANDARD.match(name) and not SYSTEM.match(name):
                yield f"{path}:{number}: <{name}> is in no list of tests/architecture/include_rules.py"
    for folder, targets in sorted(tree.libraries.items()):
        for target in targets:
            home = LIBRARY_TARGETS.get(re.split(r"::", target.replace("PkgConfig::", ""))[0])
            if home is not None and home != folder:
                yield f"compiler/{folder}/CMakeLists.txt: {target} may be linked in compiler/{home} only"


CHECKS = [undeclared_folders, undeclared_edges, unused_edges, cycles, stray_libraries]
