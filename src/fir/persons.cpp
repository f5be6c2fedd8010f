#include "fir/persons.h"

#include "fir/accused.h"
#include "reading/indian_amounts.h"

#include <algorithm>

namespace dossier::fir {
namespace {

using reading::Token;
using reading::TokenKind;

constexpr std::size_t kSignatureTokensMax = 14;  // name, rank, parentage, village and a phone
constexpr std::size_t kNameTokensMax = 5;

class ComplainantReader {
 public:
  ComplainantReader(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                    Facts& facts)
      : text_(text), tokens_(text.text().tokens()), knowledge_(knowledge), names_(names), facts_(facts) {}

  void run() {
    if (tokens_.empty()) return;
    read_rank();
    if (!introduced() && !signed_name()) plain_signature();
    read_details();
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].lower) : std::string_view{};
  }
  bool is(std::size_t i, std::string_view word_class) const {
    return i < tokens_.size() && text_.in_class(i, knowledge_.word_class(word_class));
  }

  Found found(std::size_t first, std::size_t last) const {
    const Span span = text_.text().span_of(first, last);
    return {std::string(text_.text().slice(span)), span};
  }

  const NameRun* name_at(std::size_t i) const {
    for (const NameRun& run : names_) {
      if (run.first <= i && i <= run.last) return &run;
    }
    return nullptr;
  }

  // "I ASI Balwan was on duty", "I am SI ...": an officer who reports what he met on duty.
  void read_rank() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (lower(i) != "i" && !(lower(i) == "main" || lower(i) == "mai")) continue;
      for (std::size_t k = i + 1; k <= i + 4 && k < tokens_.size(); ++k) {
        if (is(k, "police_rank") && tokens_[k].sentence == tokens_[i].sentence) {
          facts_.complainant.rank = found(k, k);
          return;
        }
      }
    }
  }

  // Words between "I am" and the name: "I am lineman helper ..." gives no name, "I mining inspector Rao" does.
  bool introduced() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      std::size_t at = i;
      if (lower(i) == "i" && lower(i + 1) == "am")
        at = i + 2;
      else if (lower(i) == "i" || lower(i) == "myself" || lower(i) == "undersigned" || lower(i) == "applicant" ||
               lower(i) == "prarthi")
        at = i + 1;
      else if ((lower(i) == "my" || lower(i) == "mera") && (lower(i + 1) == "name" || lower(i + 1) == "naam"))
        at = lower(i + 2) == "is" ? i + 3 : i + 2;
      else if (lower(i) == "main" || lower(i) == "mai")
        at = i + 1;
      else if ((lower(i) == "name" || lower(i) == "complainant" || lower(i) == "informant") &&
               text_.text().before(i + 1).find(':') != std::string_view::npos)
        at = i + 1;
      else
        continue;
      if (take_introduced(i, at)) return true;
    }
    return heading();
  }

  bool take_introduced(std::size_t from, std::size_t at) {
    for (std::size_t skip = 0;
         skip <= 4 && at + skip < tokens_.size() && tokens_[at + skip].sentence == tokens_[from].sentence; ++skip) {
      const NameRun* run = name_at(at + skip);
      const bool clean = skip == 0 || std::all_of(tokens_.begin() + static_cast<std::ptrdiff_t>(at),
                                                  tokens_.begin() + static_cast<std::ptrdiff_t>(at + skip),
                                                  [](const Token& t) { return t.kind == TokenKind::word; });
      if (run == nullptr || !clean) {
        if (skip > 0 && !is(at + skip, "title") && !is(at + skip, "police_rank") && !is(at + skip, "occupation")) break;
        if (skip == 0 && !is(at, "title") && !is(at, "police_rank") && !is(at, "occupation")) break;
        continue;
      }
      if (text_.text().before(at).find(',') != std::string_view::npos && lower(from) == "i" && lower(from + 1) == "am")
        break;
      facts_.complainant.name = found(skip > 0 ? at : run->first, run->last);
      return true;
    }
    return false;
  }

  // "Software engineer Nikhil here.", "Traffic constable here."
  bool heading() {
    for (const NameRun& run : names_) {
      if (lower(run.last + 1) == "here" && tokens_[run.first].sentence == 0) {
        facts_.complainant.name = found(0, run.last);
        return true;
      }
    }
    return false;
  }

  bool signature_word(std::size_t i) const {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::number || token.capital || token.glued) return true;
    static constexpr auto kSmall = std::to_array<std::string_view>(
        {"s",   "o",    "d",        "w",     "r",     "of",   "c",       "aged",     "age",  "years",
         "yrs", "mob",  "mobile",   "ph",    "phone", "no",   "village", "resident", "retd", "the",
         "son", "wife", "daughter", "house", "umar",  "saal", "gram",    "thana",    "post"});
    return std::find(kSmall.begin(), kSmall.end(), token.lower) != kSmall.end() || is(i, "title") ||
           is(i, "occupation") || is(i, "police_rank") || is(i, "place_noun");
  }

  bool is_closing(std::size_t i) const {
    return lower(i) == "faithfully" || lower(i) == "sincerely" || lower(i) == "obediently" || lower(i) == "truly" ||
           lower(i) == "applicant" || lower(i) == "complainant" || lower(i) == "regards" || lower(i) == "thanks" ||
           lower(i) == "prarthi" || lower(i) == "bhavdiya" || lower(i) == "informant";
  }

  std::size_t last_sentence() const {
    std::size_t begin = tokens_.size() - 1;
    while (begin > 0 && tokens_[begin - 1].sentence == tokens_.back().sentence) --begin;
    return begin;
  }

  // A closing line that is a name and what stands beside names. One sentence back too, when the last is a number alone.
  bool signed_name() {
    for (std::size_t i = tokens_.size(); i-- > 0 && i + 40 > tokens_.size();) {
      if (!is_closing(i) || i + 1 >= tokens_.size()) continue;
      if (const NameRun* run = name_at(i + 1); run != nullptr) return take_signature(i + 1, *run);
    }
    std::size_t begin = last_sentence();
    // "... in my shop. - Raju Gurjar" and "... Raju Gurjar" after a dash inside the last sentence.
    for (std::size_t i = tokens_.size() - 1; i > begin; --i) {
      const auto gap = text_.text().before(i);
      if (gap.find(" -") != std::string_view::npos || gap.find("\u2014") != std::string_view::npos ||
          gap.find("\u2013") != std::string_view::npos)
        begin = i;
    }
    for (int tries = 0; tries < 3; ++tries) {
      if (tokens_.size() - begin <= kSignatureTokensMax + static_cast<std::size_t>(tries) * 6 && all_signature(begin)) {
        if (const NameRun* run = first_name(begin)) return take_signature(begin, *run);
      }
      if (begin == 0) break;
      --begin;
      while (begin > 0 && tokens_[begin - 1].sentence == tokens_[begin].sentence) --begin;
    }
    return false;
  }

  bool all_signature(std::size_t begin) const {
    std::size_t end = begin;
    while (end < tokens_.size() && tokens_[end].sentence == tokens_[begin].sentence) ++end;
    for (std::size_t i = begin; i < end; ++i) {
      if (!signature_word(i)) return false;
    }
    return true;
  }

  const NameRun* first_name(std::size_t begin) const {
    for (const NameRun& run : names_) {
      if (run.last >= begin && run.first < begin + 6) return &run;
    }
    return nullptr;
  }

  bool take_signature(std::size_t begin, const NameRun& run) {
    // The words before the name are its office ("Ward boy Ramu"), unless they are many.
    const std::size_t first = begin < run.first && run.first - begin <= 3 ? begin : run.first;
    facts_.complainant.name = found(std::min(first, run.first), run.last);
    return true;
  }

  // "... plz find my bike. mohan lal sahu": a last sentence of a few words that are no words of ours.
  void plain_signature() {
    const std::size_t begin = last_sentence();
    if (begin == 0 || tokens_.size() - begin > kNameTokensMax - 1) return;
    for (std::size_t i = begin; i < tokens_.size(); ++i) {
      const bool known = text_.word(i) != reading::kUnknownWord && text_.vocabulary().classes_of(text_.word(i)).any();
      if (tokens_[i].kind == TokenKind::number || text_.filler(i) || known || is(i, "starter") || is(i, "not_name"))
        return;
    }
    facts_.complainant.name = found(begin, tokens_.size() - 1);
  }

  void read_details() {
    auto& me = facts_.complainant;
    if (!me.name) return;
    std::size_t after = 0;
    while (after < tokens_.size() && tokens_[after].span.start < me.name.span.end) ++after;
    for (std::size_t i = after;
         i < after + 24 && i < tokens_.size() && tokens_[i].sentence <= tokens_[after > 0 ? after - 1 : 0].sentence + 1;
         ++i) {
      const bool relation = (lower(i) == "s" || lower(i) == "d" || lower(i) == "w" || lower(i) == "c") &&
                            lower(i + 1) == "o" && text_.text().before(i + 1) == "/";
      if (relation && !me.relative && i + 2 < tokens_.size()) {
        if (const NameRun* run = name_at(i + 2)) me.relative = found(run->first, run->last);
      }
      if ((lower(i) == "r" && lower(i + 1) == "o" && text_.text().before(i + 1) == "/") || lower(i) == "resident")
        read_address(i);
      if (!me.age && (lower(i) == "aged" || lower(i) == "age" || lower(i) == "umar"))
        set_age(lower(i + 1) == "about" ? i + 2 : i + 1);
      if (!me.age && (lower(i + 1) == "years" || lower(i + 1) == "yrs" || lower(i + 1) == "saal") && i == after)
        set_age(i);
    }
    if (!facts_.phones.empty()) me.phone = facts_.phones.front();
  }

  void set_age(std::size_t i) {
    if (i >= tokens_.size()) return;
    const auto value = reading::spoken_number(tokens_[i]);
    if (!value || *value < 1 || *value > 120) return;
    facts_.complainant.age = static_cast<int>(*value);
    facts_.complainant.age_span = tokens_[i].span;
  }

  void read_address(std::size_t i) {
    if (facts_.complainant.address) return;
    const std::size_t first = lower(i) == "resident" ? (lower(i + 1) == "of" ? i + 2 : i + 1) : i + 2;
    std::size_t last = first;
    while (last + 1 < tokens_.size() && last - first < 10 && tokens_[last + 1].sentence == tokens_[i].sentence &&
           (tokens_[last + 1].capital || tokens_[last + 1].kind == TokenKind::number ||
                    text_.text().before(last + 1) == " "
                ? tokens_[last + 1].capital || is(last + 1, "place_noun") || tokens_[last + 1].kind == TokenKind::number
                : false)) {
      ++last;
    }
    if (first < tokens_.size()) facts_.complainant.address = found(first, last);
  }

  const reading::CueText& text_;
  const std::vector<Token>& tokens_;
  const Knowledge& knowledge_;
  const std::vector<NameRun>& names_;
  Facts& facts_;
};

}  // namespace

void read_persons(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                  Facts& facts) {
  ComplainantReader(text, knowledge, names, facts).run();
  read_accused(text, knowledge, names, facts);
}

}  // namespace dossier::fir
