#pragma once

#include "reading/date_reader.h"

namespace dossier::reading {

// Days that are told from the day of telling: "yesterday", "two days ago", "pichle do saal se", "on Saturday".
class RelativeDays : DateReader {
 public:
  RelativeDays(const Text& text, std::optional<Date> told_on) : DateReader(text, told_on) {}

  // The day told at token i by a word; nothing when there is none.
  std::optional<SpokenDate> by_word(std::size_t i) const;
  // "two days ago", "3 mahine pehle"; "last six months", "since 2 years", "pichle do saal se" went on from then.
  std::optional<SpokenDate> ago(std::size_t i) const;

 private:
  SpokenDate offset(std::size_t first, std::size_t last, int days_back) const;
  bool is_tomorrow(std::size_t i) const;
  std::optional<SpokenDate> last_weekday(std::size_t first, std::size_t named, std::size_t last) const;
};

}  // namespace dossier::reading
