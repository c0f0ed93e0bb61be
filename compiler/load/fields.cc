// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/fields.h"

#include <algorithm>

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

std::string Listed(std::initializer_list<std::string_view> words) {
  std::string list;
  for (const std::string_view word : words) {
    if (!list.empty()) list += ", ";
    list += word;
  }
  return list;
}

}  // namespace

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

Span Fields::span() const {
  return map_.entries.empty() ? map_.span : map_.entries.front().key_span;
}

Span Fields::SpanOf(std::string_view key) const {
  const yaml::Entry* entry = map_.Find(key);
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
  ReportWrong(what, "one of " + Listed(keys), there == 0 ? "none of them" : "several of them");
  return false;
}

bool Fields::RequireSomeOf(std::string_view what, std::initializer_list<std::string_view> keys) {
  if (std::any_of(keys.begin(), keys.end(), [&](auto key) { return Has(key); })) return true;
  ReportWrong(what, "at least one of " + Listed(keys), "none of them");
  return false;
}

void Fields::RequireFormat() {
  known_.push_back("format");
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

void Fields::ReportUnknownKeys() const {
  for (const yaml::Entry& entry : map_.entries) {
    if (std::find(known_.begin(), known_.end(), entry.key) != known_.end()) continue;
    sink_.Report({.kind = Kind::kUnknownKey,
                  .args = {entry.key},
                  .place = entry.key_span,
                  .hint = Suggest(entry.key, known_)});
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
