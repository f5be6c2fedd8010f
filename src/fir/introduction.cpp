#include "fir/informant.h"
#include "fir/name_roles.h"
#include "reading/english_words.h"

namespace dossier::fir {
namespace {

using reading::TokenKind;

constexpr std::size_t kIntroductionMax = 6;    // words between "I am" and the name
constexpr std::size_t kOpeningReach = 8;       // more of it, up to a colon or the full stop
constexpr std::size_t kSmallNameMax = 3;       // words of a name in small letters
constexpr std::size_t kByWithin = 5;           // tokens from "given" to "by"
constexpr std::size_t kOpeningTokensMax = 12;  // of an opening line that is a name and an office

class IntroductionReader : NameRoles {
 public:
  IntroductionReader(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                     const Facts& facts)
      : NameRoles(text, knowledge, names, facts) {}

  // The name stands right behind the words that introduce it, or behind offices alone.
  Found introduced() const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const auto at = introduction_at(i);
      if (!at) continue;
      if (Found name = introduces_surely(i) ? name_behind(i, *at, true) : Found{}) return name;
      if (Found name = name_in_small_letters(i, *at)) return name;
    }
    return heading();
  }

  // Other words stand between: "I am scrap dealer Salauddin", "I am her teacher at the school, Anjali Deshmukh."
  Found loosely_introduced() const {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const auto at = introduction_at(i);
      if (!at) continue;
      if (Found name = name_behind(i, *at, false)) return name;
      if (Found name = name_behind_the_comma(i)) return name;
    }
    return {};
  }

  // "ASI Harish Chander, escort guard. ...", "Doctor on duty, Sadar hospital, Dr. Nikhat Parveen. ...": a report that
  // begins with an office and the name of who holds it.
  Found opening_office() const {
    if (Found name = leading_office()) return name;
    std::size_t end = 0;
    bool office = false;
    while (end < tokens_.size() && same_sentence(0, end) && end < kOpeningTokensMax + kOpeningReach) {
      if (end > 0 && colon_before(end)) break;
      if (is(end, "wrong_verb") || one_of(end, {"is", "was", "are", "were", "has", "have", "i", "my"})) return {};
      office = office || is(end, "title") || is(end, "police_rank") || is(end, "occupation") || is(end, "office_post");
      ++end;
    }
    const NameRun* run = end > 0 ? name_at(end - 1) : nullptr;
    if (!office || run == nullptr || only_an_office(*run) || place_like(*run)) return {};
    return found(run->first, run->last);
  }

 private:
  // "Block Development Officer Smt. Lalrinpuii informs ...": the office, and at once the name.
  Found leading_office() const {
    for (std::size_t i = 0; i < kOpeningTokensMax && same_sentence(0, i); ++i) {
      if (const NameRun* run = name_at(i); run != nullptr) {
        const bool office = run->titled || (i > 0 && (is(i - 1, "police_rank") || is(i - 1, "occupation") ||
                                                      tokens_[i - 1].kind == TokenKind::number));
        if (!office || only_an_office(*run) || one_of(run->last + 1, {"ne", "has", "had"}) ||
            is(run->last + 1, "wrong_verb"))
          return {};
        return found(run->first, run->last);
      }
      const bool office = is(i, "title") || is(i, "police_rank") || is(i, "occupation");
      const bool belongs = tokens_[i].capital || tokens_[i].kind == TokenKind::number;
      if (!office && (!belongs || is(i, "starter") || text_.in_value(i))) return {};
    }
    return {};
  }

  // Where a name may follow words that introduce the informant: "I am", "my name is", "complaint of", "informant".
  std::optional<std::size_t> introduction_at(std::size_t i) const {
    if (lower(i) == "i" && lower(i + 1) == "am") return i + 2;
    if (one_of(i, {"i'm", "yours", "i", "myself", "undersigned", "prarthi", "praarthi", "main", "mai", "hum", "ham",
                   "bhavdiya", "aapka"}))
      return i + 1;
    if (lower(i) == "me" && (i == 0 || !same_sentence(i - 1, i) || one_of(i - 1, {"sir", "madam"}))) return i + 1;
    if (const auto at = name_word_at(i)) return at;
    if (const auto at = paper_of_somebody(i)) return at;
    if (one_of(i, {"complainant", "informant", "applicant", "petitioner"})) return lower(i + 1) == "is" ? i + 2 : i + 1;
    if (lower(i) == "signatory" || (lower(i) == "from" && i == 0)) return i + 1;
    return std::nullopt;
  }

  // "Name:" alone may stand before anybody's.
  bool introduces_surely(std::size_t i) const { return !one_of(i, {"name", "naam", "nam"}); }

  // "my name is", "mera naam", "hamar naam", "Name:", ", naam".
  std::optional<std::size_t> name_word_at(std::size_t i) const {
    const bool mine = one_of(i, {"my", "mera", "hamar", "hamara", "mhara", "maro", "mharo", "mora"});
    if (mine && one_of(i + 1, {"name", "naam", "nam"})) return lower(i + 2) == "is" ? i + 3 : i + 2;
    if (!one_of(i, {"name", "naam", "nam"})) return std::nullopt;
    const bool begins =
        i == 0 || !same_sentence(i - 1, i) || text_.text().before(i).find(',') != std::string_view::npos;
    if (colon_before(i + 1) || begins) return i + 1;
    return std::nullopt;
  }

  // "Complaint of", "Fardbeyan of", "Bayan", "Report given on 14 May by", "Submitted by".
  std::optional<std::size_t> paper_of_somebody(std::size_t i) const {
    if (one_of(i, {"complaint", "statement", "information", "report", "impression", "submission", "petition", "request",
                   "application", "fardbeyan", "fardbayan"}) &&
        one_of(i + 1, {"of", "by", "from"}))
      return i + 2;
    if (one_of(i, {"bayan", "beyan"}) && i == 0) return i + 1;
    const bool paper = i > 0 && (is(i - 1, "writing_word") || lower(i - 1) == "information");
    if (!one_of(i, {"signed", "submitted", "reported", "written", "lodged"}) && !(lower(i) == "given" && paper))
      return std::nullopt;
    for (std::size_t k = i + 1; k <= i + kByWithin && same_sentence(i, k); ++k) {
      if (lower(k) == "by" && (k == i + 1 || lower(i) == "signed" || text_.in_value(k - 1) || lower(k - 1) == "is"))
        return k + 1;
    }
    return std::nullopt;
  }

  bool colon_before(std::size_t i) const { return text_.text().before(i).find(':') != std::string_view::npos; }

  // The name behind an introduction: "I am lineman helper ..." gives none, "I mining inspector Rao" does.
  Found name_behind(std::size_t from, std::size_t at, bool at_once) const {
    const bool plain_am = lower(from) == "i" && lower(from + 1) == "am";
    for (std::size_t skip = 0; skip <= kIntroductionMax && same_sentence(from, at + skip); ++skip) {
      const std::size_t i = at + skip;
      if (skip > 0 && text_.text().before(i).find_first_of(",;:(") != std::string_view::npos) break;
      const NameRun* run = name_at(i);
      // "I am Home Guard Manoj": an English word with a capital belongs to the office.
      if (run == nullptr || (plain_am && run->core == run->last && reading::is_english_word(lower(run->core)) &&
                             same_sentence(i, i + 1) && tokens_[i + 1].capital)) {
        if (!leads_to_own_name(i, plain_am || lower(from) == "i'm")) break;
        continue;
      }
      if (at_once && skip > 0 && !office_only(at, i)) break;
      if (only_an_office(*run) || another_person(*run, skip)) break;
      if (plain_am && text_.text().before(at).find(',') != std::string_view::npos) break;
      return found(skip > 0 && office_only(at, i) ? at : run->first, run->last);
    }
    return {};
  }

  // "I am the wife of X", "mai Mathura se hu", "I and my husband X".
  bool another_person(const NameRun& run, std::size_t skip) const {
    if (skip > 0 && leads_to_another(run.first - 1)) return true;
    return one_of(run.last + 1, {"se", "me", "mein", "basti"}) && same_sentence(run.last, run.last + 1);
  }

  // "I am retired teacher aged 63, Sudha Kumari": the sentence that begins so ends with the name.
  Found name_behind_the_comma(std::size_t from) const {
    if (!one_of(from, {"i", "i'm"}) || (lower(from) == "i" && lower(from + 1) != "am")) return {};
    std::size_t last = from;
    while (same_sentence(from, last + 1)) ++last;
    const NameRun* run = name_at(last);
    if (run == nullptr || run->first <= from + 2 || text_.text().before(run->first) != ", " || place_like(*run) ||
        last - from > kOpeningTokensMax)
      return {};
    return found(run->first, run->last);
  }

  // "mera naam sonu kushwaha, ...": behind the word for a name small letters may hold one.
  Found name_in_small_letters(std::size_t from, std::size_t at) const {
    if (!one_of(at - 1, {"name", "naam", "nam", "is"}) || !name_word_at(from) || !same_sentence(from, at)) return {};
    std::size_t end = at;
    while (end < at + kSmallNameMax && same_sentence(from, end) && tokens_[end].kind == TokenKind::word &&
           !tokens_[end].capital && text_.word(end) == reading::kUnknownWord && !text_.filler(end) &&
           (end == at || text_.text().before(end) == " "))
      ++end;
    return end == at ? Found{} : found(at, end - 1);
  }

  // "mining inspector", "HC 1142", "his brother", "the matron": what may stand between "I am" and one's own name. After
  // a plain "I am" any noun may: "scrap dealer".
  bool leads_to_own_name(std::size_t i, bool plain_am) const {
    if (leads_to_another(i) || tokens_[i].lower.ends_with("ing") ||
        one_of(i, {"sure", "afraid", "told", "certain", "not", "very", "now", "so", "and", "aur", "am", "was"}))
      return false;
    return is(i, "title") || is(i, "police_rank") || is(i, "occupation") || is(i, "role") || is(i, "kin") ||
           is(i, "victim_kin") || is(i, "org_noun") || text_.filler(i) || tokens_[i].kind == TokenKind::number ||
           one_of(i, {"the", "a", "an", "his", "her", "their", "of", "in", "charge", "s", "home", "retired"}) ||
           (tokens_[i].kind == TokenKind::word && !is(i, "wrong_verb") &&
            (plain_am || text_.word(i) == reading::kUnknownWord));
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

  // "Software engineer Nikhil here.", "Traffic constable here."
  Found heading() const {
    for (const NameRun& run : names_) {
      if (lower(run.last + 1) == "here" && tokens_[run.first].sentence == 0) return found(0, run.last);
    }
    return {};
  }
};

}  // namespace

Found introduced_name(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                      const Facts& facts) {
  return IntroductionReader(text, knowledge, names, facts).introduced();
}

Found loosely_introduced_name(const reading::CueText& text, const Knowledge& knowledge,
                              const std::vector<NameRun>& names, const Facts& facts) {
  return IntroductionReader(text, knowledge, names, facts).loosely_introduced();
}

Found opening_name(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                   const Facts& facts) {
  return IntroductionReader(text, knowledge, names, facts).opening_office();
}

}  // namespace dossier::fir
