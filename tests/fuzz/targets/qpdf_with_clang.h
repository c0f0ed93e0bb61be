// SPDX-License-Identifier: GPL-3.0-or-later
// Put before every file of `pdf` in a build with clang 14, which refuses the JSON.hh of qpdf 11.3
// in C++20: that has a class with a std::vector of a class that is not complete yet. `pdf` never
// uses it, and for the other headers of qpdf its name is enough.
#pragma once

#define JSON_HH
class JSON;
