#include "funds/recall_notes.h"

#include "funds/vocabulary.h"
#include "reading/fold.h"
#include "reading/phrases.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dossier::funds {
namespace {

std::vector<std::string> sentences(const std::string& text) {
  std::vector<std::string> out;
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    bool ends = (text[i] == '.' || text[i] == ';') && (i + 1 == text.size() || text[i + 1] == ' ');
    if (!ends) continue;
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

constexpr std::array<std::string_view, 9> kRaised = {"\u00B9", "\u00B2", "\u00B3", "\u2074", "\u2075",
                                                     "\u2076", "\u2077", "\u2078", "\u2079"};

// The footnote mark a note begins with, in every form its rows may carry it: "*"; "1", "(1)" and a raised one are one.
std::vector<std::string> leading_mark(std::string_view note) {
  note = reading::trimmed(note);
  for (std::string_view mark : {"*", "\u2020", "\u2021"}) {
    if (note.starts_with(mark)) return {std::string(mark)};
  }
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

}  // namespace

void mark_recallable_by_notes(std::vector<DraftRow>& rows, const std::vector<std::string>& notes) {
  for (const std::string& note : notes) {
    for (const std::string& sentence : sentences(note)) {
      if (recallable_by_words(sentence) != true) continue;
      auto mark = leading_mark(sentence);
      auto component = component_of(sentence);
      bool by_component = component && universal(sentence);
      for (DraftRow& draft : rows) {
        Transaction& t = draft.row;
        if (t.kind != RowKind::distribution || t.recallable == true) continue;
        bool meant = !mark.empty()
                         ? carries(t, mark)
                         : by_component && (*component == Component::all || component_of(t.type) == component);
        if (meant) t.recallable = true;
      }
    }
  }
}

}  // namespace dossier::funds
