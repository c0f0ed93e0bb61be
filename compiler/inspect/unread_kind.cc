// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/inspect/unread_kind.h"

#include <algorithm>
#include <string>

#include "compiler/inspect/recording_type.h"
#include "compiler/inspect/zip_names.h"

namespace dossier::inspect {
namespace {

constexpr std::string_view kPrint = "save it as DOCX, or print it to a PDF and register that";
constexpr std::string_view kPrintSheet = "print it to a PDF and register that";
constexpr std::string_view kSaveAsPicture = "save it as PNG or JPEG, register that and keep this file";
constexpr std::string_view kTakeOut = "take the files out and register each of them";

/// A name in the directory of a compound file is UTF-16 ([MS-CFB], 2.6.1).
bool HoldsName(ByteView content, std::string_view name) {
  std::string wide;
  for (const char c : name) {
    wide += c;
    wide += '\0';
  }
  return content.find(wide) != ByteView::npos;
}

UnreadKind CompoundFile(ByteView content) {
  if (HoldsName(content, "EncryptedPackage")) {
    return {"an Office document locked with a password", "save it without the password"};
  }
  if (HoldsName(content, "WordDocument")) return {"a Word document of the old kind (.doc)", kPrint};
  if (HoldsName(content, "__substg1.0_")) return {"a message of Outlook (.msg)", "save it as .eml"};
  return {"a document of an old Office program", kPrintSheet};
}

UnreadKind ZipFile(ByteView content) {
  const std::vector<std::string_view> names = ZipNames(content);
  const auto has = [&](std::string_view beginning) {
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return name.starts_with(beginning); });
  };
  if (has("word/vbaProject.bin")) return {"a Word document with macros (.docm)", kPrint};
  if (has("xl/")) return {"a spreadsheet (.xlsx)", kPrintSheet};
  if (has("ppt/")) return {"a presentation (.pptx)", kPrintSheet};
  const std::string_view type = ZipMimeType(content);
  if (type.starts_with("application/vnd.oasis.opendocument.")) {
    return {"an OpenDocument file that is no text", kPrintSheet};
  }
  if (type == "application/epub+zip") return {"an electronic book (EPUB)", kPrintSheet};
  return {"a ZIP archive", kTakeOut};
}

}  // namespace

UnreadKind UnreadKindOf(ByteView content) {
  if (content.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return CompoundFile(content);
  if (content.starts_with("PK\3\4") || content.starts_with("PK\5\6")) return ZipFile(content);
  if (content.starts_with("{\\rtf")) return {"a rich text document (.rtf)", kPrint};
  if (content.starts_with("7z\xBC\xAF\x27\x1C")) return {"a 7z archive", kTakeOut};
  if (content.starts_with("Rar!\x1A\x07")) return {"a RAR archive", kTakeOut};
  if (content.starts_with("From ") && content.substr(0, 2'000).find("\nReceived: ") != ByteView::npos) {
    return {"a mailbox with several e-mails", "save each e-mail as .eml"};
  }
  if (const std::string_view picture = UnreadPicture(content); !picture.empty()) return {picture, kSaveAsPicture};
  return {};
}

}  // namespace dossier::inspect
