// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/page.h"
#include "compiler/foundation/result.h"
#include "compiler/pdf/bundle_writer.h"
#include "compiler/pdf/opened_file.h"
#include "compiler/pdf/signature_hole.h"

namespace dossier::pdf {

/// A finished file as an independent reader sees it: what `assemble` reads back before it hands
/// the file out, and what `verify` judges.
struct FinishedFile {
  int page_count = 0;
  std::vector<PageLabel> labels;
  std::map<std::string, int> destinations;  // name to page, from 0
  struct Link {
    int page = 0;
    std::string destination;  // empty for a link to the web
  };
  std::vector<Link> links;
  std::vector<Bookmark> bookmarks;
  /// What must not be in a file of ours: kinds of active content, and annotations other than links
  /// and signature fields, each once, sorted.
  std::vector<std::string> forbidden;
  int widgets = 0;
  std::string manifest;  // empty when there is none
  /// How the bytes are laid out; empty when as `BundleWriter` writes: one cross-reference table, in
  /// which every object stands where the one before it ends, without anything between or unused.
  std::string layout_fault;

  struct Signature {
    int fields = 0;          // of the form
    bool prepared = false;   // refers to a reserved signature under the private key
    bool is_signed = false;  // refers to a signature under /V
    bool certifies = false;  // catalog's DocMDP permission is the same object, with P 1
    int flags = 0;           // 3 when /SigFlags is, else 0
    std::string filter;      // /SubFilter
    std::string date;        // /M as written
    bool on_a_page = false;  // the field is the widget of a page
    /// Where the signature stands, reserved or filled; none, with the reason, when its objects are
    /// not framed as this program writes them.
    std::optional<SignatureHole> place{};
    std::string place_fault{};
  };
  Signature signature;
};

/// Reads a finished file without repairing anything: one complaint of the parser is a failure.
Result<FinishedFile> ReadFinished(const OpenedFile& opened);
Result<FinishedFile> ReadFinished(ByteView pdf);

}  // namespace dossier::pdf
