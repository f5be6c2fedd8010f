#pragma once

#include "desks/fir/statute_store.h"
#include "fir/case.h"
#include "net/fields.h"
#include "net/incoming.h"

namespace dossier::desks::fir {

// How the text of the law looks from outside, and what its routes take.

struct StatuteView {
  std::string act, section;
  std::optional<std::string> title;
  std::string text, source, notice;
  std::optional<std::string> shown_for;
  static const net::Fields& fields();
};
StatuteView view_of(const StatuteSection& section);

// The texts of the sections of a case, in their order, each once; what is not loaded is left out.
std::vector<StatuteView> statutes_of(const Statutes& statutes, const std::vector<dossier::fir::CaseOffence>& offences);

struct LoadedActView {
  std::string act, source;
  std::int64_t sections = 0;
  static const net::Fields& fields();
};
struct StatutesView {
  std::vector<LoadedActView> acts;
  std::string notice;
  std::optional<std::string> problem;
  static const net::Fields& fields();
};
StatutesView view_of(const Statutes& statutes, const std::string& problem);

struct StatuteFoundView {
  std::string act, section;
  std::optional<std::string> title;
  std::string excerpt, source;
  static const net::Fields& fields();
};
struct StatutesFoundView {
  std::vector<StatuteFoundView> items;
  std::string notice;
  static const net::Fields& fields();
};

struct StatuteQuery {
  std::string act, section;
  static const net::Fields& fields();
};
struct StatuteSearchQuery {
  std::string q;
  std::optional<std::string> act;
  std::int64_t limit = 10;
  static const net::Fields& fields();
};
struct StatuteActQuery {
  std::string act;
  static const net::Fields& fields();
};
struct StatuteFileForm {
  net::UploadedFile file;
  std::optional<std::string> act, source;
  static const net::Fields& fields();
};

}  // namespace dossier::desks::fir
