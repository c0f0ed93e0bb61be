// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "compiler/assemble/plan.h"
#include "compiler/compose/document.h"
#include "compiler/paginate/pages.h"

/// Inputs of the benchmarks: invented, the same on every machine, made once.
namespace dossier::bench {

/// exhibits.yaml of `bytes` bytes or a little more.
std::string Register(std::size_t bytes);

/// A brief of `pages` pages as it is after `paginate`.
const paginate::Pages& BriefOf(int pages);

/// The plan of a bundle: a brief of two pages and `exhibits` files of `pages` pages each, all of
/// them set by `render`.
assemble::Plan BundlePlan(int exhibits, int pages);

/// About `bytes` bytes of words, in sections of some 3 kB.
std::vector<std::string> Sections(std::size_t bytes);

}  // namespace dossier::bench
