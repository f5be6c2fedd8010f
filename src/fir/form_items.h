#pragma once

#include "fir/entries.h"
#include "fir/form.h"

// The items of the form, block by block, with their labels in English and Hindi. For form.cpp.
namespace dossier::fir {

// other: no report is registered (form_outcomes.h).
enum class FormKind : std::uint8_t { fir, zero_fir, ncr, other };

// Items 1 to 11: what is known, in fields and tables (form_particulars.cpp).
void add_particulars(const FormFacts& facts, FormKind kind, std::vector<publish::Block>& blocks);

// Items 12 to 15: what was said and what was done (form_contents.cpp).
void add_contents(const FormFacts& facts, FormKind kind, std::vector<publish::Block>& blocks);

// The annex to item 7 (form_contents.cpp).
void add_annex(const FormFacts& facts, std::vector<publish::Block>& blocks);

// The heading of an item. The reports have their numbers from the form; the others are numbered as they come.
publish::Heading form_heading(FormKind kind, const std::vector<publish::Block>& blocks, const char* number,
                              publish::Label label);

// Puts entries of lists (entries.h) into the lists of the form.
void fill_lists(const std::vector<ReadAttribute>& attributes, FormFacts& form);

// The accused and the property: the lists, or, where those are empty, the lines of `accused.persons` ("name,
// particulars") and `property` ("description, Rs value").
std::vector<FormPerson> form_accused(const FormFacts& facts);
std::vector<FormProperty> form_property(const FormFacts& facts);

// A field of the form that shows the value of the name. `shown` writes it.
publish::Field form_field(const FormFacts& facts, std::string mark, publish::Label label, std::string_view name,
                          int share, std::string (*shown)(std::string_view) = nullptr);

}  // namespace dossier::fir
