// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/fields.h"

#include <algorithm>

#include "compiler/foundation/joined.h"
#include "compiler/load/suggest.h"

namespace dossier::load {
namespace {

using diagnostics::Id;
using diagnostics::Kind;

std::string_view Describe(const yaml::Node& node) {
  switch (node.kind) {
    case yaml::NodeKind::kNull:
      return "empty";
    case yaml::NodeKind::kScalar:
      return node.quoted ? "a quoted text" : "a word";
    case yaml::NodeKind::kList:
      return "a list";
    case yaml::NodeKind::kMap:
      return "a map";
  }
  return "something else";
}

/// One of 64 bits, from what tells the keys of a record apart most cheaply.
std::uint64_t BitOf(std::string_view key) {
  if (key.empty()) return 1;
  const auto first = static_cast<unsigned char>(key.front());
  const auto last = static_cast<unsigned char>(key.back());
  return std::uint64_t{1} << ((key.size() * 11U + first * 3U + last) % 64U);
}

}  // namespace

std::vector<std::string_view> KnownKeys::All() const {
  std::vector<std::string_view> all;
  all.reserve(count_ + more_.size());
  for (std::size_t i = 0; i < count_; ++i) all.emplace_back(first_[i].data, first_[i].size);
  all.insert(all.end(), more_.begin(), more_.end());
  return all;
}

void ReportWrongType(const Value& value, std::string_view wanted) {
  value.sink.Report({.kind = Kind::kWrongType,
                     .args = {Id(value.key), Id(wanted), Id(Describe(value.node))},
                     .place = value.node.span});
}

void ReportUnknownValue(const Value& value, const std::vector<std::string_view>& allowed) {
  value.sink.Report({.kind = Kind::kUnknownValue,
                     .args = {value.node.text, Id(value.key)},
                     .place = value.node.span,
                     .hint = Suggest(value.node.text, allowed)});
}

bool ReportIfEmpty(const Value& value) {
  const bool empty = value.node.is_null() || (value.node.is_scalar() && value.node.text.empty());
  if (empty) {
    value.sink.Report({.kind = Kind::kEmptyValue,
                       .args = {Id(value.key)},
                       .place = value.node.span,
                       .hint = "write a value, or delete it"});
  }
  return empty;
}

bool ReportIfNothingInside(const Value& value) {
  const yaml::Node& node = value.node;
  const bool nothing =
      (node.is_list() && node.items.empty()) || (node.is_map() && node.entries.empty());
  if (nothing) {
    value.sink.Report({.kind = Kind::kEmptyValue,
                       .args = {Id(value.key)},
                       .place = node.span,
                       .hint = "write something into the brackets, or delete the key"});
  }
  return nothing;
}

Fields::Fields(const Value& value) : map_(value.node), sink_(value.sink) {
  for (const yaml::Entry& entry : map_.entries) present_ |= BitOf(entry.key);
}

const yaml::Entry* Fields::Find(std::string_view key) const {
  return (present_ & BitOf(key)) == 0 ? nullptr : map_.Find(key);
}

Span Fields::span() const {
  return map_.entries.empty() ? map_.span : map_.entries.front().key_span;
}

Span Fields::SpanOf(std::string_view key) const {
  const yaml::Entry* entry = Find(key);
  return entry == nullptr ? span() : entry->key_span;
}

void Fields::ReportMissing(std::string_view key) {
  sink_.Report({.kind = Kind::kMissingKey, .args = {Id(key)}, .place = span()});
}

void Fields::ReportWrong(std::string_view key, std::string_view wanted, std::string_view found) {
  sink_.Report({.kind = Kind::kWrongType,
                .args = {Id(key), Id(wanted), Id(found)},
                .place = SpanOf(key)});
}

bool Fields::RequireOneOf(std::string_view what, std::initializer_list<std::string_view> keys) {
  const auto there = std::count_if(keys.begin(), keys.end(), [&](auto key) { return Has(key); });
  if (there == 1) return true;
  ReportWrong(what, "one of " + Joined(keys), there == 0 ? "none of them" : "several of them");
  return false;
}

bool Fields::RequireSomeOf(std::string_view what, std::initializer_list<std::string_view> keys) {
  if (std::any_of(keys.begin(), keys.end(), [&](auto key) { return Has(key); })) return true;
  ReportWrong(what, "at least one of " + Joined(keys), "none of them");
  return false;
}

void Fields::RequireFormat() {
  known_.Add("format");
  const yaml::Entry* entry = map_.Find("format");
  if (entry == nullptr) {
    sink_.Report({.kind = Kind::kMissingKey,
                  .args = {Id("format")},
                  .place = span(),
                  .hint = "begin the file with the line `format: 1`"});
    return;
  }
  if (entry != &map_.entries.front()) {
    sink_.Report({.kind = Kind::kWrongType,
                  .args = {Id("format"), Id("the first line of the file"), Id("further down")},
                  .place = entry->key_span});
  }
  const Value value{entry->value, entry->key, sink_};
  if (ReportIfEmpty(value)) return;
  if (!entry->value.is_scalar()) return ReportWrongType(value, "the number 1");
  if (entry->value.text != "1") {
    sink_.Report({.kind = Kind::kFormatUnsupported,
                  .args = {entry->value.text},
                  .place = entry->value.span,
                  .hint = "write `format: 1`"});
  }
}

bool Fields::EveryKeyWasRead() const {
  const std::size_t keys = map_.entries.size();
  if (keys >= 64) return false;
  return read_ == (std::uint64_t{1} << keys) - 1;
}

void Fields::ReportUnknownKeys() const {
  if (EveryKeyWasRead()) return;
  const std::vector<std::string_view> known = known_.All();
  for (const yaml::Entry& entry : map_.entries) {
    if (std::find(known.begin(), known.end(), entry.key) != known.end()) continue;
    sink_.Report({.kind = Kind::kUnknownKey,
                  .args = {entry.key},
                  .place = entry.key_span,
                  .hint = Suggest(entry.key, known)});
  }
}

void ReportDuplicateIds(std::vector<const Spanned<std::string>*> ids, diagnostics::Sink& sink) {
  std::stable_sort(ids.begin(), ids.end(),
                   [](const auto* a, const auto* b) { return a->value < b->value; });
  for (std::size_t i = 1; i < ids.size(); ++i) {
    // An id that is missing has been reported as such.
    if (ids[i]->value.empty() || ids[i]->value != ids[i - 1]->value) continue;
    sink.Report({.kind = Kind::kDuplicateId,
                 .args = {Id(ids[i]->value)},
                 .place = ids[i]->span,
                 .related = {{"it is used here already", ids[i - 1]->span}}});
  }
}

}  // namespace dossier::load
