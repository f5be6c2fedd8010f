#include "fir/case_duties.h"

#include "fir/case_facts.h"

#include <algorithm>
#include <charconv>

namespace dossier::fir {
namespace {

using std::chrono::hours;

constexpr hours kDay{24};
// "Forthwith" has no hours; a day after it the duty is shown as overdue.
constexpr hours kForthwith = kDay;

bool has_duty(const Case& state, std::string_view duty) {
  const auto& all = state.offences();
  return std::any_of(all.begin(), all.end(), [&](const CaseOffence& o) {
    return std::find(o.duties.begin(), o.duties.end(), duty) != o.duties.end();
  });
}

// The number of a section of the Sanhita, 0 for other acts.
int sanhita_section(const CaseOffence& offence) {
  const std::string_view entry = offence.entry.empty() ? offence.section : std::string_view(offence.entry);
  const bool sanhita = offence.entry.empty() ? offence.act == "BNS" : entry.starts_with("BNS ");
  const std::string_view number = sanhita && !offence.entry.empty() ? entry.substr(4) : entry;
  int section = 0;
  if (sanhita) std::from_chars(number.data(), number.data() + number.size(), section);
  return section;
}

bool any_section(const Case& state, bool (*within)(int)) {
  const auto& all = state.offences();
  return std::any_of(all.begin(), all.end(), [&](const CaseOffence& o) { return within(sanhita_section(o)); });
}

bool of_act(const Case& state, std::string_view act) {
  const auto& all = state.offences();
  return std::any_of(all.begin(), all.end(), [&](const CaseOffence& o) { return o.act == act; });
}

double gravest(const Case& state) {
  double years = 0;
  for (const CaseOffence& o : state.offences()) {
    if (o.cognizable != Answer::no) years = std::max(years, o.max_years);
  }
  return years;
}

bool is(const Case& state, std::string_view field, std::string_view value) {
  return state.fact_value(field) == value;
}
bool given(const Case& state, std::string_view field) {
  return !state.fact_value(field).empty();
}
bool registers(const Case& state) {
  return state.route == "FIR" || state.route == "ZERO_FIR";
}
bool reports(const Case& state) {
  return registers(state) || state.route == "NCR";
}
bool against_woman(const Case& state) {
  return has_duty(state, "woman_officer") ||
         any_section(state, [](int s) { return (s >= 64 && s <= 71) || (s >= 74 && s <= 79) || s == 124; });
}
bool is_rape(const Case& state) {
  return has_duty(state, "medical_24h") || any_section(state, [](int s) { return s >= 64 && s <= 71 && s != 69; });
}
bool is_prepared(const Case& state) {
  return !state.route.empty();
}

// In the order in which they fall due.
constexpr std::array kRules = {
    DutyRule{"information_kind",
             "Form, item 4",
             "State whether the information was written, oral or electronic.",
             DutyTerm::before_final,
             {},
             is_prepared,
             [](const Case& c) { return given(c, "information.kind"); }},
    DutyRule{"route_settled",
             "BNSS 173, 174",
             "The text does not show where the complaint goes: ask the informant, or choose the route.",
             DutyTerm::before_final,
             {},
             [](const Case& c) { return c.route == "CLARIFY"; }},
    DutyRule{"law_settled",
             "BNS 358",
             "The day of the offence decides the code: ask for it, or choose the code with the offences.",
             DutyTerm::before_final,
             {},
             [](const Case& c) { return reports(c) && c.law == "UNKNOWN"; }},
    DutyRule{"sections_named",
             "Form, item 2",
             "Name the sections of the offences.",
             DutyTerm::before_final,
             {},
             [](const Case& c) { return reports(c) && c.offences().empty(); }},
    DutyRule{"read_over",
             "BNSS 173(1)",
             "Read it over to the informant, who signs it.",
             DutyTerm::before_final,
             {},
             [](const Case& c) { return is_prepared(c) && !is(c, "information.kind", "electronic"); }},
    DutyRule{"electronic_signature", "BNSS 173(1)", "Have the electronic information signed within three days.",
             DutyTerm::before_final, 3 * kDay, [](const Case& c) { return is(c, "information.kind", "electronic"); }},
    DutyRule{"woman_officer",
             "BNSS 173(1)",
             "Information given by the woman concerned is recorded by a woman officer.",
             DutyTerm::before_final,
             {},
             [](const Case& c) { return against_woman(c) && !is(c, "informant.is_victim", "no"); }},
    DutyRule{
        "disabled_person",
        "BNSS 173(1), 183(6)(a)",
        "Record the disabled person at home or at a place of choice, with interpreter or special educator, on video; "
        "arrange the statement before a Magistrate.",
        DutyTerm::before_final,
        {},
        [](const Case& c) { return is(c, "victim.disabled", "yes"); }},
    DutyRule{"victim_age",
             "POCSO 2(1)(d)",
             "State the victim's age as told or proved; it is never inferred.",
             DutyTerm::before_final,
             {},
             [](const Case& c) { return has_duty(c, "child_age"); },
             [](const Case& c) { return given(c, "victim.age"); }},
    DutyRule{"child_statement",
             "POCSO 24",
             "Record the child where it lives, by a woman officer not in uniform; no child at the station at night.",
             DutyTerm::before_final,
             {},
             [](const Case& c) { return has_duty(c, "pocso_report"); }},
    DutyRule{"preliminary_enquiry_leave",
             "BNSS 173(3)",
             "A preliminary enquiry needs the leave of an officer not below DSP, and an offence of three to under "
             "seven years.",
             DutyTerm::before_final,
             {},
             [](const Case& c) { return given(c, "preliminary_enquiry.began_at"); }},
    DutyRule{"preliminary_enquiry_barred",
             "BNSS 173(3), SC/ST Act 18A",
             "No preliminary enquiry is allowed here: end it and register.",
             DutyTerm::before_final,
             {},
             [](const Case& c) {
               return given(c, "preliminary_enquiry.began_at") &&
                      (gravest(c) >= 7 || has_duty(c, "no_preliminary_enquiry"));
             }},
    DutyRule{"preliminary_enquiry_end", "BNSS 173(3)", "End the preliminary enquiry within fourteen days.",
             DutyTerm::before_final, 14 * kDay, [](const Case& c) { return given(c, "preliminary_enquiry.began_at"); }},
    DutyRule{"aggrieved_informs",
             "BNS 85 / First Schedule",
             "Cruelty is cognizable when the aggrieved woman, a relative or a notified public servant informs.",
             DutyTerm::before_final,
             {},
             [](const Case& c) { return has_duty(c, "relative_informant"); }},
    DutyRule{"public_servant_complains",
             "BNSS 215",
             "The court needs the written complaint of the public servant concerned.",
             DutyTerm::before_final,
             {},
             [](const Case& c) { return has_duty(c, "order_complaint"); }},
    DutyRule{"quantity_weighed",
             "NDPS",
             "State the weighed quantity and the formalities of sections 42, 43 and 50.",
             DutyTerm::before_final,
             {},
             [](const Case& c) { return has_duty(c, "quantity"); }},
    DutyRule{"investigator_dsp",
             "SC/ST Rules 7, PC Act 17",
             "The investigator is not below DSP.",
             DutyTerm::before_final,
             {},
             [](const Case& c) { return registers(c) && has_duty(c, "rank_dsp"); }},
    DutyRule{"investigator_inspector",
             "IT Act 78",
             "The investigator is not below Inspector.",
             DutyTerm::before_final,
             {},
             [](const Case& c) { return registers(c) && has_duty(c, "rank_inspector"); }},
    DutyRule{"medical_examination", "BNSS 184", "Send the victim to a registered medical practitioner within a day.",
             DutyTerm::from_received, kDay, is_rape},
    DutyRule{"child_welfare", "POCSO 19(6)", "Tell the Child Welfare Committee and the Special Court within a day.",
             DutyTerm::from_received, kDay, [](const Case& c) { return has_duty(c, "pocso_report"); }},
    DutyRule{"free_treatment",
             "BNSS 397",
             "See that the hospital treats the victim free of charge.",
             DutyTerm::unlimited,
             {},
             [](const Case& c) { return has_duty(c, "free_treatment"); }},
    DutyRule{"hold_money",
             "Advisory 1930",
             "Report the transaction to 1930 or the cyber crime portal at once.",
             DutyTerm::unlimited,
             {},
             [](const Case& c) { return has_duty(c, "cyber_freeze"); }},
    DutyRule{"copy_to_informant", "BNSS 173(2)", "Give a copy free of cost to the informant or the victim, forthwith.",
             DutyTerm::from_final, kForthwith, registers},
    DutyRule{"report_to_magistrate", "BNSS 176(1)", "Send the report to the Magistrate, forthwith.",
             DutyTerm::from_final, kForthwith, registers},
    DutyRule{"transfer_zero_fir", "BNSS 173(1)", "Transfer the case to the station that has jurisdiction.",
             DutyTerm::from_final, kForthwith, [](const Case& c) { return c.route == "ZERO_FIR"; }},
    DutyRule{"refer_to_magistrate", "BNSS 174(1)", "Refer the informant of a non-cognizable offence to the Magistrate.",
             DutyTerm::from_final, kForthwith, [](const Case& c) { return c.route == "NCR"; }},
    DutyRule{"fortnightly_diary", "BNSS 174(1)",
             "Send the daily diary of such cases to the Magistrate every fortnight.", DutyTerm::from_final, 14 * kDay,
             [](const Case& c) { return c.route == "NCR"; }},
    DutyRule{"refusal_explained",
             "BNSS 173(4)",
             "Tell the informant of the way to the Superintendent and then to the Magistrate.",
             DutyTerm::before_final,
             {},
             [](const Case& c) { return is(c, "action.taken", "refused"); }},
    DutyRule{"publish", "Supreme Court, 2016", "Upload the report within a day.", DutyTerm::from_final, kDay,
             [](const Case& c) { return registers(c) && !c.sensitive; }},
    DutyRule{"keep_unpublished",
             "BNS 72, POCSO 23, JJ Act 74",
             "Keep the report off the public site; only the redacted copy may leave the station.",
             DutyTerm::unlimited,
             {},
             [](const Case& c) { return c.sensitive; }},
    DutyRule{"forensic_visit",
             "BNSS 176(3)",
             "Seven years or more: forensic expert at the scene, on video.",
             DutyTerm::unlimited,
             {},
             [](const Case& c) { return registers(c) && gravest(c) >= 7; }},
    DutyRule{"evidence_certificate",
             "BSA 63(4)",
             "Keep electronic evidence with its certificate of device and hash.",
             DutyTerm::unlimited,
             {},
             [](const Case& c) { return has_duty(c, "evidence_certificate"); }},
    DutyRule{"two_months", "BNSS 193(2)", "Complete the investigation within two months.", DutyTerm::from_received,
             61 * kDay,
             [](const Case& c) { return registers(c) && (has_duty(c, "two_months") || of_act(c, "POCSO")); }},
    DutyRule{"progress_told", "BNSS 193(3)", "Tell the informant or victim of the progress within ninety days.",
             DutyTerm::from_final, 90 * kDay, registers},
};

std::optional<WallTime> due_of(const DutyRule& rule, const Case& state) {
  if (rule.time == hours{}) return std::nullopt;
  if (rule.id == "preliminary_enquiry_end") {
    const auto began = moment_of(state.fact_value("preliminary_enquiry.began_at"));
    return began ? std::optional(*began + rule.time) : std::nullopt;
  }
  if (rule.term == DutyTerm::from_final)
    return state.finalised ? std::optional(state.finalised->at + rule.time) : std::nullopt;
  return moment_of(state.fact_value("information.received_at")).value_or(state.received_at) + rule.time;
}

DutyRecord as_it_stands(const DutyRule& rule, const Case& state, DutyRecord duty, WallTime now) {
  duty.due = due_of(rule, state);
  const bool settled = duty.state == DutyState::excused || duty.state == DutyState::not_applicable ||
                       (duty.state == DutyState::done && rule.met == nullptr);
  if (settled) return duty;
  const bool done = rule.met != nullptr && rule.met(state);
  if (done && duty.state != DutyState::done) duty.at = now;
  if (!done) duty.at.reset();
  duty.state = done ? DutyState::done : DutyState::open;
  return duty;
}

}  // namespace

std::span<const DutyRule> duty_rules() {
  return kRules;
}

const DutyRule* find_duty_rule(std::string_view id) {
  const auto* const at = std::find_if(kRules.begin(), kRules.end(), [&](const DutyRule& r) { return r.id == id; });
  return at == kRules.end() ? nullptr : at;
}

std::vector<DutyRecord> changed_duties(const Case& state, WallTime now) {
  std::vector<DutyRecord> changed;
  for (const DutyRule& rule : kRules) {
    const DutyRecord* known = state.duty(rule.id);
    const bool stands = rule.applies(state);
    if (known == nullptr && !stands) continue;
    DutyRecord duty = known != nullptr ? *known : DutyRecord{.id = std::string(rule.id)};
    if (stands) {
      duty = as_it_stands(rule, state, std::move(duty), now);
    } else if (duty.state == DutyState::open) {
      duty.state = DutyState::lapsed;
    }
    if (known == nullptr || !(duty == *known)) changed.push_back(std::move(duty));
  }
  return changed;
}

bool is_broken(const DutyRecord& duty, WallTime now) {
  if (!duty.due) return false;
  if (duty.state == DutyState::open) return now > *duty.due;
  return duty.state == DutyState::done && duty.at && *duty.at > *duty.due;
}

std::vector<const DutyRecord*> blocking_duties(const Case& state, WallTime now) {
  std::vector<const DutyRecord*> blocking;
  for (const DutyRecord& duty : state.duties) {
    const DutyRule* rule = find_duty_rule(duty.id);
    const bool first = rule != nullptr && rule->term == DutyTerm::before_final && duty.state == DutyState::open;
    if (first || (is_broken(duty, now) && duty.reason.empty())) blocking.push_back(&duty);
  }
  return blocking;
}

}  // namespace dossier::fir
