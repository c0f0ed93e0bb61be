# SPDX-License-Identifier: GPL-3.0-or-later
"""Office files and web archives for tests, written with Python's own modules: a second hand beside the
libraries that read them."""

import base64
import gzip
import hashlib
import io
import json
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TEXT = "application/vnd.oasis.opendocument.text"


def zip_file(members, stored=()):
    """A ZIP file of (name, content) in order; names in `stored` are not packed."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in members:
            data = content.encode() if isinstance(content, str) else content
            info = zipfile.ZipInfo(name, (2024, 1, 2, 3, 4, 6))
            info.compress_type = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            made.writestr(info, data)
    return out.getvalue()


def relationships(entries):
    """A .rels part of (id, last word of the type, target[, external])."""
    lines = "".join(
        f'<Relationship Id="{entry[0]}" Type="{R}/{entry[1]}" Target="{entry[2]}"'
        + (' TargetMode="External"/>' if len(entry) > 3 else "/>") for entry in entries)
    return f'<Relationships xmlns="{PACKAGE}/relationships">{lines}</Relationships>'


def docx(body, parts=(), relations=(), members=()):
    """A Word file: `body` inside w:body; `parts` are (name, type, XML) beside it, `relations` more of its
    relationships, `members` anything else."""
    own = [(f"p{i}", kind, name) for i, (name, kind, _) in enumerate(parts)]
    made = [
        ("[Content_Types].xml", f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>'),
        ("_rels/.rels", relationships([("r1", "officeDocument", "word/document.xml"), ("r2", "core-properties", "docProps/core.xml")])),
        ("word/document.xml", f'<?xml version="1.0"?><w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
                              f'xmlns:v="urn:schemas-microsoft-com:vml"><w:body>{body}</w:body></w:document>'),
        ("word/_rels/document.xml.rels", relationships(own + list(relations))),
    ]
    made += [("word/" + name, xml) for name, _, xml in parts]
    return zip_file(made + list(members))


def core_properties(title, author, created):
    return (f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
            f'xmlns:dcterms="http://purl.org/dc/terms/"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>'
            f'<dcterms:created>{created}</dcterms:created></cp:coreProperties>')


ODF = "".join(f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for prefix, name in (
    ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("draw", "drawing"), ("meta", "meta"),
    ("fo", "xsl-fo-compatible"), ("manifest", "manifest"))) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xlink="http://www.w3.org/1999/xlink"'


def odt(text, styles="", members=(), page=""):
    """An OpenDocument text: `text` inside office:text, `styles` its automatic styles, `page` a master page."""
    made = [
        ("mimetype", TEXT),
        ("content.xml", f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{ODF}><office:automatic-styles>{styles}</office:automatic-styles>'
                        f'<office:body><office:text>{text}</office:text></office:body></office:document-content>'),
        ("styles.xml", f'<office:document-styles{ODF}><office:master-styles>{page}</office:master-styles></office:document-styles>'),
    ]
    return zip_file(made + list(members), stored=("mimetype",))


def digest(data, algorithm="sha1", base32=True):
    value = hashlib.new(algorithm, data).digest()
    return f"{algorithm}:" + (base64.b32encode(value).decode().rstrip("=") if base32 else value.hex())


def warc_record(kind, fields, block):
    head = f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: <urn:uuid:{hashlib.md5(block).hexdigest()}>\r\n"
    head += "".join(f"{name}: {value}\r\n" for name, value in fields)
    return head.encode() + f"Content-Length: {len(block)}\r\n\r\n".encode() + block + b"\r\n\r\n"


def response(url, date, body, content_type="text/html; charset=utf-8", status="200 OK", headers=(), broken=False, algorithm="sha1", base32=True):
    """A response as a record; `broken` states the digests of another one."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {content_type}", *headers]
    block = "\r\n".join(lines).encode() + b"\r\n\r\n" + body
    stated = b"another body" if broken else body
    fields = [("WARC-Target-URI", url), ("WARC-Date", date), ("Content-Type", "application/http; msgtype=response"),
              ("WARC-Payload-Digest", digest(stated, algorithm, base32))]
    if not broken:
        fields.append(("WARC-Block-Digest", digest(block, algorithm, base32)))
    return warc_record("response", fields, block)


def warc(records, packed=False):
    """A file of records, each a member of gzip when `packed`."""
    info = warc_record("warcinfo", [("WARC-Date", "2024-09-30T10:11:00Z"), ("Content-Type", "application/warc-fields")], b"software: Test Crawler 1.0\r\nformat: WARC File Format 1.1\r\n")
    return b"".join(gzip.compress(record, mtime=0) if packed else record for record in [info, *records])


def wacz(records, pages, changed=None, signed=None, extra=()):
    """A packed web archive; the file `changed` is not the one that the package lists."""
    lines = [json.dumps({"format": "json-pages-1.0", "id": "pages", "title": "All Pages"})]
    lines += [json.dumps({"id": f"p{i}", "url": url, "ts": "2024-09-30T10:12:00Z"}) for i, url in enumerate(pages)]
    members = [("archive/data.warc.gz", warc(records, packed=True)), ("pages/pages.jsonl", ("\n".join(lines) + "\n").encode()),
               ("indexes/index.cdx", b"org,example)/ 20240930101200 {}\n")]
    resources = [{"name": name.rsplit("/", 1)[1], "path": name, "hash": digest(data, "sha256", False), "bytes": len(data)} for name, data in members]
    package = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "software": "Test Packer 2.0", "resources": resources}).encode()
    stated = {"path": "datapackage.json", "hash": digest(package, "sha256", False)}
    if signed:
        stated["signedData"] = {"hash": stated["hash"], "created": "2024-09-30T10:15:00Z", "domain": signed, "signature": "AAAA"}
    members = [(name, data + b"\n" if name == changed else data) for name, data in members]
    members += [("datapackage.json", package), ("datapackage-digest.json", json.dumps(stated).encode()), *extra]
    return zip_file(members, stored=[name for name, _ in members])
