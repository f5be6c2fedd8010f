#pragma once

#include "fir/form.h"

// The items of the form, block by block, with their labels in English and Hindi. For form.cpp.
namespace dossier::fir {

enum class FormKind : std::uint8_t { fir, zero_fir, ncr };

// Items 1 to 11: what is known, in fields and tables (form_particulars.cpp).
void add_particulars(const FormFacts& facts, FormKind kind, std::vector<publish::Block>& blocks);

// Items 12 to 15: what was said and what was done (form_contents.cpp).
void add_contents(const FormFacts& facts, FormKind kind, std::vector<publish::Block>& blocks);

// The annex to item 7 (form_contents.cpp).
void add_annex(const FormFacts& facts, std::vector<publish::Block>& blocks);

// The accused and the property: the lists, or, where those are empty, the lines of `accused.persons` ("name,
// particulars") and `property` ("description, Rs value").
std::vector<FormPerson> form_accused(const FormFacts& facts);
std::vector<FormProperty> form_property(const FormFacts& facts);

// A field of the form that shows the value of the name. `shown` writes it.
publish::Field form_field(const FormFacts& facts, std::string mark, publish::Label label, std::string_view name,
                          int share, std::string (*shown)(std::string_view) = nullptr);

}  // namespace dossier::fir
