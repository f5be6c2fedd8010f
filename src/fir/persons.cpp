#include "fir/persons.h"

#include "fir/accused.h"
#include "fir/text_reader.h"
#include "reading/indian_amounts.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace dossier::fir {
namespace {

using reading::Token;
using reading::TokenKind;

constexpr std::size_t kSignatureTokensMax = 14;  // name, rank, parentage, village and a phone
constexpr std::size_t kNameTokensMax = 5;
constexpr std::size_t kIntroductionMax = 6;    // words between "I am" and the name
constexpr std::size_t kClosingTokensMax = 12;  // of a closing or an opening line that is a name and an office

class ComplainantReader : TextReader {
 public:
  ComplainantReader(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                    Facts& facts)
      : TextReader(text, knowledge, names), facts_(facts) {}

  void run() {
    if (tokens_.empty()) return;
    read_rank();
    if (!introduced() && !signed_name() && !closing_name() && !opening_office()) plain_signature();
    read_details();
  }

 private:
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

  bool one_of(std::size_t i, std::initializer_list<std::string_view> words) const {
    return std::find(words.begin(), words.end(), lower(i)) != words.end();
  }

  bool colon_before(std::size_t i) const { return text_.text().before(i).find(':') != std::string_view::npos; }

  // Where a name may follow words that introduce the informant: "I am", "my name is", "complaint of", "informant".
  std::optional<std::size_t> introduction_at(std::size_t i) const {
    if (lower(i) == "i" && lower(i + 1) == "am") return i + 2;
    if (one_of(i, {"i'm", "yours"})) return i + 1;
    if (one_of(i, {"i", "myself", "undersigned", "prarthi", "main", "mai", "hum", "ham", "bhavdiya", "aapka"}))
      return i + 1;
    if (one_of(i, {"my", "mera"}) && one_of(i + 1, {"name", "naam"})) return lower(i + 2) == "is" ? i + 3 : i + 2;
    if (one_of(i, {"complaint", "statement", "information", "report", "impression", "signed", "submission", "petition",
                   "request", "application"}) &&
        one_of(i + 1, {"of", "by", "from"}))
      return i + 2;
    if (one_of(i, {"complainant", "informant", "applicant", "petitioner"}) && lower(i + 1) == "is") return i + 2;
    if (lower(i) == "signed" && lower(i + 2) == "by") return i + 3;
    if (one_of(i, {"complainant", "informant", "applicant", "petitioner", "signatory"})) return i + 1;
    if (lower(i) == "name" && (colon_before(i + 1) || text_.text().before(i).find(',') != std::string_view::npos))
      return i + 1;
    return std::nullopt;
  }

  // Words between "I am" and the name: "I am lineman helper ..." gives no name, "I mining inspector Rao" does.
  bool introduced() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (const auto at = introduction_at(i); at && take_introduced(i, *at)) return true;
    }
    return heading();
  }

  // "Secretary" and "Inspector" alone are offices, not names.
  bool only_an_office(const NameRun& run) const {
    for (std::size_t i = run.core; i <= run.last; ++i) {
      if (!is(i, "occupation") && !is(i, "role") && !is(i, "title")) return false;
    }
    return true;
  }

  bool take_introduced(std::size_t from, std::size_t at) {
    const bool plain_am = lower(from) == "i" && lower(from + 1) == "am";
    for (std::size_t skip = 0; skip <= kIntroductionMax && same_sentence(from, at + skip); ++skip) {
      const std::size_t i = at + skip;
      if (skip > 0 && text_.text().before(i).find_first_of(",;:(") != std::string_view::npos) break;
      const NameRun* run = name_at(i);
      if (run == nullptr) {
        if (!leads_to_own_name(i)) break;
        continue;
      }
      if (only_an_office(*run) || (plain_am && text_.text().before(at).find(',') != std::string_view::npos)) break;
      if (skip > 0 && leads_to_another(run->first - 1)) break;
      facts_.complainant.name = found(skip > 0 && office_only(at, i) ? at : run->first, run->last);
      return true;
    }
    return false;
  }

  // "mining inspector", "HC 1142", "his brother", "the matron": what may stand between "I am" and one's own name.
  bool leads_to_own_name(std::size_t i) const {
    return is(i, "title") || is(i, "police_rank") || is(i, "occupation") || is(i, "role") || is(i, "kin") ||
           is(i, "victim_kin") || is(i, "org_noun") || text_.filler(i) || tokens_[i].kind == TokenKind::number ||
           one_of(i, {"the", "a", "an", "his", "her", "their", "of", "in", "charge", "s", "home", "retired"}) ||
           (tokens_[i].kind == TokenKind::word && !is(i, "wrong_verb") && text_.word(i) == reading::kUnknownWord);
  }

  // "I am the wife of X", "neighbour of X": the name is somebody else's.
  bool leads_to_another(std::size_t i) const {
    return one_of(i, {"of", "with", "to", "from", "by", "near", "at", "in", "for", "against", "s", "under", "on"});
  }

  bool office_only(std::size_t first, std::size_t end) const {
    for (std::size_t i = first; i < end; ++i) {
      if (!is(i, "title") && !is(i, "police_rank") && !is(i, "occupation")) return false;
    }
    return true;
  }

  // "... Kindly find it. Anagha Menon, animal volunteer": the last sentence, or what follows its last dash or line
  // break, is a name and what the person is; nothing happens in it.
  bool closing_name() {
    std::size_t begin = last_sentence();
    for (std::size_t i = tokens_.size() - 1; i > begin; --i) {
      if (text_.text().before(i).find_first_of(";\n") != std::string_view::npos) begin = i;
    }
    if (tokens_.size() - begin > kClosingTokensMax) return false;
    for (std::size_t i = begin; i < tokens_.size(); ++i) {
      if (is(i, "wrong_verb") || one_of(i, {"is", "was", "are", "were", "has", "have", "had", "please"})) return false;
    }
    const NameRun* run = first_name(begin);
    if (run == nullptr || run->first > begin + 5 || only_an_office(*run)) return false;
    return take_signature(begin, *run);
  }

  // "ASI Harish Chander, escort guard. ...", "Block Development Officer Smt. Lalrinpuii informs ...": a report that
  // begins with an office and the name of who holds it.
  bool opening_office() {
    for (std::size_t i = 0; i < tokens_.size() && i < kClosingTokensMax && tokens_[i].sentence == tokens_[0].sentence;
         ++i) {
      if (const NameRun* run = name_at(i); run != nullptr) {
        const bool office = run->titled || (i > 0 && (is(i - 1, "police_rank") || is(i - 1, "occupation") ||
                                                      tokens_[i - 1].kind == TokenKind::number));
        if (!office || only_an_office(*run) || one_of(run->last + 1, {"ne", "has", "had"})) return false;
        facts_.complainant.name = found(run->first, run->last);
        return true;
      }
      const bool office = is(i, "title") || is(i, "police_rank") || is(i, "occupation");
      const bool belongs = tokens_[i].capital || tokens_[i].kind == TokenKind::number;
      if (!office && (!belongs || is(i, "starter") || text_.in_value(i))) return false;
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
           is(i, "occupation") || is(i, "police_rank") || is(i, "place_noun") || is(i, "kin") || is(i, "role") ||
           is(i, "org_noun") || colon_before(i + 1);
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
      if ((lower(i) == "r" && lower(i + 1) == "o" && text_.text().before(i + 1) == "/") || lives_word(i))
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

  bool lives_word(std::size_t i) const {
    return lower(i) == "resident" || lower(i) == "residing" || lower(i) == "resides";
  }

  void read_address(std::size_t i) {
    if (facts_.complainant.address) return;
    const bool led = lower(i + 1) == "of" || lower(i + 1) == "at" || lower(i + 1) == "in";
    const std::size_t first = lives_word(i) && !led ? i + 1 : i + 2;
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

  Facts& facts_;
};

}  // namespace

void read_persons(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                  Facts& facts) {
  ComplainantReader(text, knowledge, names, facts).run();
  read_accused(text, knowledge, names, facts);
}

}  // namespace dossier::fir
