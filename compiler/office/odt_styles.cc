// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/office/odt_styles.h"

namespace dossier::office {

void OdtStyles::Start(const xml::ForeignElement& element) {
  if (element.name == "default-style") {
    const std::string* family = element.Attribute("family");
    in_default_ = family != nullptr && *family == "paragraph";
  }
  if (element.name == "style") {
    const std::string* name = element.Attribute("name");
    current_ = name == nullptr ? nullptr : &by_name_[*name];
    if (current_ == nullptr) return;
    if (const std::string* parent = element.Attribute("parent-style-name")) current_->parent = *parent;
    if (const std::string* list = element.Attribute("list-style-name")) current_->list = *list;
  }
  if (element.name == "text-properties" && current_ != nullptr) {
    const std::string* display = element.Attribute("display");
    if (display != nullptr) current_->hidden = *display == "none";
  }
  if (element.name == "text-properties" && in_default_ && language_.empty()) {
    const std::string* language = element.Attribute("language");
    const std::string* country = element.Attribute("country");
    if (language == nullptr || *language == "none" || *language == "zxx") return;
    language_ = *language;
    if (country != nullptr && *country != "none") language_ += "-" + *country;
  }
}

void OdtStyles::End(std::string_view name) {
  if (name == "style") current_ = nullptr;
  if (name == "default-style") in_default_ = false;
}

bool OdtStyles::Hides(std::string_view style) const {
  auto at = by_name_.find(style);
  for (int step = 0; at != by_name_.end() && step < kLongestChain; ++step) {
    if (at->second.hidden) return *at->second.hidden;
    at = by_name_.find(at->second.parent);
  }
  return false;
}

std::string OdtStyles::ListOf(std::string_view style) const {
  auto at = by_name_.find(style);
  for (int step = 0; at != by_name_.end() && step < kLongestChain; ++step) {
    if (!at->second.list.empty()) return at->second.list;
    at = by_name_.find(at->second.parent);
  }
  return {};
}

}  // namespace dossier::office
