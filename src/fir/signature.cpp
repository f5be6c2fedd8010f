#include "fir/informant.h"
#include "fir/name_roles.h"
#include "reading/english_words.h"

namespace dossier::fir {
namespace {

using reading::Token;
using reading::TokenKind;

constexpr std::size_t kSignatureTokensMax = 14;  // name, rank, parentage, village and a phone
constexpr std::size_t kTokensMoreAbove = 6;      // may stand in each sentence above the last that signs too
constexpr int kSigningSentencesMax = 3;
constexpr std::size_t kNameTokensMax = 4;      // of a signature in small letters
constexpr std::size_t kClosingTokensMax = 12;  // of a closing line that is a name and an office
constexpr std::size_t kClosingReach = 40;      // tokens from "faithfully" to the end
constexpr std::size_t kNameWithin = 8;         // tokens of a closing line in which the name stands
constexpr std::size_t kOfficeTokensMax = 3;    // before the name: "Ward boy Ramu"

class SignatureReader : NameRoles {
 public:
  SignatureReader(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                  const Facts& facts)
      : NameRoles(text, knowledge, names, facts) {}

  // Behind "Yours faithfully", or a closing line of nothing but a name and what stands beside names. Sentences above it
  // too, when the last is a number or a place alone.
  Found signed_with_name() const {
    for (std::size_t i = tokens_.size(); i-- > 0 && i + kClosingReach > tokens_.size();) {
      if (!is_closing(i) || i + 1 >= tokens_.size()) continue;
      if (const NameRun* run = name_at(i + 1); run != nullptr) return with_its_office(i + 1, *run);
    }
    std::size_t begin = behind_the_last_dash(last_sentence());
    for (int tries = 0; tries < kSigningSentencesMax; ++tries) {
      const std::size_t most = kSignatureTokensMax + static_cast<std::size_t>(tries) * kTokensMoreAbove;
      if (tokens_.size() - begin <= most && all_signature(begin)) {
        if (const NameRun* run = first_name(begin)) return with_its_office(begin, *run);
        if (Found name = capitals_at(begin)) return name;
      }
      if (begin == 0) break;
      --begin;
      while (begin > 0 && tokens_[begin - 1].sentence == tokens_[begin].sentence) --begin;
    }
    return {};
  }

  // "... Kindly find it. Anagha Menon, animal volunteer": the last sentence, or what follows its last line break, is a
  // name and what the person is; nothing happens in it.
  Found closing_name() const {
    std::size_t begin = last_sentence();
    for (std::size_t i = tokens_.size() - 1; i > begin; --i) {
      if (text_.text().before(i).find_first_of(";\n") != std::string_view::npos) begin = i;
    }
    if (tokens_.size() - begin > kClosingTokensMax) return {};
    for (std::size_t i = begin; i < tokens_.size(); ++i) {
      if (is(i, "wrong_verb") || names_others(i) ||
          one_of(i, {"is", "was", "are", "were", "has", "have", "had", "please", "i", "we", "want"}))
        return {};
    }
    const NameRun* run = first_name(begin);
    if (run == nullptr || run->first > begin + 5 || only_an_office(*run)) return {};
    return with_its_office(begin, *run);
  }

  // "... plz find my bike. mohan lal sahu": a last sentence of a few words that are no words of ours.
  Found in_small_letters() const {
    const std::size_t begin = last_sentence();
    if (begin == 0 || tokens_.size() - begin > kNameTokensMax) return {};
    for (std::size_t i = begin; i < tokens_.size(); ++i) {
      const bool known = text_.word(i) != reading::kUnknownWord && text_.vocabulary().classes_of(text_.word(i)).any();
      const bool latin = tokens_[i].lower.front() >= 'a' && tokens_[i].lower.front() <= 'z';
      if (!latin || tokens_[i].kind == TokenKind::number || text_.filler(i) || known || is(i, "starter") ||
          is(i, "not_name"))
        return {};
    }
    return found(begin, tokens_.size() - 1);
  }

 private:
  bool signature_word(std::size_t i) const {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::number || token.capital || token.glued) return true;
    return is(i, "signature_word") || is(i, "title") || is(i, "occupation") || is(i, "police_rank") ||
           is(i, "place_noun") || is(i, "kin") || is(i, "role") || is(i, "org_noun") ||
           text_.text().before(i + 1).find(':') != std::string_view::npos;
  }

  bool is_closing(std::size_t i) const {
    return one_of(i, {"faithfully", "sincerely", "obediently", "truly", "applicant", "complainant", "regards", "thanks",
                      "prarthi", "praarthi", "bhavdiya", "informant", "petitioner", "sd"});
  }

  std::size_t last_sentence() const {
    std::size_t begin = tokens_.size() - 1;
    while (begin > 0 && tokens_[begin - 1].sentence == tokens_.back().sentence) --begin;
    return begin;
  }

  // "... in my shop. - Raju Gurjar" and "... Raju Gurjar" after a dash inside the last sentence.
  std::size_t behind_the_last_dash(std::size_t begin) const {
    for (std::size_t i = tokens_.size() - 1; i > begin; --i) {
      const auto gap = text_.text().before(i);
      if (gap.find(" -") != std::string_view::npos || gap.find("\u2014") != std::string_view::npos ||
          gap.find("\u2013") != std::string_view::npos)
        return i;
    }
    return begin;
  }

  // "Witness Pinky Devi.", "Accused: Ramu", "Ravi saw it": such a line names somebody else.
  bool names_others(std::size_t i) const {
    return is(i, "witness_word") || is(i, "witness_verb") || is(i, "accusing") || is(i, "suspect_word") ||
           is(i, "telling_verb") || is(i, "capture_verb");
  }

  bool all_signature(std::size_t begin) const {
    for (std::size_t i = begin; same_sentence(begin, i); ++i) {
      if (!signature_word(i) || names_others(i)) return false;
    }
    return true;
  }

  // "... Sasmita, Cuttack": at the foot a name may be a word we know; an English one is none.
  Found capitals_at(std::size_t begin) const {
    std::size_t end = begin;
    while (same_sentence(begin, end) && end < begin + kNameTokensMax && tokens_[end].capital &&
           tokens_[end].kind == TokenKind::word && !is(end, "starter") && !is(end, "not_name") && !place_noun(end) &&
           !is(end, "town") && !reading::is_english_word(lower(end)) &&
           (end == begin || text_.text().before(end).find_first_of(",.(") == std::string_view::npos))
      ++end;
    return end == begin || begin == 0 ? Found{} : found(begin, end - 1);
  }

  // "Thangam Silks, R. Thangavel", "near Sirsi Banavasi road, Ganapati Hegde": a place or a house of business may stand
  // before the name.
  const NameRun* first_name(std::size_t begin) const {
    const NameRun* first = nullptr;
    for (const NameRun& run : names_) {
      if (is(run.last, "town") && !run.titled && !place_noun(run.last) && run.first == run.last) continue;
      if (run.last < begin || run.first >= begin + kNameWithin) continue;
      if (first == nullptr) first = &run;
      const bool plate =
          run.first == run.last && tokens_[run.first].all_capitals && tokens_[run.first].lower.size() <= 3;
      const bool led =
          run.first > begin && (place_noun(run.first - 1) || one_of(run.first - 1, {"near", "at", "place"}));
      if (!plate && !led && !place_like(run) && !is(run.last, "org_noun")) return &run;
    }
    return first;
  }

  // The words before the name are its office ("Ward boy Ramu"), unless they are many.
  Found with_its_office(std::size_t begin, const NameRun& run) const {
    bool office = begin < run.first && run.first - begin <= kOfficeTokensMax;
    for (std::size_t i = begin; i < run.first; ++i)
      office = office && tokens_[i].kind == TokenKind::word && !is(i, "value_word") && !text_.in_value(i) &&
               !is(i, "starter") && !place_noun(i);
    return found(office ? begin : run.first, run.last);
  }
};

}  // namespace

Found signed_name(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                  const Facts& facts) {
  const SignatureReader reader(text, knowledge, names, facts);
  if (Found name = reader.signed_with_name()) return name;
  return reader.closing_name();
}

Found name_in_small_letters(const reading::CueText& text, const Knowledge& knowledge, const std::vector<NameRun>& names,
                            const Facts& facts) {
  return SignatureReader(text, knowledge, names, facts).in_small_letters();
}

}  // namespace dossier::fir
