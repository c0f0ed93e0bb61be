// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/inventory.h"

#include <algorithm>

namespace dossier::load {
namespace {

using diagnostics::Kind;
using diagnostics::Place;

bool BelongsToGit(const io::Entry& entry) {
  return entry.kind == io::EntryKind::kClosedFolder &&
         (entry.path == ".git" || entry.path.ends_with("/.git"));
}

/// Folders of which everything is read. What is read by its name is reported when it cannot be.
bool MayBeText(std::string_view path) {
  constexpr std::string_view kFolders[] = {"argument", "exhibits", "grounds"};
  return std::find(std::begin(kFolders), std::end(kFolders), path.substr(0, path.find('/'))) != std::end(kFolders);
}

std::string_view Describe(io::EntryKind kind) {
  return kind == io::EntryKind::kSymlink ? "a symbolic link" : "a device, pipe or socket";
}

}  // namespace

Inventory::Inventory(const std::vector<io::Entry>& entries) {
  for (const io::Entry& entry : entries) {
    if (!BelongsToGit(entry)) items_.push_back({.entry = entry});
  }
  std::sort(items_.begin(), items_.end(),
            [](const Item& a, const Item& b) { return a.entry.path < b.entry.path; });
}

const Inventory::Item* Inventory::Find(std::string_view path) const {
  const auto item = std::lower_bound(
      items_.begin(), items_.end(), path,
      [](const Item& a, std::string_view b) { return std::string_view(a.entry.path) < b; });
  return item != items_.end() && item->entry.path == path ? &*item : nullptr;
}

bool Inventory::Has(std::string_view path) const { return Find(path) != nullptr; }

bool Inventory::HasFile(std::string_view path) const {
  const Item* item = Find(path);
  return item != nullptr && item->entry.kind == io::EntryKind::kFile;
}

std::vector<std::string> Inventory::FilesUnder(std::string_view folder,
                                               std::string_view suffix) const {
  const std::string prefix = std::string(folder) + "/";
  std::vector<std::string> paths;
  for (const Item& item : items_) {
    const std::string& path = item.entry.path;
    const bool file = item.entry.kind == io::EntryKind::kFile;
    if (file && path.starts_with(prefix) && path.ends_with(suffix)) paths.push_back(path);
  }
  return paths;
}

void Inventory::MarkUsed(std::string_view path) {
  if (const Item* item = Find(path))
    items_[static_cast<std::size_t>(item - items_.data())].used = true;
}

void Inventory::MarkOpened(std::string_view path) {
  MarkUsed(path);
  if (const Item* item = Find(path)) items_[static_cast<std::size_t>(item - items_.data())].opened = true;
}

void Inventory::ReportUnused(diagnostics::Sink& sink) const {
  for (const Item& item : items_) {
    if (item.used || item.entry.kind != io::EntryKind::kFile) continue;
    sink.Report({.kind = Kind::kFileUnused,
                 .place = Place::InFile(item.entry.path),
                 .hint = "register it, delete it, or waive this finding"});
  }
}

bool Inventory::HasWholeText() const {
  return std::none_of(items_.begin(), items_.end(), [](const Item& item) {
    return item.entry.kind != io::EntryKind::kFile && MayBeText(item.entry.path);
  });
}

void Inventory::ReportNotRegular(bool will_be_opened, diagnostics::Sink& sink) const {
  for (const Item& item : items_) {
    if (item.opened && will_be_opened) continue;
    const Place place = Place::InFile(item.entry.path);
    switch (item.entry.kind) {
      case io::EntryKind::kFile:
        break;
      case io::EntryKind::kSymlink:
      case io::EntryKind::kSpecial:
        sink.Report({.kind = Kind::kNotARegularFile,
                     .args = {diagnostics::Id(Describe(item.entry.kind))},
                     .place = place,
                     .hint = "put a copy of the file in its place"});
        break;
      case io::EntryKind::kClosedFolder:
        sink.Report({.kind = Kind::kFileUnreadable, .args = {item.entry.reason}, .place = place});
        break;
    }
  }
}

std::vector<model::Input> Inventory::Inputs() const {
  std::vector<model::Input> inputs;
  for (const Item& item : items_) {
    model::Input& input = inputs.emplace_back();
    input.path = item.entry.path;
    input.status = item.used && item.entry.kind == io::EntryKind::kFile
                       ? model::InputStatus::kUsed
                       : model::InputStatus::kRejected;
  }
  return inputs;
}

}  // namespace dossier::load
