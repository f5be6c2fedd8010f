#pragma once

#include "fir/facts.h"

namespace dossier::fir {

// Property that was taken, lost, entrusted or damaged, each with the value the complaint gives it; and the total.
void read_property(const reading::CueText& text, const Knowledge& knowledge, Facts& facts);

// Registration numbers of vehicles, phones, UPI ids and account numbers. Marks plates and phones for the cues.
void read_numbers(reading::CueText& text, Facts& facts);

// The weight of ganja or charas that is named.
void read_cannabis(const reading::CueText& text, const Knowledge& knowledge, Facts& facts);

// Where it happened: the most telling of "at the railway crossing", "near Panvel bypass", "Chowk bazar me".
void read_place(const reading::CueText& text, const Knowledge& knowledge, Facts& facts);

}  // namespace dossier::fir
