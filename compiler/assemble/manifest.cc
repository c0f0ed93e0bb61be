// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/assemble/manifest.h"

#include <string_view>

namespace dossier::assemble {

namespace {

constexpr std::string_view kHead = "dossier-manifest 1";
constexpr std::size_t kMaxEntries = 100'000;

bool IsPlain(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         std::string_view("-._:/@").find(c) != std::string_view::npos;
}

std::string Encoded(const std::string& text) {
  constexpr char kDigits[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    if (IsPlain(c)) {
      encoded += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      encoded += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
  }
  return encoded;
}

std::optional<int> HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

std::optional<std::string> Decoded(std::string_view text) {
  std::string decoded;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (IsPlain(text[i])) {
      decoded += text[i];
      continue;
    }
    if (text[i] != '%' || text.size() - i < 3) return std::nullopt;
    const std::optional<int> high = HexDigit(text[i + 1]);
    const std::optional<int> low = HexDigit(text[i + 2]);
    if (!high || !low) return std::nullopt;
    decoded += static_cast<char>(*high * 16 + *low);
    i += 2;
  }
  return decoded;
}

/// Takes what stands before `end` off the front of `text`; nothing when `end` is not there.
std::optional<std::string_view> Take(std::string_view& text, char end) {
  const std::size_t at = text.find(end);
  if (at == std::string_view::npos) return std::nullopt;
  const std::string_view taken = text.substr(0, at);
  text.remove_prefix(at + 1);
  return taken;
}

std::optional<std::string> TakeNamed(std::string_view& text, std::string_view name) {
  const std::optional<std::string_view> line = Take(text, '\n');
  if (!line || line->substr(0, name.size()) != name) return std::nullopt;
  return Decoded(line->substr(name.size()));
}

}  // namespace

std::string WriteManifest(const Plan& plan) {
  std::string text = std::string(kHead) + "\ntool " + Encoded(plan.metadata.tool_version) +
                     "\nscope " + (plan.with_exhibits ? "bundle" : "brief") + "\n";
  for (const ManifestEntry& entry : plan.manifest) {
    text += Encoded(entry.kind) + " " + entry.sha256.ToHex() + " " + Encoded(entry.id) + "\n";
  }
  return text;
}

std::optional<Manifest> ReadManifest(const std::string& text) {
  std::string_view rest = text;
  if (Take(rest, '\n') != kHead) return std::nullopt;
  Manifest manifest;
  const std::optional<std::string> tool = TakeNamed(rest, "tool ");
  const std::optional<std::string> scope = TakeNamed(rest, "scope ");
  if (!tool || !scope || (*scope != "bundle" && *scope != "brief")) return std::nullopt;
  manifest.tool_version = *tool;
  manifest.with_exhibits = *scope == "bundle";
  while (!rest.empty()) {
    const std::optional<std::string_view> kind = Take(rest, ' ');
    const std::optional<std::string_view> digest = kind ? Take(rest, ' ') : std::nullopt;
    const std::optional<std::string_view> id = digest ? Take(rest, '\n') : std::nullopt;
    if (!id || manifest.entries.size() >= kMaxEntries) return std::nullopt;
    const std::optional<std::string> kind_text = Decoded(*kind);
    const std::optional<Digest> value = Digest::FromHex(*digest);
    const std::optional<std::string> id_text = Decoded(*id);
    if (!kind_text || !value || !id_text) return std::nullopt;
    manifest.entries.push_back({.kind = *kind_text, .id = *id_text, .sha256 = *value});
  }
  return manifest;
}

}  // namespace dossier::assemble
