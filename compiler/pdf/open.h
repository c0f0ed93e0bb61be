// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <qpdf/QPDF.hh>
#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/pdf/opened_file.h"

namespace dossier::pdf {

struct OpenedFile::State {
  ByteView bytes;
  std::shared_ptr<QPDF> document;
};

}  // namespace dossier::pdf

/// How files are opened. For the sources of this folder only: qpdf stays inside it.
namespace dossier::pdf::internal {

inline constexpr char kNameless[] = "pdf";

enum class Damage {
  kRepair,  // rebuild a broken cross-reference table, as readers do
  kRefuse,  // any warning of the parser is a failure
};

struct Opened {
  std::shared_ptr<QPDF> document;  // reads from the bytes it was opened from, which must outlive it
  bool encrypted = false;
  bool needs_password = false;  // then there is no document
};

/// Opens a file from memory with an empty user password. Prints nothing. `name` is what later
/// complaints about it begin with; none by default.
Result<Opened> Open(ByteView pdf, Damage damage, const std::string& name = kNameless);

/// What an exception of qpdf says, without the offsets it puts in front; the name it was opened
/// under stays unless it is the default.
[[nodiscard]] std::string Reason(const std::exception& error);

/// True when the parser has complained about `document` since this was last asked.
[[nodiscard]] bool HasComplaints(QPDF& document);

/// All pages in order; at most `kMaxPages`, else an exception.
[[nodiscard]] const std::vector<QPDFObjectHandle>& PagesOf(QPDF& document);

/// Every object of a file that was opened, in the order of its numbers. `QPDF::getAllObjects` gives
/// the same after a walk through everything for references to objects that are not there, which
/// readers take for null.
[[nodiscard]] std::vector<QPDFObjectHandle> ObjectsOf(QPDF& document);

inline constexpr std::size_t kMaxPages = 100'000;

}  // namespace dossier::pdf::internal
