// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "compiler/capture/warc_record.h"
#include "compiler/foundation/bytes.h"
#include "compiler/foundation/result.h"

namespace dossier::capture {

/// A message of HTTP/1 as a web archive keeps it (RFC 9112).
struct HttpMessage {
  int status = 0;  // 0: a request
  Fields fields;
  ByteView body;   // as stored
};

/// Nothing when the bytes are no such message.
[[nodiscard]] std::optional<HttpMessage> ReadHttp(ByteView block);

/// The type without its parameters, lower case: "text/html".
[[nodiscard]] std::string TypeOf(std::string_view content_type);
/// The charset of a content type; empty when it names none.
[[nodiscard]] std::string CharsetOf(std::string_view content_type);

/// The body without its transfer coding (chunked); nothing when there is none to take away or the
/// bytes are not in that form, for many programs take it away and keep the field.
[[nodiscard]] std::optional<Bytes> WithoutChunks(const HttpMessage& message);

/// The body as a reader gets it: without chunks, unpacked. Fails on codings that are not known here,
/// by name ("br"), and on damage; at most `most` bytes.
Result<Bytes> DecodedBody(const HttpMessage& message, std::size_t most);

}  // namespace dossier::capture
