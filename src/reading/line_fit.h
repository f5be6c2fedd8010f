#pragma once

#include "reading/lines.h"

// How one line of a page stands to another where tables have no lines: internal to finding regions.
namespace dossier::reading {

inline constexpr double kWrapGap = 0.28;  // line heights between the lines of one cell

// White between two lines, below zero where they reach beside each other.
double gap(const Line& above, const Line& below);

// Whether a line has several cells and a value or a day in one of them.
bool core_line(const Line& line);

// A single segment so long is a sentence, not a cell.
bool prose(const Line& line);

// "2021" alone: the year of the rows below it.
bool lone_year(const Line& line);

// "19" in the column of days, above "December" and "2012": the first line of a day that is wrapped.
bool begins_a_day(const Line& line, const Line& dated);

// A line so close under another and set as it is reads on in its cells, whatever its words are.
bool wraps_from(const Line& above, const Line& line);

// Whether a line is the upper part of the header below it: several cells close above it, or one cell that stands over
// one cell of it and is set in the same type ("Date of" over "payment").
bool heads_with(const Line& line, const Line& below, const Line& header);

// Whether a line above the first row of a table is the upper part of cells that are centred by height: it reaches
// beside the line below it, which is the row or such a part itself, or it stands close above a cell of its row.
bool wraps_into(const Line& line, const Line& below, const Line& row);

}  // namespace dossier::reading
