// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::mail {

/// A line of the head of a message, its encoded words (RFC 2047) decoded to UTF-8.
struct Header {
  std::string name;
  std::string value;
};

/// A part of a message (RFC 2045, 2046): a body, a list of parts, or a message inside.
struct Part {
  std::string type;         // lower case: "text/plain"
  std::string charset;      // as declared, or empty
  std::string file_name;    // decoded (RFC 2231, 2047), or empty
  bool attachment = false;  // its disposition says so
  bool flowed = false;      // RFC 3676
  bool drops_spaces = false;  // its DelSp
  std::string id;           // without angle brackets
  std::string location;     // Content-Location
  std::string start;        // of multipart/related: the id of its root
  std::string protocol;     // of multipart/signed
  Bytes content;            // decoded; of bodies only
  /// Of a message inside (type "message/rfc822"): its head. Its body is the only child.
  std::vector<Header> headers;
  std::string date;  // ISO 8601 with its offset
  std::string utc;   // the same moment in UTC
  std::vector<Part> children;

  /// The value of the first header of this name, any case; empty when there is none.
  [[nodiscard]] std::string_view HeaderOf(std::string_view name) const;
};

/// A whole message: a part of type "message/rfc822", and what its form made the parser complain of,
/// each complaint once.
struct Message {
  Part part;
  std::vector<std::string> complaints;
};

inline constexpr int kMostParts = 1'000;
inline constexpr int kDeepestPart = 30;

/// Reads a message (RFC 5322) with GMime, every part decoded. For the worker. Fails on more than
/// `kMostParts` parts, on parts nested deeper than `kDeepestPart`, and when it is no message at all.
Result<Message> ReadMime(ByteView file);

}  // namespace dossier::mail
