// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/reviews.h"

#include <algorithm>
#include <optional>

#include "compiler/foundation/joined.h"
#include "compiler/load/decoders.h"
#include "compiler/load/print.h"
#include "compiler/load/values.h"
#include "compiler/yaml/parse.h"

namespace dossier::load {
namespace {

constexpr std::string_view kNewFile =
    "format: 1\n"
    "# Who looked at which exhibit, in the state that these digests name. `dossier review` adds to\n"
    "# the end; what people write here is kept.\n"
    "reviews:\n";

void DecodeReview(Fields& fields, model::Review& review) {
  review.span = fields.span();
  fields.Required("exhibit", review.exhibit, kId);
  fields.Required("by", review.by, kString);
  fields.Required("sha256", review.sha256, OneOrMore(kDigest));
  fields.Optional("on", review.on, kDate);
  fields.Optional("note", review.note, kString);
}

/// Blanks before the last entry of the list that begins a line: new ones stand below it.
std::string Indentation(std::string_view text) {
  std::string found = "  ";
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t dash = line.find_first_not_of(' ');
    if (dash != std::string_view::npos && line.substr(dash).starts_with("- ")) found.assign(dash, ' ');
    at = end + 1;
  }
  return found;
}

std::string Entry(const model::Review& review, const std::string& indentation) {
  std::string out = indentation + "- exhibit: " + review.exhibit.value + "\n";
  const auto line = [&](std::string_view key, const std::string& value) {
    out += indentation + "  " + std::string(key) + ": " + value + "\n";
  };
  line("by", Quoted(review.by));
  if (review.on.date) line("on", review.on.date->ToString());
  const std::string digests = Joined(review.sha256, ", ", &Digest::ToHex);
  line("sha256", review.sha256.size() == 1 ? digests : "[" + digests + "]");
  if (!review.note.empty()) line("note", Quoted(review.note));
  return out;
}

/// Nothing after a finding.
std::optional<std::vector<model::Review>> ReadReviews(const std::string& text) {
  diagnostics::Sources sources;
  diagnostics::Sink sink;
  std::vector<model::Review> reviews;
  const std::uint32_t file = sources.Add(std::string(kReviewsPath), text);
  if (const auto root = yaml::Parse(sources, file, sink)) DecodeFile(*root, sink, reviews, DecodeReviews);
  if (!sink.findings().empty()) return std::nullopt;
  return reviews;
}

bool Same(const model::Review& a, const model::Review& b) {
  return a.exhibit.value == b.exhibit.value && a.by == b.by && a.sha256 == b.sha256 && a.on.date == b.on.date &&
         a.note == b.note;
}

}  // namespace

void DecodeReviews(Fields& fields, std::vector<model::Review>& reviews) {
  fields.Required("reviews", reviews, ListOf(Record(DecodeReview)));
}

Result<std::string> WithReviews(std::string_view text, const std::vector<model::Review>& added) {
  std::vector<model::Review> wanted;
  if (!text.empty()) {
    auto before = ReadReviews(std::string(text));
    if (!before) return Failure{"reviews.yaml cannot be read; `dossier check` says why"};
    wanted = std::move(*before);
  }
  wanted.insert(wanted.end(), added.begin(), added.end());
  std::string out(text.empty() ? kNewFile : text);
  if (!out.ends_with('\n')) out += '\n';
  const std::string indentation = Indentation(out);
  for (const model::Review& review : added) out += Entry(review, indentation);
  const auto after = ReadReviews(out);
  if (!after || !std::equal(after->begin(), after->end(), wanted.begin(), wanted.end(), Same)) {
    return Failure{"nothing can be added to reviews.yaml: its list must stand last, one entry below the other"};
  }
  return out;
}

}  // namespace dossier::load
