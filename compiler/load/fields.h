// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "compiler/diagnostics/sink.h"
#include "compiler/foundation/span.h"
#include "compiler/model/names.h"
#include "compiler/yaml/tree.h"

/// Decoding by schema. A file kind is a function that names its keys, in order, each with the
/// decoder of its value:
///
///     void DecodePart(Fields& fields, model::ExhibitPart& part) {
///       fields.Optional("label", part.label, kWords);
///       fields.Required("file", part.file, kPath);
///     }
///
/// A decoder is anything that can be called as `decode(const Value&, T&)`; it reports what is wrong
/// and leaves `T` as it was. Decoders combine: `ListOf(OneOf(...))`, `MapOf(kWords)`,
/// `Record(DecodePart)`. Nothing stops at the first mistake.
namespace dossier::load {

/// A value of a file with the key it stands under.
struct Value {
  const yaml::Node& node;
  std::string_view key;
  diagnostics::Sink& sink;
};

/// D0103: `wanted` and what stands there instead.
void ReportWrongType(const Value& value, std::string_view wanted);
/// D0105 with the values that would do.
void ReportUnknownValue(const Value& value, const std::vector<std::string_view>& allowed);
/// True when the value was left out, which is D0110.
bool ReportIfEmpty(const Value& value);
/// True for a list or map without anything in it, which is D0110.
bool ReportIfNothingInside(const Value& value);

/// The keys that a decoder asked for, in that order. Records are many and small, so the usual number
/// needs no allocation.
class KnownKeys {
 public:
  void Add(std::string_view key) {
    if (count_ < kInline) {
      first_[count_++] = {key.data(), key.size()};
    } else {
      more_.push_back(key);
    }
  }
  [[nodiscard]] std::vector<std::string_view> All() const;

 private:
  static constexpr std::size_t kInline = 40;
  /// As a view, but without a value until it is given one.
  struct Key {
    const char* data;
    std::size_t size;
  };
  std::array<Key, kInline> first_;
  std::size_t count_ = 0;
  std::vector<std::string_view> more_;
};

/// The keys of one map: each is asked for once, what was not asked for is unknown.
class Fields {
 public:
  /// Needs: `value` holds a map.
  explicit Fields(const Value& value);

  /// D0102 when it is missing, D0110 when it is empty.
  template <typename T, typename Decode>
  void Required(std::string_view key, T& out, const Decode& decode) {
    Decoded(key, out, decode, true);
  }
  /// D0110 when it is there and empty.
  template <typename T, typename Decode>
  void Optional(std::string_view key, T& out, const Decode& decode) {
    Decoded(key, out, decode, false);
  }
  /// Keys that this version keeps for a later one: any value will do.
  void Reserved(std::string_view key) { known_.Add(key); }

  [[nodiscard]] bool Has(std::string_view key) const { return Find(key) != nullptr; }
  /// Of the key, or of the map when there is no such key.
  [[nodiscard]] Span SpanOf(std::string_view key) const;
  /// Where to point when something is missing: the first key.
  [[nodiscard]] Span span() const;
  [[nodiscard]] diagnostics::Sink& sink() { return sink_; }
  /// D0103 at the key, or at the map when there is no such key.
  void ReportWrong(std::string_view key, std::string_view wanted, std::string_view found);
  /// D0103 unless exactly one of the keys is there. `what` is what the map stands for. True when
  /// one is.
  bool RequireOneOf(std::string_view what, std::initializer_list<std::string_view> keys);
  /// D0103 unless one or more of the keys are there.
  bool RequireSomeOf(std::string_view what, std::initializer_list<std::string_view> keys);

  /// The value of the key `format` must be 1 and stand first: D0102, D0103, D0107.
  void RequireFormat();
  /// D0101 for every key that was not asked for. Called once, at the end.
  void ReportUnknownKeys() const;

 private:
  template <typename T, typename Decode>
  void Decoded(std::string_view key, T& out, const Decode& decode, bool required) {
    known_.Add(key);
    const yaml::Entry* entry = Find(key);
    if (entry == nullptr) {
      if (required) ReportMissing(key);
      return;
    }
    MarkRead(*entry);
    const Value value{entry->value, entry->key, sink_};
    if (!ReportIfEmpty(value)) decode(value, out);
  }
  void ReportMissing(std::string_view key);
  void MarkRead(const yaml::Entry& entry) {
    const auto index = static_cast<std::size_t>(&entry - map_.entries.data());
    if (index < 64) read_ |= std::uint64_t{1} << index;
  }
  [[nodiscard]] bool EveryKeyWasRead() const;
  /// Null when there is no such key.
  [[nodiscard]] const yaml::Entry* Find(std::string_view key) const;

  const yaml::Node& map_;
  diagnostics::Sink& sink_;
  KnownKeys known_;
  /// One bit for each key that is there, of `BitOf`: most keys that are asked for are not.
  std::uint64_t present_ = 0;
  /// One bit for each of the first 64 keys that was asked for and is there.
  std::uint64_t read_ = 0;
};

/// A map with the keys that `decode_fields` asks for.
template <typename T>
auto Record(void (*decode_fields)(Fields&, T&)) {
  return [decode_fields](const Value& value, T& out) {
    if (!value.node.is_map()) return ReportWrongType(value, "a map");
    Fields fields(value);
    decode_fields(fields, out);
    fields.ReportUnknownKeys();
  };
}

/// A whole file: a record that begins with `format: 1`.
template <typename T>
void DecodeFile(const yaml::Node& root, diagnostics::Sink& sink, T& out,
                void (*decode_fields)(Fields&, T&)) {
  const Value value{root, "file", sink};
  if (!root.is_map()) return ReportWrongType(value, "a map that begins with `format: 1`");
  Fields fields(value);
  fields.RequireFormat();
  decode_fields(fields, out);
  fields.ReportUnknownKeys();
}

template <typename Decode>
auto ListOf(Decode decode) {
  return [decode](const Value& value, auto& out) {
    if (!value.node.is_list()) return ReportWrongType(value, "a list");
    out.reserve(out.size() + value.node.items.size());
    for (const yaml::Node& item : value.node.items) {
      const Value element{item, value.key, value.sink};
      if (!ReportIfEmpty(element)) decode(element, out.emplace_back());
    }
  };
}

/// A list, or its only element without the brackets.
template <typename Decode>
auto OneOrMore(Decode decode) {
  return [decode](const Value& value, auto& out) {
    if (value.node.is_list()) return ListOf(decode)(value, out);
    decode(value, out.emplace_back());
  };
}

/// A value that may be missing.
template <typename Decode>
auto Maybe(Decode decode) {
  return [decode](const Value& value, auto& out) { decode(value, out.emplace()); };
}

/// A list or map with something in it. D0110.
template <typename Decode>
auto NonEmpty(Decode decode) {
  return [decode](const Value& value, auto& out) {
    if (!ReportIfNothingInside(value)) decode(value, out);
  };
}

/// A map whose keys are the author's: pairs in the order written.
template <typename Decode>
auto MapOf(Decode decode) {
  return [decode](const Value& value, auto& out) {
    if (!value.node.is_map()) return ReportWrongType(value, "a map");
    for (const yaml::Entry& entry : value.node.entries) {
      const Value element{entry.value, entry.key, value.sink};
      if (ReportIfEmpty(element)) continue;
      auto& [key, content] = out.emplace_back();
      key = {entry.key, entry.key_span};
      decode(element, content);
    }
  };
}

/// One word of a closed set.
template <typename E>
auto OneOf(std::span<const model::Named<E>> names) {
  return [names](const Value& value, E& out) {
    if (!value.node.is_scalar()) return ReportWrongType(value, "a word");
    if (const auto found = model::ValueOf(names, value.node.text)) {
      out = *found;
      return;
    }
    std::vector<std::string_view> allowed;
    for (const auto& name : names) allowed.push_back(name.name);
    ReportUnknownValue(value, allowed);
  };
}

/// D0109 for every id that two of them share. `items` have a `model::Text` called `id`.
void ReportDuplicateIds(std::vector<const Spanned<std::string>*> ids, diagnostics::Sink& sink);

template <typename T>
void ReportDuplicateIds(const std::vector<T>& items, diagnostics::Sink& sink) {
  std::vector<const Spanned<std::string>*> ids;
  for (const T& item : items) ids.push_back(&item.id);
  ReportDuplicateIds(std::move(ids), sink);
}

}  // namespace dossier::load
