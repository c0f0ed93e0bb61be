// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/fonts/pinned.h"

#include <array>

namespace dossier::fonts {
namespace {

constexpr std::string_view kGentium = "fonts-sil-gentiumplus";

constexpr std::string_view kNoto = "fonts-noto-core";
constexpr std::string_view kLiberation = "fonts-liberation2";

struct Family {
  std::string_view name;
  std::array<PinnedFace, 4> faces;  // regular, bold, italic, bold italic
};

constexpr std::array<Family, 2> kFamilies = {{
    {kDefaultFamily,
     {{
         {"/usr/share/fonts/truetype/gentiumplus/GentiumBookPlus-Regular.ttf",
          "a211e46bc828d9f4afab2e5cca273ae01f5dd7e287cd5a0b53d0e5948558e9e0", "Gentium Book Plus",
          kGentium},
         {"/usr/share/fonts/truetype/gentiumplus/GentiumBookPlus-Bold.ttf",
          "ddfe7317a49a716f7e8bf0976608ccf7b6fc32f4577ee1889b31525663da5bf2",
          "Gentium Book Plus Bold", kGentium},
         {"/usr/share/fonts/truetype/gentiumplus/GentiumBookPlus-Italic.ttf",
          "4f58b3e861b8034a36e61f66c1cd3c138815abb600e8ef606660913d0b372d58",
          "Gentium Book Plus Italic", kGentium},
         {"/usr/share/fonts/truetype/gentiumplus/GentiumBookPlus-BoldItalic.ttf",
          "e3f9335cecb3d6bc6272d8895672494f979b28902bd45f2ab77d52666c75edb2",
          "Gentium Book Plus Bold Italic", kGentium},
     }}},
    {"Liberation Serif",
     {{
         {"/usr/share/fonts/truetype/liberation2/LiberationSerif-Regular.ttf",
          "29d12439831b7f59194efec85872f24f54eff05738933f9a860220d2abff88ba", "Liberation Serif",
          kLiberation},
         {"/usr/share/fonts/truetype/liberation2/LiberationSerif-Bold.ttf",
          "446a4421f297698427170fd7db20e59169a4188baaaf940e9bea58af6341a723",
          "Liberation Serif Bold", kLiberation},
         {"/usr/share/fonts/truetype/liberation2/LiberationSerif-Italic.ttf",
          "c1830c433ab41379f1139fac388989d37c9f08c81e1bd643efdcc7946db30753",
          "Liberation Serif Italic", kLiberation},
         {"/usr/share/fonts/truetype/liberation2/LiberationSerif-BoldItalic.ttf",
          "36dd6965be8915f6d7efb259757f1f7546a7c6f72c53a20bbe4ae7092f2cd558",
          "Liberation Serif Bold Italic", kLiberation},
     }}},
}};

constexpr std::array<PinnedFace, 3> kFallbacks = {{
    {"/usr/share/fonts/truetype/noto/NotoNaskhArabic-Regular.ttf",
     "8c67eaa2f0086872628fc3f7f760386f83c8be5c5e9a1ba3a38891237b2ac7cb", "Noto Naskh Arabic",
     kNoto},
    {"/usr/share/fonts/truetype/noto/NotoNaskhArabic-Bold.ttf",
     "b5cbcb561b4b540ff11d7b6934577dbbbbb9e1d152d47f6f31f19176d58ff39c", "Noto Naskh Arabic Bold",
     kNoto, true},
    {"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
     "abdc775b21b1bc470d50c97e790d276f2054b7504e56e5bd3e64f48d68582322", "DejaVu Sans",
     "fonts-dejavu-core"},
}};

}  // namespace

std::vector<std::string_view> Families() {
  std::vector<std::string_view> names;
  for (const Family& family : kFamilies) {
    names.push_back(family.name);
  }
  return names;
}

std::vector<PinnedFace> PinnedFaces(std::string_view family) {
  std::vector<PinnedFace> faces;
  for (const Family& one : kFamilies) {
    if (one.name == family) {
      faces.assign(one.faces.begin(), one.faces.end());
      faces.insert(faces.end(), kFallbacks.begin(), kFallbacks.end());
    }
  }
  return faces;
}

}  // namespace dossier::fonts
