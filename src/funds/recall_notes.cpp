#include "funds/recall_notes.h"

#include "funds/vocabulary.h"
#include "reading/fold.h"
#include "reading/phrases.h"

#include <algorithm>
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

// The footnote mark a note begins with: "*", "\u2020".
std::string_view leading_mark(std::string_view note) {
  note = reading::trimmed(note);
  for (std::string_view mark : {"*", "\u2020", "\u2021"}) {
    if (note.starts_with(mark)) return mark;
  }
  return {};
}

bool carries(const Transaction& t, std::string_view mark) {
  return t.printed.find(mark) != std::string::npos || t.type.find(mark) != std::string::npos ||
         t.description.find(mark) != std::string::npos || t.date_printed.find(mark) != std::string::npos;
}

}  // namespace

void mark_recallable_by_notes(std::vector<DraftRow>& rows, const std::vector<std::string>& notes) {
  for (const std::string& note : notes) {
    for (const std::string& sentence : sentences(note)) {
      if (recallable_by_words(sentence) != true) continue;
      std::string_view mark = leading_mark(sentence);
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
