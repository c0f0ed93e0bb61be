// SPDX-License-Identifier: GPL-3.0-or-later
#include "compiler/driver/calendar_files.h"

#include <set>
#include <string>

#include "compiler/load/load_pack.h"

namespace dossier::driver {

std::vector<model::Calendar> LoadCalendars(const io::FileSystem& rules,
                                           const std::vector<model::RulePack>& packs,
                                           diagnostics::Sources& sources, diagnostics::Sink& sink) {
  std::vector<model::Calendar> calendars;
  std::set<std::string> tried;
  for (const model::RulePack& pack : packs) {
    for (const model::Deadline& deadline : pack.deadlines) {
      for (const model::Reading& reading : deadline.readings) {
        if (reading.calendar.empty() || !tried.insert(reading.calendar).second) continue;
        const model::Text id{reading.calendar, deadline.span};
        std::optional<model::Calendar> calendar = load::LoadCalendar(rules, id, sources, sink);
        if (calendar) calendars.push_back(std::move(*calendar));
      }
    }
  }
  return calendars;
}

}  // namespace dossier::driver
