// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "compiler/capture/http_message.h"
#include "compiler/capture/stated_digest.h"
#include "compiler/capture/warc_record.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"
#include "compiler/inspect/exhibit_facts.h"

namespace dossier::capture {

/// A page that was captured, unpacked.
struct CapturedPage {
  std::size_t record = 0;  // position in the list of captures
  Bytes html;
  std::string charset;     // as its head declares it
};

/// Takes the records of web archives, one after the other, proves what they state of themselves and
/// keeps the page that is the exhibit: that of the address which is wanted, else the first page that
/// the server gave without an error.
///
/// Each record's block and payload digests are compared (WARC 1.1, 5.8 and 5.9). What a payload is
/// the programs disagree about: a digest holds when it is that of the body as stored, without chunks
/// or unpacked. Records that another program cut off, that refer to another capture, that are
/// continued or that cannot be read are oddities.
class CapturedRecords {
 public:
  /// No page is wanted when `url` is empty.
  explicit CapturedRecords(std::string url = {}) : wanted_(std::move(url)) {}

  /// Records of one WARC file, plain or each a member of gzip. Fails when its beginning is none.
  Result<Done> AddFile(ByteView file);

  /// The exhibit: the page's text, captures with the page's own first, oddities. Not numbered.
  [[nodiscard]] inspect::ExhibitFacts Take();

 private:
  Result<Done> AddRecords(ByteView records);
  void AddRecord(const WarcRecord& record);
  void AddCapture(const WarcRecord& record, const std::optional<HttpMessage>& http, Proof proof);
  void Consider(const WarcRecord& record, const std::optional<HttpMessage>& http);
  [[nodiscard]] Proof Prove(const WarcRecord& record, const std::optional<HttpMessage>& http);
  void NoteOdd(const WarcRecord& record, const std::optional<HttpMessage>& http);
  void Odd(inspect::OddityKind kind, std::string detail);
  void AddPage(inspect::ExhibitFacts& facts);

  std::string wanted_;
  std::vector<inspect::CaptureRecord> captures_;
  std::optional<CapturedPage> page_;
  bool page_is_wanted_ = false;
  std::string other_type_;  // of the wanted capture, when it is no page
  std::vector<inspect::Oddity> oddities_;
  std::vector<std::string> tools_;
  std::size_t records_ = 0;
  std::size_t unpacked_ = 0;
};

}  // namespace dossier::capture
