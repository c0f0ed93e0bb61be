// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/assemble/structure_codec.h"

namespace dossier::assemble {

namespace {

constexpr std::size_t kNumbersOfElement = 6;
constexpr std::size_t kTextsOfElement = 3;

template <typename E>
E GetChoice(WireReader& in, E last) {
  return static_cast<E>(in.NumberWithin(0, static_cast<std::int64_t>(last)));
}

void PutElement(WireWriter& out, const structure::Element& element) {
  out.Number(static_cast<int>(element.role));
  out.Number(element.parent);
  out.Number(element.level);
  for (const std::string* text : {&element.language, &element.alternative, &element.id}) {
    out.Text(*text);
  }
  out.Number(static_cast<int>(element.scope));
  out.Number(element.columns);
  out.Number(static_cast<int>(element.numbering));
}

void GetElement(WireReader& in, structure::Element& element) {
  element.role = GetChoice(in, structure::Role::kForm);
  element.parent = in.Small();
  element.level = in.Small();
  for (std::string* text : {&element.language, &element.alternative, &element.id}) {
    *text = in.Text();
  }
  element.scope = GetChoice(in, structure::Scope::kRow);
  element.columns = in.Small();
  element.numbering = GetChoice(in, structure::Numbering::kUpperAlpha);
}

}  // namespace

void PutBox(WireWriter& out, const paginate::Box& box) {
  for (const Length side : {box.left, box.bottom, box.right, box.top}) out.Number(side.raw());
}

paginate::Box GetBox(WireReader& in) {
  paginate::Box box;
  for (Length* side : {&box.left, &box.bottom, &box.right, &box.top}) {
    *side = Length::FromRaw(in.Number());
  }
  return box;
}

void PutStructure(WireWriter& out, const Plan& plan) {
  out.Count(plan.structure.elements.size());
  for (const structure::Element& element : plan.structure.elements) PutElement(out, element);
  out.Count(plan.marks.size());
  for (const std::vector<int>& marks : plan.marks) {
    out.Count(marks.size());
    for (const int element : marks) out.Number(element);
  }
  out.Count(plan.figures.size());
  for (const auto& [element, box] : plan.figures) {
    out.Number(element);
    PutBox(out, box);
  }
  out.Number(plan.signature_element);
  out.Text(plan.signature_words);
  out.Text(plan.back_words);
}

void GetStructure(WireReader& in, Plan& plan) {
  plan.structure.elements.resize(
      in.Count(kNumbersOfElement * kWireNumberSize + kTextsOfElement * kWireTextSize));
  for (structure::Element& element : plan.structure.elements) GetElement(in, element);
  plan.marks.resize(in.Count(kWireNumberSize));
  for (std::vector<int>& marks : plan.marks) {
    marks.resize(in.Count(kWireNumberSize));
    for (int& element : marks) element = in.Small();
  }
  for (std::size_t count = in.Count(5 * kWireNumberSize); count > 0 && in.ok(); --count) {
    const int element = in.Small();
    plan.figures[element] = GetBox(in);
  }
  plan.signature_element = in.Small();
  plan.signature_words = in.Text();
  plan.back_words = in.Text();
}

void PutShortcomings(WireWriter& out, const std::vector<Shortcoming>& shortcomings) {
  out.Count(shortcomings.size());
  for (const Shortcoming& shortcoming : shortcomings) {
    out.Number(static_cast<std::int64_t>(shortcoming.rule));
    out.Number(shortcoming.page);
    out.Text(shortcoming.detail);
    out.Text(shortcoming.exhibit);
  }
}

void GetShortcomings(WireReader& in, std::vector<Shortcoming>& shortcomings) {
  shortcomings.resize(in.Count(2 * kWireNumberSize + 2 * kWireTextSize));
  for (Shortcoming& shortcoming : shortcomings) {
    shortcoming.rule =
        static_cast<pdf::ConformanceRule>(in.NumberWithin(0, pdf::ConformanceRules() - 1));
    shortcoming.page = in.Small();
    shortcoming.detail = in.Text();
    shortcoming.exhibit = in.Text();
  }
}

}  // namespace dossier::assemble
