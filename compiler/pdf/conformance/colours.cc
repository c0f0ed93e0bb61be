// SPDX-License-Identifier: GPL-3.0-or-later
#include <array>
#include <cmath>

#include "compiler/pdf/conformance/inspection.h"

namespace dossier::pdf::internal {

namespace {

/// ISO 32000-1:2008, tables 136 and 137.
bool IsBlendMode(const std::string& name) {
  constexpr std::array<std::string_view, 17> kModes = {
      "Normal",     "Compatible", "Multiply",  "Screen",     "Overlay",   "Darken",
      "Lighten",    "ColorDodge", "ColorBurn", "HardLight",  "SoftLight", "Difference",
      "Exclusion",  "Hue",        "Saturation", "Color",     "Luminosity"};
  for (const std::string_view mode : kModes) {
    if (mode == name) return true;
  }
  return false;
}

bool IsOpaque(QPDFObjectHandle alpha) {
  return !alpha.isNumber() || std::abs(alpha.getNumericValue() - 1) < 1e-6;
}

/// Whether something other than "none" is given.
bool HasMask(QPDFObjectHandle mask) { return !mask.isNull() && !mask.isNameAndEquals("/None"); }

/// Colours of the profile, by its header (ICC.1:2010, 7.2); 0 for bytes that are no profile.
int ColoursOf(std::string_view profile) {
  if (profile.size() < 132 || profile.substr(36, 4) != "acsp") return 0;
  const std::string_view space = profile.substr(16, 4);
  return space == "GRAY" ? 1 : space == "RGB " ? 3 : space == "CMYK" ? 4 : 0;
}

bool IsUsable(Inspection& inspection, QPDFObjectHandle profile) {
  std::string bytes;
  if (!inspection.streams.Append(profile, bytes)) return false;
  const int colours = ColoursOf(bytes);
  QPDFObjectHandle declared = profile.getDict().getKey("/N");
  if (colours == 0 || !declared.isInteger() || declared.getIntValue() != colours) return false;
  const int newest = inspection.archive == Archive::kPdfA1b ? 2 : 4;
  if (bytes[8] > newest) return false;
  const std::string_view kind = std::string_view(bytes).substr(12, 4);
  if (kind != "mntr" && kind != "prtr" && kind != "scnr" && kind != "spac") return false;
  inspection.intent_colours = colours;
  return true;
}

}  // namespace

void CheckOutputIntent(Inspection& inspection) {
  QPDFObjectHandle intents = inspection.document.getRoot().getKey("/OutputIntents");
  std::set<QPDFObjGen> profiles;
  for (int i = 0; intents.isArray() && i < intents.getArrayNItems(); ++i) {
    QPDFObjectHandle intent = intents.getArrayItem(i);
    if (!intent.isDictionary() || !intent.getKey("/S").isNameAndEquals("/GTS_PDFA1")) continue;
    QPDFObjectHandle profile = intent.getKey("/DestOutputProfile");
    if (!profile.isStream()) continue;
    profiles.insert(profile.getObjGen());
    if (!IsUsable(inspection, profile)) inspection.Report(Rule::kOutputIntent, -1);
  }
  if (profiles.size() != 1) inspection.Report(Rule::kOutputIntent, -1);
}

void CheckColourSpace(Inspection& inspection, QPDFObjectHandle space, int page) {
  for (int depth = 0; depth < 8; ++depth) {
    if (space.isName()) {
      const std::string name = NameOf(space);
      const int colours = inspection.intent_colours;
      const bool outside = (name == "DeviceCMYK" && colours != 4) ||
                           (name == "DeviceRGB" && colours != 3) ||
                           (name == "DeviceGray" && colours == 0);
      if (outside) inspection.Report(Rule::kColourOutsideIntent, page, name);
      return;
    }
    if (!space.isArray() || space.getArrayNItems() < 2) return;
    const std::string kind = NameOf(space.getArrayItem(0));
    const bool based_on_second = kind == "Indexed" || kind == "Pattern";
    const bool based_on_third =
        (kind == "Separation" || kind == "DeviceN") && space.getArrayNItems() > 2;
    if (!based_on_second && !based_on_third) return;
    space = space.getArrayItem(based_on_second ? 1 : 2);
  }
}

void CheckGraphicsState(Inspection& inspection, QPDFObjectHandle state, int page) {
  const std::string mode = NameOf(state.getKey("/BM"));
  if (!mode.empty() && !IsBlendMode(mode)) inspection.Report(Rule::kBlendMode, page, mode);
  if (inspection.archive != Archive::kPdfA1b) return;
  const bool plain = mode.empty() || mode == "Normal" || mode == "Compatible";
  if (!plain || !IsOpaque(state.getKey("/CA")) || !IsOpaque(state.getKey("/ca")) ||
      HasMask(state.getKey("/SMask"))) {
    inspection.Report(Rule::kTransparency, page);
  }
}

void CheckDrawn(Inspection& inspection, QPDFObjectHandle object, int page) {
  QPDFObjectHandle keys = object.isStream() ? object.getDict() : object;
  CheckColourSpace(inspection, keys.getKey("/ColorSpace"), page);
  if (QPDFObjectHandle shading = keys.getKey("/Shading"); shading.isDictionary() || shading.isStream()) {
    CheckDrawn(inspection, shading.isStream() ? shading.getDict() : shading, page);
  }
  QPDFObjectHandle smooth = keys.getKey("/Interpolate");
  if (smooth.isBool() && smooth.getBoolValue()) inspection.Report(Rule::kInterpolate, page);
  if (inspection.archive == Archive::kPdfA1b && HasMask(keys.getKey("/SMask"))) {
    inspection.Report(Rule::kTransparency, page);
  }
}

}  // namespace dossier::pdf::internal
