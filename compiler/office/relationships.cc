// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/office/relationships.h"

#include <algorithm>

#include "compiler/xml/foreign.h"

namespace dossier::office {
namespace {

class Reader : public xml::ForeignEvents {
 public:
  void Start(const xml::ForeignElement& element) override {
    if (element.name != "Relationship") return;
    Relationship relationship;
    if (const std::string* id = element.Attribute("Id")) relationship.id = *id;
    if (const std::string* target = element.Attribute("Target")) relationship.target = *target;
    if (const std::string* mode = element.Attribute("TargetMode")) {
      relationship.external = *mode == "External";
    }
    if (const std::string* type = element.Attribute("Type")) {
      relationship.type = type->substr(type->rfind('/') + 1);
    }
    found.push_back(std::move(relationship));
  }
  void End(std::string_view /*name*/) override {}
  void Words(std::string_view /*words*/) override {}

  std::vector<Relationship> found;
};

}  // namespace

Result<std::vector<Relationship>> ReadRelationships(ByteView part) {
  Reader reader;
  const auto read = xml::ReadForeignXml(part, reader);
  if (!read) return read.failure();
  return std::move(reader.found);
}

std::string RelationshipsOf(std::string_view part) {
  const std::size_t slash = part.rfind('/');
  const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
  return std::string(part.substr(0, name)) + "_rels/" + std::string(part.substr(name)) + ".rels";
}

std::string ResolveTarget(std::string_view part, std::string_view target) {
  std::vector<std::string_view> steps;
  const auto walk = [&](std::string_view path) {
    for (std::size_t at = 0; at < path.size();) {
      const std::size_t end = std::min(path.find('/', at), path.size());
      const std::string_view step = path.substr(at, end - at);
      if (step == "..") {
        if (!steps.empty()) steps.pop_back();
      } else if (!step.empty() && step != ".") {
        steps.push_back(step);
      }
      at = end + 1;
    }
  };
  const std::size_t slash = part.rfind('/');
  if (!target.starts_with('/') && slash != std::string_view::npos) walk(part.substr(0, slash));
  walk(target);
  std::string path;
  for (const std::string_view step : steps) path += (path.empty() ? "" : "/") + std::string(step);
  return path;
}

}  // namespace dossier::office
