# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways to change a signed file, after the published attacks on PDF signatures: universal forgery,
incremental saving, wrapping, stripping, and mistakes inside the CMS. Each gives bytes that a strict
verifier must refuse."""

import re
import subprocess

RANGE = re.compile(rb"/ByteRange ?\[ ?(\d+) +(\d+) +(\d+) +(\d+) *\]")


class Signed:
    """The places of a signature in a file."""

    def __init__(self, data):
        self.data = data
        self.match = RANGE.search(data)
        assert self.match, "no /ByteRange"
        self.range = [int(n) for n in self.match.groups()]
        self.begin, self.end = self.range[1], self.range[2]  # of <...>, with its brackets
        assert data[self.begin: self.begin + 1] == b"<" and data[self.end - 1: self.end] == b">"
        self.hexadecimal = data[self.begin + 1: self.end - 1]

    def covered(self):
        """The bytes that the signature is over."""
        return self.data[: self.begin] + self.data[self.end:]

    def cms(self):
        """The DER of the signature without its padding."""
        raw = bytes.fromhex(self.hexadecimal.decode())
        return raw[: der_length(raw)]

    def with_contents(self, hexadecimal):
        """The file with other digits; shorter ones are padded with zeros."""
        assert len(hexadecimal) <= len(self.hexadecimal)
        padded = hexadecimal + b"0" * (len(self.hexadecimal) - len(hexadecimal))
        return self.data[: self.begin + 1] + padded + self.data[self.end - 1:]

    def with_range(self, text):
        """The file with another /ByteRange of the same width."""
        old = self.match.group(0)
        new = b"/ByteRange [" + text
        assert len(new) < len(old), (old, new)
        return self.data.replace(old, new + b" " * (len(old) - len(new) - 1) + b"]", 1)


def der_length(raw):
    """Bytes of the first DER value."""
    if raw[1] < 0x80:
        return 2 + raw[1]
    count = raw[1] & 0x7F
    return 2 + count + int.from_bytes(raw[2: 2 + count], "big")


def _replace(data, old, new, last=False):
    assert len(old) == len(new) and old in data, old
    at = data.rfind(old) if last else data.find(old)
    return data[:at] + new + data[at + len(old):]


def _sign_again(data, key, *options):
    """A signature by openssl over the covered bytes, in the place of ours."""
    signed = Signed(data)
    done = subprocess.run(["openssl", "cms", "-sign", "-binary", "-outform", "DER", "-signer", str(key), *options],
                          input=signed.covered(), capture_output=True, check=True)
    return signed.with_contents(done.stdout.hex().encode())


def _update(data, body):
    """An incremental update with a cross-reference table of its own."""
    start = int(re.findall(rb"startxref\s+(\d+)", data)[-1])
    size = int(re.findall(rb"/Size (\d+)", data)[-1])
    root = re.findall(rb"/Root (\d+) 0 R", data)[-1]
    number = re.match(rb"(\d+) 0 obj", body).group(1)
    offset = len(data)
    xref = offset + len(body)
    return (data + body + b"xref\n%s 1\n%010d 00000 n \ntrailer\n<< /Size %d /Root %s 0 R /Prev %d >>\nstartxref\n%d\n%%%%EOF\n"
            % (number, offset, size, root, start, xref))


def forgeries(data, other, key):
    """(name, bytes) of the changed files. `data` and `other` are two signed files, `key` a PEM."""
    signed = Signed(data)
    raw = signed.cms()
    digits = signed.hexadecimal
    used = 2 * len(raw)
    begin, end, length = signed.begin, signed.end, len(data)
    # The object in which a page says that it is one: the last that begins before.
    page = re.search(rb"/Type /Page\b(?!s)", data)
    number = re.findall(rb"(?:^|\s)(\d+) 0 obj", data[:page.start()])[-1]
    middle = data.rfind(b"stream", 0, begin) if b"stream" in data[:begin] else begin // 2

    yield "a byte flipped before the signature", data[:100] + bytes([data[100] ^ 1]) + data[101:]
    yield "a byte flipped in the middle", data[:middle - 40] + bytes([data[middle - 40] ^ 1]) + data[middle - 39:]
    yield "a byte flipped behind the signature", data[:end + 40] + bytes([data[end + 40] ^ 1]) + data[end + 41:]
    yield "a comment appended", data + b"% a comment\n"
    yield "a line end appended", data + b"\n"
    yield "an update appended", _update(data, number + b" 0 obj\n<< /Type /Page /MediaBox [0 0 9 9] >>\nendobj\n")
    yield "objects appended without a table", data + number + b" 0 obj\n<< /Type /Page >>\nendobj\n"
    yield "an end of file appended", data + b"startxref\n0\n%%EOF\n"
    yield "cut off", data[:-8]
    yield "bytes in front", b"\n" + data
    yield "no /ByteRange", _replace(data, b"/ByteRange", b"/ByteRangX")
    yield "no /Contents", data[:begin - 12] + data[begin - 12: begin].replace(b"/Contents", b"/Contentz") + data[begin:]
    yield "/Contents null", data[:begin] + b"null" + b" " * (end - begin - 4) + data[end:]
    yield "/Contents zero", signed.with_contents(b"")
    yield "/Contents of another file", signed.with_contents(Signed(other).hexadecimal[: len(digits)])
    yield "digits behind the signature", data[:end - 3] + b"01" + data[end - 1:]
    yield "the other case of the digits", data[:begin] + data[begin:end].swapcase() + data[end:]
    yield "a space between the digits", data[:begin + 1 + used] + b" " + data[begin + 2 + used:]
    yield "/ByteRange zero", signed.with_range(b"0 0 0 0")
    yield "/ByteRange negative", signed.with_range(b"0 %d -%d 9" % (begin, 9))
    yield "/ByteRange of two numbers", signed.with_range(b"0 %d" % length)
    yield "/ByteRange shorter than the file", signed.with_range(b"0 %d %d %d" % (begin, end, length - end - 1))
    yield "/ByteRange with a wider gap", signed.with_range(b"0 %d %d %d" % (begin - 1, end, length - end))
    yield "/ByteRange that begins later", signed.with_range(b"1 %d %d %d" % (begin - 1, end, length - end))
    yield "/SubFilter of another kind", _replace(data, b"/ETSI.CAdES.detached", b"/adbe.pkcs7.detached")
    yield "the field points nowhere", re.sub(rb"/V +\d+ 0 R", lambda m: b"/X" + m.group(0)[2:], data, count=1)
    yield "a byte of the certificate flipped", signed.with_contents(_flip(raw, len(raw) // 3).hex().encode())
    yield "a byte of the signature value flipped", signed.with_contents(_flip(raw, len(raw) - 9).hex().encode())
    yield "signed again with a signing time", _sign_again(data, key, "-md", "sha256", "-cades")
    yield "signed again without the signer's certificate bound", _sign_again(data, key, "-md", "sha256", "-nosmimecap")
    yield "signed again with SHA-1", _sign_again(data, key, "-md", "sha1", "-cades", "-nosmimecap")


def _flip(raw, at):
    return raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1:]
