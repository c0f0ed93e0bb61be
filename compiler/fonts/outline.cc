// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/fonts/outline.h"

#include <hb.h>

#include <cmath>

#include "compiler/fonts/state.h"

namespace dossier::fonts {
namespace {

void Put(void* out, const char* op, std::initializer_list<float> numbers) {
  std::string& text = *static_cast<std::string*>(out);
  text += op;
  for (const float number : numbers) {
    text += ' ' + std::to_string(std::lround(static_cast<double>(number)));
  }
  text += '\n';
}

struct FreeFuncs {
  void operator()(hb_draw_funcs_t* funcs) const { hb_draw_funcs_destroy(funcs); }
};

std::unique_ptr<hb_draw_funcs_t, FreeFuncs> Recorder() {
  std::unique_ptr<hb_draw_funcs_t, FreeFuncs> funcs(hb_draw_funcs_create());
  hb_draw_funcs_set_move_to_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* out, hb_draw_state_t*, float x, float y, void*) {
        Put(out, "M", {x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_line_to_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* out, hb_draw_state_t*, float x, float y, void*) {
        Put(out, "L", {x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_quadratic_to_func(
      funcs.get(),
      [](hb_draw_funcs_t*, void* out, hb_draw_state_t*, float cx, float cy, float x, float y,
         void*) {
        Put(out, "Q", {cx, cy, x, y});
      },
      nullptr, nullptr);
  hb_draw_funcs_set_close_path_func(
      funcs.get(), [](hb_draw_funcs_t*, void* out, hb_draw_state_t*, void*) { Put(out, "Z", {}); },
      nullptr, nullptr);
  return funcs;
}

}  // namespace

std::string OutlineOf(ByteView file, std::uint32_t glyph) {
  const HbFont font = OpenFont(file);
  const auto funcs = Recorder();
  std::string out;
  hb_font_get_glyph_shape(font.get(), glyph, funcs.get(), &out);
  return out;
}

}  // namespace dossier::fonts
