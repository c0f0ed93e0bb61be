// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/docx/relationships.h"

#include "compiler/docx/markup.h"

namespace dossier::docx {
namespace {

constexpr std::string_view kOfficeTypes = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string IdOf(std::size_t index) { return "rId" + std::to_string(index + 1); }

}  // namespace

std::string Relationships::Add(std::string_view type, std::string_view target, bool external) {
  const bool whole = type.find(':') != std::string_view::npos;
  const std::string name = (whole ? "" : std::string(kOfficeTypes)) + std::string(type);
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    if (entries_[i].type == name && entries_[i].target == target) return IdOf(i);
  }
  entries_.push_back({name, std::string(target), external});
  return IdOf(entries_.size() - 1);
}

Bytes Relationships::Xml() const {
  Markup xml = Markup::File();
  xml.Begin("Relationships", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"}});
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const Entry& entry = entries_[i];
    const std::string id = IdOf(i);
    if (entry.external) {
      xml.Empty("Relationship",
                {{"Id", id}, {"Type", entry.type}, {"Target", entry.target}, {"TargetMode", "External"}});
    } else {
      xml.Empty("Relationship", {{"Id", id}, {"Type", entry.type}, {"Target", entry.target}});
    }
  }
  return xml.Take();
}

}  // namespace dossier::docx
