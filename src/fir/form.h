#pragma once

#include "base/date.h"
#include "fir/draft.h"
#include "publish/sheet.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// The First Information Report as a form: what stands in its fifteen items and its annex, from what is known of a case.
// docs/publish.md shows it. What nobody gave is blank: nothing is made up, nothing is filled in from habit.
namespace dossier::fir {

enum class FormOrigin : std::uint8_t { complaint, officer, machine };

struct FormValue {
  std::string text;  // empty: blank
  FormOrigin origin = FormOrigin::complaint;
};

// One line of item 2.
struct FormAct {
  std::string act;
  std::vector<std::string> sections;
};

// One line of item 7.
struct FormPerson {
  std::string name, alias, relative, address;
  std::string particulars;  // "neighbour, aged 22": stands beside the name
};

// One line of item 9.
struct FormProperty {
  std::string category, type, description, value;  // value: rupees, "45000.00"
};

// One line of item 6(g).
struct FormIdentityPaper {
  std::string type, number;
};

// One line of the annex to item 7: only what the informant gave.
struct FormFeatures {
  std::string sex, born, build, height_cm, complexion, marks;
  std::string deformities, teeth, hair, eyes, habits, dress;
  std::string languages, burn, leucoderma, mole, scar, tattoo;
  std::string number = {};  // of the accused in item 7; empty: the place in the list
};

// What is known when the form is filled. `values` go by name:
//   station.district, station.name, fir.number, fir.registered_at, occurrence.date, .date_to, .time, .time_to, .pahar,
//   information.received_at, information.kind (written, oral, electronic), gd.entry, gd.at, place.direction_distance,
//   place.beat, place.other_station, place.other_district, occurrence.place, complainant.name, .relative, .born, .age,
//   .nationality, .uid, .passport, .passport_issued_on, .passport_issued_at, .id_document, .occupation, .address,
//   .permanent_address, .phone, accused.count, accused.persons and property (a line each, where the lists below are
//   empty), delay.reason, total_value (rupees), inquest.number, action.taken (registered, directed, refused,
//   transferred, recorded), action.reason, investigator.name, .rank, .number, officer.name, .rank, .number,
//   dispatch.at; of an NCR magistrate.court and .order.
// Days are "YYYY-MM-DD", moments "YYYY-MM-DD HH:MM" in Indian time, times "HH:MM"; what has another form is shown as it
// is. Other names are ignored.
struct FormFacts {
  std::string route;       // ZERO_FIR and NCR have variants of their own; so has what is no report (form_outcomes.h)
  bool finalised = false;  // else DRAFT on every page
  std::map<std::string, FormValue, std::less<>> values;
  std::vector<FormAct> acts;
  std::vector<FormPerson> accused, victims;  // victims: also who is missing or dead; only where no report is registered
  std::vector<FormProperty> property;
  std::vector<FormIdentityPaper> identity_papers;
  std::vector<FormFeatures> features;
  std::string complaint;                     // as given; item 12 has it verbatim
  std::string narrative;                     // for oral information it alone is item 12
  std::vector<std::string> questions;        // to the informant; shown where nothing can be decided before
  std::vector<std::string> protected_names;  // of victims, and of others by whom they would be known
  bool identity_withheld = false;            // set by without_identities
  std::string file_number;                   // Dossier's own, in the foot; never the number of the report
  std::string journal_digest;                // of the case's last event
  std::string made_at;                       // the moment the document is dated; empty: undated

  std::string_view value(std::string_view name) const;  // empty when blank
};

// What a complaint's draft gives the form. Everything only the station knows stays blank.
FormFacts form_facts(const Draft& draft, std::string made_at = {});

// The form, laid out as blocks.
publish::Sheet form_sheet(const FormFacts& facts);

}  // namespace dossier::fir
