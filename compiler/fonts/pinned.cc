// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/fonts/pinned.h"

#include <array>

namespace dossier::fonts {
namespace {

constexpr std::string_view kGentium = "fonts-sil-gentiumplus";

constexpr std::array<PinnedFace, 5> kFaces = {{
    {"/usr/share/fonts/truetype/gentiumplus/GentiumBookPlus-Regular.ttf",
     "a211e46bc828d9f4afab2e5cca273ae01f5dd7e287cd5a0b53d0e5948558e9e0", "Gentium Book Plus",
     kGentium},
    {"/usr/share/fonts/truetype/gentiumplus/GentiumBookPlus-Bold.ttf",
     "ddfe7317a49a716f7e8bf0976608ccf7b6fc32f4577ee1889b31525663da5bf2", "Gentium Book Plus Bold",
     kGentium},
    {"/usr/share/fonts/truetype/gentiumplus/GentiumBookPlus-Italic.ttf",
     "4f58b3e861b8034a36e61f66c1cd3c138815abb600e8ef606660913d0b372d58", "Gentium Book Plus Italic",
     kGentium},
    {"/usr/share/fonts/truetype/gentiumplus/GentiumBookPlus-BoldItalic.ttf",
     "e3f9335cecb3d6bc6272d8895672494f979b28902bd45f2ab77d52666c75edb2",
     "Gentium Book Plus Bold Italic", kGentium},
    {"/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
     "abdc775b21b1bc470d50c97e790d276f2054b7504e56e5bd3e64f48d68582322", "DejaVu Sans",
     "fonts-dejavu-core"},
}};

}  // namespace

std::span<const PinnedFace> PinnedFaces() { return kFaces; }

}  // namespace dossier::fonts
