// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/lock.h"

#include <algorithm>

#include "compiler/load/decoders.h"
#include "compiler/load/print.h"
#include "compiler/load/text_file.h"
#include "compiler/load/values.h"

namespace dossier::load {
namespace {

using Digests = model::Surroundings::Files;

/// A locked file and the pages made of it, which the model keeps side by side.
struct FileEntry {
  model::LockedFile file;
  model::LockedPages derived;
  model::LockedReading reading;
};

void DecodeDerived(Fields& fields, model::LockedPages& derived) {
  fields.Required("path", derived.path, kString);
  fields.Required("sha256", derived.sha256, kDigest);
  fields.Required("pages", derived.pages, NumberDecoder{.min = 1});
  fields.Optional("paragraph_pages", derived.paragraph_pages, ListOf(NumberDecoder{.min = 1}));
}

void DecodeReading(Fields& fields, model::LockedReading& reading) {
  fields.Required("path", reading.path, kString);
  fields.Required("sha256", reading.sha256, kDigest);
}

void DecodeFileEntry(Fields& fields, FileEntry& entry) {
  fields.Required("path", entry.file.path, kString);
  fields.Required("sha256", entry.file.sha256, kDigest);
  fields.Optional("derived", entry.derived, Record(DecodeDerived));
  fields.Optional("ocr", entry.reading, Record(DecodeReading));
}

void DecodeCompanion(Fields& fields, model::LockedFile& file) {
  fields.Required("path", file.path, kString);
  fields.Required("sha256", file.sha256, kDigest);
}

void DecodeExhibit(Fields& fields, model::LockedExhibit& exhibit) {
  std::vector<FileEntry> entries;
  fields.Required("id", exhibit.id, kId);
  fields.Optional("label", exhibit.label, kString);
  fields.Required("files", entries, ListOf(Record(DecodeFileEntry)));
  fields.Optional("companions", exhibit.companions, ListOf(Record(DecodeCompanion)));
  for (FileEntry& entry : entries) {
    exhibit.files.push_back(std::move(entry.file));
    exhibit.derived.push_back(std::move(entry.derived));
    exhibit.readings.push_back(std::move(entry.reading));
  }
}

void DecodeDigests(const Value& value, Digests& digests) {
  std::vector<std::pair<model::Text, Digest>> read;
  MapOf(kDigest)(value, read);
  for (auto& [name, digest] : read) digests.emplace_back(std::move(name.value), digest);
}

void PrintFile(const model::LockedFile& file, const model::LockedPages* derived,
               const model::LockedReading* reading, std::string& text) {
  text += "      - path: " + Quoted(file.path) + "\n";
  text += "        sha256: " + file.sha256.ToHex() + "\n";
  if (reading != nullptr && !reading->path.empty()) {
    text += "        ocr:\n";
    text += "          path: " + Quoted(reading->path) + "\n";
    text += "          sha256: " + reading->sha256.ToHex() + "\n";
  }
  if (derived == nullptr || derived->path.empty()) return;
  text += "        derived:\n";
  text += "          path: " + Quoted(derived->path) + "\n";
  text += "          sha256: " + derived->sha256.ToHex() + "\n";
  text += "          pages: " + std::to_string(derived->pages) + "\n";
  if (derived->paragraph_pages.empty()) return;
  text += "          paragraph_pages: [";
  for (std::size_t i = 0; i < derived->paragraph_pages.size(); ++i) {
    text += (i == 0 ? "" : ", ") + std::to_string(derived->paragraph_pages[i]);
  }
  text += "]\n";
}

void PrintDigests(std::string_view key, const Digests& digests, std::string& text) {
  if (digests.empty()) return;
  text += std::string(key) + ":\n";
  for (const auto& [name, digest] : digests) {
    text += "  " + Quoted(name) + ": " + digest.ToHex() + "\n";
  }
}

}  // namespace

void DecodeLock(Fields& fields, model::Lock& lock) {
  fields.Optional("exhibits", lock.exhibits, ListOf(Record(DecodeExhibit)));
  fields.Optional("packs", lock.around.packs, DecodeDigests);
  fields.Optional("templates", lock.around.templates, DecodeDigests);
  fields.Optional("pictures", lock.around.pictures, DecodeDigests);
  fields.Optional("fonts", lock.around.fonts, DecodeDigests);
  fields.Optional("dictionaries", lock.around.dictionaries, DecodeDigests);
}

std::optional<model::Lock> LoadLock(const io::FileSystem& files, diagnostics::Sources& sources,
                                    diagnostics::Sink& sink) {
  model::Lock lock;
  const io::ReadResult probe = files.Read(kLockPath, 0);
  if (!probe && probe.error().kind == io::ReadErrorKind::kMissing) return lock;
  if (!ReadYaml(files, kLockPath, kLockPath, sources, sink, lock, DecodeLock)) return std::nullopt;
  return lock;
}

std::string PrintLock(const model::Lock& lock) {
  std::string text = "format: 1\n";
  if (!lock.exhibits.empty()) text += "exhibits:\n";
  for (const model::LockedExhibit& exhibit : lock.exhibits) {
    text += "  - id: " + Quoted(exhibit.id) + "\n";
    if (!exhibit.label.empty()) text += "    label: " + Quoted(exhibit.label) + "\n";
    text += exhibit.files.empty() ? "    files: []\n" : "    files:\n";
    for (std::size_t i = 0; i < exhibit.files.size(); ++i) {
      PrintFile(exhibit.files[i], i < exhibit.derived.size() ? &exhibit.derived[i] : nullptr,
                i < exhibit.readings.size() ? &exhibit.readings[i] : nullptr, text);
    }
    if (!exhibit.companions.empty()) text += "    companions:\n";
    for (const model::LockedFile& file : exhibit.companions) PrintFile(file, nullptr, nullptr, text);
  }
  PrintDigests("packs", lock.around.packs, text);
  PrintDigests("templates", lock.around.templates, text);
  PrintDigests("pictures", lock.around.pictures, text);
  PrintDigests("fonts", lock.around.fonts, text);
  PrintDigests("dictionaries", lock.around.dictionaries, text);
  return text;
}

}  // namespace dossier::load
