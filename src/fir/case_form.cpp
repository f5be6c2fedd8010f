#include "fir/case_form.h"

#include "fir/case_facts.h"

#include <algorithm>
#include <map>

namespace dossier::fir {
namespace {

constexpr std::string_view kBlank = "________", kWithheld = "[withheld]";
constexpr std::size_t kNameBytesMin = 3;  // shorter words of a name are initials and particles

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

std::vector<std::string> words_of(const std::vector<std::string>& names) {
  std::vector<std::string> words;
  for (const std::string& name : names) {
    std::string word;
    for (const char c : name + " ") {
      if (is_letter(c)) {
        word += lower(c);
      } else if (!word.empty()) {
        if (word.size() >= kNameBytesMin) words.push_back(word);
        word.clear();
      }
    }
  }
  return words;
}

// Calls each(begin, end, is_name) for the runs of letters of the text.
template <class F>
void each_word(std::string_view text, const std::vector<std::string>& names, F each) {
  for (std::size_t i = 0; i < text.size();) {
    std::size_t end = i;
    std::string word;
    while (end < text.size() && is_letter(text[end])) word += lower(text[end++]);
    if (end == i) {
      ++i;
      continue;
    }
    each(i, end, std::find(names.begin(), names.end(), word) != names.end());
    i = end;
  }
}

class Form {
 public:
  Form(const Case& state, FormCopy copy) : case_(state), hides_(copy == FormCopy::redacted && state.sensitive) {}

  std::string text() {
    heading();
    occurrence();
    people();
    property();
    contents();
    action();
    return std::move(out_);
  }

 private:
  std::string value(std::string_view field, bool identifies = false) const {
    const std::string_view found = case_.fact_value(field);
    if (found.empty()) return std::string(kBlank);
    return hides_ && identifies ? std::string(kWithheld) : std::string(found);
  }
  void line(const std::string& text) { out_ += text + "\n"; }

  void heading() {
    if (!case_.finalised) line("DRAFT - not a registered report\n");
    if (hides_) line("REDACTED COPY - who the victim is may not be made known (BNS 72, POCSO 23)\n");
    line(case_.route == "NCR" ? "NON-COGNIZABLE REPORT\nUnder section 174 BNSS"
                              : "FIRST INFORMATION REPORT (I.I.F.-I)\nUnder section 173 BNSS");
    if (case_.route == "ZERO_FIR") line("Registered with number 0 for transfer to the station named in item 5(c)");
    line("");
    const std::string registered = value("fir.registered_at");
    line(" 1. District " + value("station.district") + "  P.S. " + value("station.name") + "  Year " +
         (registered == kBlank ? registered : registered.substr(0, 4)) + "  FIR No. " + value("fir.number") +
         "  Date and time " + registered);
    line(" 2. Acts and sections");
    std::map<std::string, std::string> acts;
    std::vector<std::string> order;
    for (const CaseOffence& offence : case_.offences()) {
      std::string& list = acts[offence.act];
      if (list.empty()) order.push_back(offence.act);
      list += (list.empty() ? "" : ", ") + offence.section;
    }
    if (order.empty()) line("      " + std::string(kBlank));
    for (std::size_t i = 0; i < order.size(); ++i)
      line("      " + std::to_string(i + 1) + ". " + order[i] + ": " + acts[order[i]]);
  }

  void occurrence() {
    const std::string_view to = case_.fact_value("occurrence.date_to");
    const std::string from = value("occurrence.date");
    line(" 3. (a) Occurrence: from " + from + " to " + (to.empty() ? from : std::string(to)) + ", time " +
         value("occurrence.time"));
    line("    (b) Information received: " + value("information.received_at"));
    line("    (c) General Diary: entry " + value("gd.entry") + ", " + value("gd.at"));
    line(" 4. Type of information: " + value("information.kind"));
    line(" 5. Place: (a) direction and distance " + value("place.direction_distance") + ", beat " +
         value("place.beat"));
    line("    (b) " + value("occurrence.place"));
    line("    (c) other station " + value("place.other_station") + ", district " + value("place.other_district"));
  }

  void people() {
    line(" 6. Informant: " + value("complainant.name", true));
    line("    Father's/husband's name " + value("complainant.relative", true) + ", born " + value("complainant.born") +
         ", age " + value("complainant.age") + ", nationality " + value("complainant.nationality"));
    line("    Identity document " + value("complainant.id_document", true) + ", occupation " +
         value("complainant.occupation"));
    line("    Address " + value("complainant.address", true) + ", phone " + value("complainant.phone", true));
    line(" 7. Accused: " + value("accused.count"));
    std::string persons(case_.fact_value("accused.persons"));
    if (persons.empty()) persons = std::string(kBlank);
    line("    " + shown(persons));
    line(" 8. Reasons for delay: " + shown(value("delay.reason")));
  }

  void property() {
    line(" 9. Property: " + shown(value("property")));
    line("10. Total value (Rs): " + value("total_value"));
    line("11. Inquest / U.D. case No.: " + value("inquest.number"));
  }

  void contents() {
    line("12. First information contents\n");
    const bool oral = case_.fact_value("information.kind") == "oral";
    const StepRecord& transcript = case_.step(Step::transcript);
    // A written complaint stands as it was given, whatever was corrected for reading.
    if (!oral && !transcript.versions.empty()) line(shown(transcript.versions.front().text) + "\n");
    const StepVersion* narrative = case_.step(Step::narrative).version();
    if (narrative != nullptr) line((oral ? "" : "As drafted from it:\n\n") + shown(narrative->text) + "\n");
  }

  void action() {
    line("13. Action taken: " + value("action.taken") + ", reason " + value("action.reason"));
    line("    Investigator " + value("investigator.name") + ", rank " + value("investigator.rank") + ", No. " +
         value("investigator.number"));
    line("    Read over to the informant, admitted to be correctly recorded, copy given free of cost. R.O.A.C.");
    line("    Officer in charge " + value("officer.name") + ", rank " + value("officer.rank") + ", No. " +
         value("officer.number"));
    line("14. Signature / thumb impression of the informant: " + std::string(kBlank));
    line("15. Dispatch to the court: " + value("dispatch.at"));
  }

  std::string shown(const std::string& text) const { return hides_ ? redacted(case_, text) : text; }

  const Case& case_;
  const bool hides_;
  std::string out_;
};

}  // namespace

std::string write_form(const Case& state, FormCopy copy) {
  return Form(state, copy).text();
}

std::string redacted(const Case& state, std::string_view text) {
  if (!state.sensitive) return std::string(text);
  const std::vector<std::string> names = words_of(state.protected_names);
  std::string out;
  std::size_t done = 0;
  each_word(text, names, [&](std::size_t begin, std::size_t end, bool name) {
    out += text.substr(done, begin - done);
    name ? out += kWithheld : out += text.substr(begin, end - begin);
    done = end;
  });
  return out += text.substr(done);
}

bool names_protected(const Case& state, std::string_view text) {
  if (!state.sensitive) return false;
  // Family names are shared with the accused often enough: the first word of each name tells.
  std::vector<std::string> first;
  for (const std::string& name : state.protected_names) {
    const auto words = words_of({name});
    if (!words.empty()) first.push_back(words.front());
  }
  bool found = false;
  each_word(text, first, [&](std::size_t, std::size_t, bool name) { found |= name; });
  return found;
}

}  // namespace dossier::fir
