// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <qpdf/QPDFObjectHandle.hh>
#include <string>
#include <string_view>

namespace dossier::pdf::content {

/// The decoded bytes of streams, with a cap on each and on all of a document, so that a stream that
/// unpacks to gigabytes costs no more than the caps.
class Streams {
 public:
  static constexpr std::size_t kMostOfOne = std::size_t{64} << 20;
  static constexpr std::size_t kMostOfAll = std::size_t{512} << 20;

  /// Appends them to `out`. False when the stream cannot be decoded (a filter that is not known,
  /// damage, a cap); what was decoded until then is appended.
  bool Append(QPDFObjectHandle stream, std::string& out);

  /// The beginning of the stream, as far as `wants_more` asks: it sees all bytes so far.
  [[nodiscard]] std::string Beginning(QPDFObjectHandle stream,
                                      const std::function<bool(std::string_view)>& wants_more);

 private:
  std::size_t taken_ = 0;
};

/// Whether one of its filters is LZW, under either of its names.
[[nodiscard]] bool UsesLzw(QPDFObjectHandle stream);

}  // namespace dossier::pdf::content
