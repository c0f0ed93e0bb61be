// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

/// Looking at the source again, where yaml-cpp does not say where something ends. All offsets are
/// bytes of `source`; every function stays inside it whatever it is given.
namespace dossier::yaml {

/// End of the scalar that starts at `begin` and has the words `value`, quotation marks included.
/// Nothing when it opens with a quotation mark that is never closed.
[[nodiscard]] std::optional<std::size_t> ScalarEnd(std::string_view source, std::size_t begin,
                                                   std::string_view value, bool quoted);

/// The first quotation mark at or after `from` that opens a scalar and is not closed before
/// `until`.
[[nodiscard]] std::optional<std::size_t> OpenQuote(std::string_view source, std::size_t from,
                                                   std::size_t until);

/// The first quotation mark that opens a scalar over more than one line which is closed right
/// before `until`, blanks skipped.
[[nodiscard]] std::optional<std::size_t> LongQuoteBefore(std::string_view source,
                                                         std::size_t until);

/// The first character of the first line that goes on with the text from `begin` to `end` and is
/// indented by no more than `column` bytes.
[[nodiscard]] std::optional<std::size_t> OutdentedLine(std::string_view source, std::size_t begin,
                                                       std::size_t end, std::size_t column);

/// The same for a line that looks like an item of a list.
[[nodiscard]] std::optional<std::size_t> LineWithHyphen(std::string_view source, std::size_t begin,
                                                        std::size_t end);

/// True when the bracket or brace at `begin` has its counterpart; true when there is none.
[[nodiscard]] bool BracketIsClosed(std::string_view source, std::size_t begin);

/// True when a colon follows `at`, blanks skipped.
[[nodiscard]] bool ColonFollows(std::string_view source, std::size_t at);

/// The line that holds `at`, without its line end.
[[nodiscard]] std::string_view LineAround(std::string_view source, std::size_t at);
[[nodiscard]] std::size_t LineStart(std::string_view source, std::size_t at);

/// Offset of the first character at or after `at` that is neither white space nor comment.
[[nodiscard]] std::size_t SkipBlank(std::string_view source, std::size_t at);

}  // namespace dossier::yaml
