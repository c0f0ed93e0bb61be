// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/load/companions.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <string>

namespace dossier::load {
namespace {

constexpr std::array<std::string_view, 2> kSuffixes{".tsr", ".ots"};

using Paths = std::set<std::string, std::less<>>;

Paths RegisteredFiles(const model::Case& loaded) {
  Paths paths;
  for (const model::Exhibit& exhibit : loaded.exhibits) {
    for (const model::ExhibitPart& part : exhibit.files) paths.insert(part.file.value);
    if (exhibit.original) paths.insert(exhibit.original->file.value);
  }
  return paths;
}

void AddBeside(const model::Text& file, const Inventory& inventory, const Paths& registered,
               std::vector<model::TimeProof>& proofs) {
  if (file.value.empty()) return;
  for (const std::string_view suffix : kSuffixes) {
    const std::string path = file.value + std::string(suffix);
    if (!inventory.HasFile(path) || registered.contains(path)) continue;
    auto proof = std::find_if(proofs.begin(), proofs.end(),
                              [&](const model::TimeProof& listed) { return listed.file.value == path; });
    if (proof == proofs.end()) {
      proofs.push_back({.file = {path, file.span}, .of = {}});
      proof = std::prev(proofs.end());
    }
    proof->of = file.value;
  }
}

}  // namespace

void FindTimeProofs(const Inventory& inventory, model::Case& loaded) {
  const Paths registered = RegisteredFiles(loaded);
  for (model::Exhibit& exhibit : loaded.exhibits) {
    for (const model::ExhibitPart& part : exhibit.files) {
      AddBeside(part.file, inventory, registered, exhibit.proofs);
    }
    if (exhibit.original) AddBeside(exhibit.original->file, inventory, registered, exhibit.proofs);
  }
}

void MarkCompanions(const model::Case& loaded, Inventory& inventory) {
  for (const model::Exhibit& exhibit : loaded.exhibits) {
    if (exhibit.original) inventory.MarkOpened(exhibit.original->file.value);
    for (const model::TimeProof& proof : exhibit.proofs) inventory.MarkOpened(proof.file.value);
  }
}

}  // namespace dossier::load
