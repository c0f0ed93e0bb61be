// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/evaluate/wording.h"

namespace dossier::evaluate {
namespace {

template <typename E>
std::string Words(std::span<const model::Named<E>> names, const std::vector<E>& values) {
  std::vector<std::string> words;
  for (const E value : values) words.emplace_back(model::NameOf(names, value));
  return JoinOr(words);
}

std::string Words(const MissingEvidence& missing) {
  std::vector<std::string> parts;
  if (!missing.kinds.empty()) parts.push_back(WordsOf(missing.kinds));
  if (missing.scope) {
    parts.push_back("scope " + std::string(NameOf(model::ScopeNames(), *missing.scope)));
  }
  if (!missing.condition.empty()) parts.push_back(missing.condition);
  std::string words = Count(missing.count, "item");
  for (std::size_t i = 0; i < parts.size(); ++i) words += (i == 0 ? " (" : "; ") + parts[i];
  return parts.empty() ? words : words + ")";
}

std::string HowRead(const model::Authority& authority) {
  const std::string version = authority.version.empty() ? "" : " of " + authority.version;
  switch (authority.verified) {
    case model::Verification::kRead:
      return "text" + version + " read: V";
    case model::Verification::kSecondary:
      return "read in a secondary source" + version + ": S";
    case model::Verification::kMemory:
      return "text not read: M";
  }
  return {};
}

}  // namespace

std::string JoinOr(const std::vector<std::string>& words) {
  std::string joined;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i > 0) joined += i + 1 == words.size() ? " or " : ", ";
    joined += words[i];
  }
  return joined;
}

std::string WordsOf(const std::vector<model::ExhibitKind>& kinds) {
  return Words(model::ExhibitKindNames(), kinds);
}

std::string WordsOf(const std::vector<model::Scope>& scopes) {
  return Words(model::ScopeNames(), scopes);
}

std::string WordsOf(const std::vector<MissingEvidence>& missing) {
  std::string words;
  for (const MissingEvidence& one : missing) words += (words.empty() ? "" : ", and ") + Words(one);
  return words;
}

std::string_view WordOf(model::Freshness::Field field) {
  switch (field) {
    case model::Freshness::Field::kEvent:
      return "dated";
    case model::Freshness::Field::kCaptured:
      return "captured";
    case model::Freshness::Field::kPublished:
      break;
  }
  return "published";
}

std::string Count(int count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

std::string Named(const model::LocalizedText& title, std::string_view id) {
  const std::string_view words = title.In("en");
  if (words.empty()) return std::string(id);
  return std::string(words) + " (" + std::string(id) + ")";
}

std::string Why(const Rule& rule) {
  return rule.authority == nullptr ? std::string() : Why(*rule.authority);
}

std::string Why(const model::Authority& authority) {
  if (authority.instrument.empty()) return {};
  std::string why = authority.instrument;
  if (!authority.pinpoint.empty()) why += ", " + authority.pinpoint;
  return why + " (" + HowRead(authority) + ")";
}

}  // namespace dossier::evaluate
