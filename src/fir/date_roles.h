#pragma once

#include "fir/text_reader.h"

namespace dossier::fir {

// What the words around a date say of what happened on it. The references must outlive it; `facts` holds the dates.
class DateRoles : protected TextReader {
 protected:
  using SpokenDate = reading::SpokenDate;

  DateRoles(const reading::CueText& text, const Knowledge& knowledge, const Facts& facts)
      : TextReader(text, knowledge), known_(facts) {}

  static bool whole_day(const SpokenDate& date) { return *date.from == *date.to; }
  // A word of the class stands within so many tokens before or after the date, in its sentence.
  bool near_word(const SpokenDate& date, std::string_view word_class, std::size_t before, std::size_t after) const;
  // Something else than the conduct happened then: a birth, a wedding, a discovery, the writing itself.
  bool told_otherwise(const SpokenDate& date) const;
  // "15/6/2024 ko ... do din pehle": counted from the day told before it, not from the day of telling.
  bool counted_from_another(const SpokenDate& date) const;
  // What people tell of the time before anything happened.
  bool before_the_matter(const SpokenDate& date) const;
  bool written_then(const SpokenDate& date) const;
  // "now in January 2026 I saw him open a shop": when the informant met with it again.
  bool seen_then(const SpokenDate& date) const;
  // A wrong other than a death, near enough to have been done then.
  bool near_a_wrong(const SpokenDate& date) const;

 private:
  bool another_day_before(const SpokenDate& date) const;
  // "working with us since 2023", "my tenant from June 2022": how long they have known each other; "treasurer since
  // 2019", "in my name since 1998": how long anything has stood when nothing wrong is told of it.
  bool lasting_since(const SpokenDate& date) const;
  // "from Feb to May 2026", "2022 se Oct 2025 tak".
  bool begins_a_span(const SpokenDate& date) const;
  // "bought in 2019", "married on 2.2.2020", "father died in 2021", "Aadhaar made in 2013": only where another day is
  // named, and nothing wrong is told beside it.
  bool background(const SpokenDate& date) const;
  // A wife is named beside many days.
  bool near_a_wedding(const SpokenDate& date) const;
  // A death long before a day on which a wrong is told is that of somebody else.
  bool old_death(const SpokenDate& date) const;
  static bool is_year(const SpokenDate& date);
  bool day_years_later(const SpokenDate& date) const;
  bool another_day(const SpokenDate& date) const;
  // "agreement dated 3.4.2022", unless it is the forged paper itself.
  bool paper_of_that_day(const SpokenDate& date) const;

  const Facts& known_;
};

}  // namespace dossier::fir
