#include "funds/reports/recall_notes.h"

#include "funds/reports/recall_terms.h"
#include "funds/reports/vocabulary.h"
#include "reading/fold.h"
#include "reading/phrases.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dossier::funds {
namespace {

bool digit_at(const std::string& text, std::size_t at) {
  return at < text.size() && text[at] >= '0' && text[at] <= '9';
}

bool is_month(const std::string& word) {
  return reading::read_date("1 " + word + " 2000").has_value();
}

// "1 January 2027": a figure and the name of a month.
bool begins_with_day(std::string_view text) {
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos || space > 2 || text[0] < '0' || text[0] > '9') return false;
  const std::string_view rest = text.substr(space + 1);
  return is_month(std::string(rest.substr(0, rest.find_first_of(" ,.;"))));
}

// The stop of "31. Dezember" or "Dec. 31" ends no sentence.
bool part_of_a_day(const std::string& text, std::size_t stop) {
  std::size_t word = stop;
  while (word > 0 && text[word - 1] != ' ') --word;
  const std::string before = text.substr(word, stop - word);
  if (stop + 2 >= text.size()) return false;
  const std::string after = text.substr(stop + 2, text.find(' ', stop + 2) - (stop + 2));
  const bool number =
      !before.empty() && before.size() <= 2 && digit_at(before, 0) && digit_at(before, before.size() - 1);
  return (number && is_month(after)) || (digit_at(after, 0) && is_month(before));
}

constexpr std::array<std::string_view, 9> kRaised = {"\u00B9", "\u00B2", "\u00B3", "\u2074", "\u2075",
                                                     "\u2076", "\u2077", "\u2078", "\u2079"};

// "Includes fees.² All return of capital": the mark of the next note stands close behind the stop of this one.
bool raised_at(std::string_view text) {
  return std::any_of(kRaised.begin(), kRaised.end(), [&](std::string_view mark) { return text.starts_with(mark); });
}

std::vector<std::string> sentences(const std::string& text) {
  std::vector<std::string> out;
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool stops = text[i] == '.' || text[i] == ';';
    const std::string_view after = std::string_view(text).substr(i + 1);
    const bool ends = stops && (after.empty() || after.front() == ' ' || raised_at(after));
    if (!ends || part_of_a_day(text, i)) continue;
    out.push_back(text.substr(from, i - from));
    from = i + 1;
  }
  out.push_back(text.substr(from));
  return out;
}

// The component a note speaks of ("all return of capital", "distributions of income"), as its folded words.
enum class Component { all, capital, gain, income };

std::optional<Component> component_of(std::string_view text) {
  static const reading::PhraseTable<Component> table = {
      {Component::capital,
       {"return of capital", "returns of capital", "roc", "kapitalruckzahlung*", "remboursement*", "return of cost",
        "capital distributions"}},
      {Component::gain,
       {"gain", "gains", "realised gain*", "realized gain*", "capital gain*", "gewinn*", "plus value*"}},
      {Component::income, {"income", "dividend*", "interest", "ertrag*", "revenu*"}},
      {Component::all, {"all distributions", "distributions", "alle ausschuttungen", "toutes les distributions"}},
  };
  return table.find(reading::fold_tokens(text));
}

bool universal(std::string_view text) {
  auto tokens = reading::fold_tokens(text);
  return std::any_of(tokens.begin(), tokens.end(), [](const std::string& t) {
    return t == "all" || t == "every" || t == "any" || t == "alle" || t == "samtliche" || t == "toutes" ||
           t == "tous" || t == "tout";
  });
}

// The footnote mark a note begins with, in every form its rows may carry it: "*"; "1", "(1)" and a raised one are one.
std::vector<std::string> leading_mark(std::string_view note) {
  note = reading::trimmed(note);
  for (std::string_view mark : {"*", "\u2020", "\u2021"}) {
    if (note.starts_with(mark)) return {std::string(mark)};
  }
  // "1 January 2027 ends the recall period" begins with a day.
  if (begins_with_day(note)) return {};
  for (std::size_t i = 0; i < kRaised.size(); ++i) {
    std::string digit = std::to_string(i + 1);
    std::string bracketed = "(" + digit + ")";
    if (note.starts_with(kRaised[i]) || note.starts_with(bracketed) || note.starts_with(digit + " "))
      return {std::string(kRaised[i]), bracketed};
  }
  return {};
}

bool carries(const Transaction& t, const std::vector<std::string>& mark) {
  return std::any_of(mark.begin(), mark.end(), [&](const std::string& form) {
    return t.printed.find(form) != std::string::npos || t.type.find(form) != std::string::npos ||
           t.description.find(form) != std::string::npos || t.date_printed.find(form) != std::string::npos;
  });
}

// What one sentence says about recalling.
struct Note {
  bool recallable = false;                  // it calls distributions recallable, not only says until when
  bool denied = false;                      // it says that they are not
  std::vector<std::string> mark = {};       // of a footnote, in every form
  std::optional<Component> component = {};  // "all return of capital"
  std::vector<Date> days = {};              // of the distributions it speaks of
  bool this_one = false;                    // "this distribution", in a paper of one
  bool all_rights = false;                  // it speaks of rights of recall as such
  std::optional<RecallTerm> term = {};
};

std::optional<Note> read_note(const std::string& sentence, reading::DayOrder order) {
  Note note;
  const auto said = recallable_by_words(sentence);
  note.term = recall_term(sentence, order, TermContext::running_text);
  if (!said && !note.term) return std::nullopt;
  note.recallable = said == true;
  note.denied = said == false;
  note.mark = leading_mark(sentence);
  if (!note.mark.empty()) return note;
  if (const auto component = component_of(sentence); component && universal(sentence)) {
    note.component = component;
    return note;
  }
  note.days = days_in(sentence, order);
  if (note.term && note.term->until) std::erase(note.days, *note.term->until);
  static const reading::PhraseTable<bool> kThis = {
      {true,
       {"this distribution", "the distribution", "diese ausschuttung", "die ausschuttung", "cette distribution",
        "the whole amount", "the full amount", "the entire amount", "this amount", "this payment", "the payment",
        "der gesamte betrag", "der gesamtbetrag", "diese zahlung", "la totalite", "ce versement", "ce montant"}}};
  note.this_one = note.days.empty() && kThis.find(reading::fold_tokens(sentence)).has_value();
  note.all_rights = note.days.empty();
  return note;
}

// Whether a note says which distributions may be called again, and this is one of them. `alone`: there is no other.
bool names(const Note& note, const Transaction& t, bool alone) {
  if (!note.mark.empty()) return carries(t, note.mark);
  if (note.this_one && alone) return true;
  if (note.component) return *note.component == Component::all || component_of(t.type) == note.component;
  return std::find(note.days.begin(), note.days.end(), t.date) != note.days.end();
}

// The end that the notes set for a recallable row: those that name it before those that speak of all. Nothing where
// they contradict each other.
std::optional<Date> end_by(const std::vector<Note>& notes, const Transaction& t, bool alone) {
  for (bool general : {false, true}) {
    std::optional<RecallTerm> term;
    for (const Note& note : notes) {
      if (!note.term || note.denied || (general ? !note.all_rights : !names(note, t, alone))) continue;
      if (term && *term != *note.term) return std::nullopt;
      term = note.term;
    }
    if (term) return last_day(*term, t.date);
  }
  return std::nullopt;
}

}  // namespace

void mark_recallable_by_notes(std::vector<DraftRow>& rows, const std::vector<std::string>& notes,
                              reading::DayOrder order) {
  std::vector<Note> read;
  for (const std::string& note : notes) {
    for (const std::string& sentence : sentences(note)) {
      if (auto made = read_note(sentence, order)) read.push_back(std::move(*made));
    }
  }
  const bool alone = std::count_if(rows.begin(), rows.end(),
                                   [](const DraftRow& draft) { return draft.row.kind == RowKind::distribution; }) == 1;
  for (const Note& note : read) {
    for (DraftRow& draft : rows) {
      Transaction& t = draft.row;
      if (t.kind == RowKind::distribution && note.recallable && names(note, t, alone)) t.recallable = true;
      const bool denied = note.denied && note.this_one && alone;
      if (t.kind == RowKind::distribution && denied && !t.recallable) t.recallable = false;
    }
  }
  for (DraftRow& draft : rows) {
    Transaction& t = draft.row;
    if (t.kind == RowKind::distribution && t.recallable == true && !t.recallable_until)
      t.recallable_until = end_by(read, t, alone);
  }
}

}  // namespace dossier::funds
