// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "compiler/layout/block_setter.h"

namespace dossier::layout {
namespace {

using structure::Role;

int LinkElement(const Target& target, int parent, structure::Tree& tree) {
  const int outer = target.reference ? tree.Add({.role = Role::kReference, .parent = parent}) : parent;
  return tree.Add({.role = Role::kLink, .parent = outer});
}

/// A link is one element however many faces and lines it has.
class FlowTagger {
 public:
  FlowTagger(Flow& flow, int element, structure::Tree& tree)
      : flow_(flow), element_(element), tree_(tree), links_(flow.links.size(), -1) {}

  void Run() {
    for (Segment& segment : flow_.segments) {
      const int outer = segment.link < 0 ? element_ : ElementOf(static_cast<std::size_t>(segment.link));
      if (segment.language.empty()) span_ = -1;
      segment.element = segment.language.empty() ? outer : Span(segment.language, outer);
      if (segment.link >= 0 && !segment.note_mark) {
        flow_.links[static_cast<std::size_t>(segment.link)].words +=
            std::string_view(flow_.text).substr(segment.begin, segment.end - segment.begin);
      }
    }
  }

 private:
  int ElementOf(std::size_t link) {
    if (links_[link] < 0) {
      links_[link] = LinkElement(flow_.links[link], element_, tree_);
    }
    return links_[link];
  }

  int Span(const std::string& language, int parent) {
    const bool goes_on = span_ >= 0 && span_language_ == language &&
                         tree_.elements[static_cast<std::size_t>(span_)].parent == parent;
    if (!goes_on) {
      span_ = tree_.Add({.role = Role::kSpan, .parent = parent, .language = language});
      span_language_ = language;
    }
    return span_;
  }

  Flow& flow_;
  int element_;
  structure::Tree& tree_;
  std::vector<int> links_;
  int span_ = -1;
  std::string span_language_;
};

}  // namespace

void TagFlow(Flow& flow, int element, structure::Tree& tree) {
  FlowTagger(flow, element, tree).Run();
}

int BlockSetter::Tag(Role role, int parent) { return Tag(structure::Element{.role = role}, parent); }

int BlockSetter::Tag(structure::Element element, int parent) {
  element.parent = parent;
  return laid_.structure.Add(std::move(element));
}

}  // namespace dossier::layout
