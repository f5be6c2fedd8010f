#pragma once

#include "reading/phrases.h"

// The labels of the figures that a report states about its fund. Words in English, German and French (Spanish, Italian
// and Dutch where they are sure).
namespace dossier::funds {

// Headline figures and facts a report states about its fund.
enum class HeadlineLabel {
  pic,
  dpi,
  rvpi,
  tvpi,
  irr,
  gross_irr,
  nav,
  total_calls,
  total_distributions,
  commitment,
  unfunded,
  fund_size,
  pic_multiple,
  fund_name,
  gp,
  vintage,
  as_of,
  currency,
  ignored
};
const reading::PhraseTable<HeadlineLabel>& figure_labels();

}  // namespace dossier::funds
