#include "funds/ledger/ledger.h"

namespace dossier::funds {

std::string_view name_of(RowKind kind) {
  switch (kind) {
    case RowKind::capital_call: return "capital_call";
    case RowKind::distribution: return "distribution";
    case RowKind::adjustment: return "adjustment";
  }
  return "adjustment";
}

std::string_view title_of(RowKind kind) {
  switch (kind) {
    case RowKind::capital_call: return "capital call";
    case RowKind::distribution: return "distribution";
    case RowKind::adjustment: return "adjustment";
  }
  return "adjustment";
}

std::optional<RowKind> row_kind(std::string_view name) {
  for (auto kind : {RowKind::capital_call, RowKind::distribution, RowKind::adjustment}) {
    if (name_of(kind) == name) return kind;
  }
  return std::nullopt;
}

std::string_view name_of(RowStatus status) {
  return status == RowStatus::settled ? "settled" : "noticed";
}

std::string_view name_of(ReadingStatus status) {
  switch (status) {
    case ReadingStatus::read: return "read";
    case ReadingStatus::partial: return "partial";
    case ReadingStatus::no_ledger: return "no_ledger";
  }
  return "no_ledger";
}

std::string_view name_of(FlagCode code) {
  switch (code) {
    case FlagCode::needs_ocr: return "needs_ocr";
    case FlagCode::page_unreadable: return "page_unreadable";
    case FlagCode::hidden_text: return "hidden_text";
    case FlagCode::amount_missing: return "amount_missing";
    case FlagCode::amount_unreadable: return "amount_unreadable";
    case FlagCode::amount_too_large: return "amount_too_large";
    case FlagCode::date_missing: return "date_missing";
    case FlagCode::date_impossible: return "date_impossible";
    case FlagCode::date_ambiguous: return "date_ambiguous";
    case FlagCode::sign_ambiguous: return "sign_ambiguous";
    case FlagCode::kind_unknown: return "kind_unknown";
    case FlagCode::effect_unknown: return "effect_unknown";
    case FlagCode::total_mismatch: return "total_mismatch";
    case FlagCode::row_unread: return "row_unread";
    case FlagCode::currency_mixed: return "currency_mixed";
    case FlagCode::fund_mismatch: return "fund_mismatch";
    case FlagCode::limit_reached: return "limit_reached";
    case FlagCode::corrected_before: return "corrected_before";
    case FlagCode::entered_differs: return "entered_differs";
    case FlagCode::notice_unprinted: return "notice_unprinted";
    case FlagCode::restated: return "restated";
    case FlagCode::printed_figure_differs: return "printed_figure_differs";
  }
  return "row_unread";
}

bool leaves_unread(FlagCode code) {
  switch (code) {
    case FlagCode::needs_ocr:
    case FlagCode::page_unreadable:
    case FlagCode::amount_unreadable:
    case FlagCode::amount_missing:
    case FlagCode::amount_too_large:
    case FlagCode::date_missing:
    case FlagCode::date_impossible:
    case FlagCode::kind_unknown:
    case FlagCode::row_unread:
    case FlagCode::limit_reached: return true;
    default: return false;
  }
}

}  // namespace dossier::funds
