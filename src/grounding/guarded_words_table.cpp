#include "grounding/guarded_words_table.h"

#include <array>

namespace dossier::grounding::detail {
namespace {

constexpr auto kRows = std::to_array<GuardedRow>({
    {"", Guard::amount,
     "at all, after all, first of all, all of a sudden, all the while, all over, all around, all along, each other, "
     "every time, not only, most recent, most likely, the most, once again, so many, how many, as many as, as many, "
     "few days, "
     "under section, under the, above all, last resort, last name, on the whole, as a whole, only then, whole thing, "
     "each one of, today 's, up to now, up to date, up to the mark, fine print, minority investor, minor child's, "
     "life insurance, life science, life cycle, half life, dead line, arms length, over the counter, son of, daughter "
     "of, wife of, s o, d o, w o"},

    // ---- how many, how much ----
    {"every", Guard::amount, "every, har, har ek, jeder, jede, jedes, jedem", "all each"},
    {"all", Guard::amount,
     "all, whole, entire, entirely, everything, everyone, everybody, in full, full amount, fully, completely, totally, "
     "wholly, sab, sabhi, saara, saare, saari, sara, sare, sari, pura, poora, pure, alle, aller, allen, sämtliche",
     "every each"},
    {"each", Guard::amount, "each, apiece, per head, per person, je", "every"},
    {"most", Guard::amount,
     "most, mostly, mainly, majority, largely, predominantly, primarily, chiefly, bulk of, greater part, zyadatar, "
     "meist, meistens, mehrheitlich, überwiegend, more than half"},
    {"minority", Guard::opposite, "minority, minderheit", "", "most"},
    {"few", Guard::amount, "few, a few, =handful, kuch, kuchh, wenige, einige", "several"},
    {"several", Guard::amount,
     "several, various, multiple, a number of, numerous times, kai, kayi, mehrere, different kinds, three or four, two "
     "or three, four or five, 3 4, 4 5, 2 3, 5 6",
     "many few"},
    {"many", Guard::amount,
     "many, numerous, countless, innumerable, plenty, a lot of, lots of, large number, great number, huge number, "
     "bahut, anek, dher, viele, crowd, bheed",
     "dozens scores hundreds thousands"},
    {"dozens", Guard::amount, "=dozens"},
    {"scores", Guard::amount, "=scores of"},
    {"tens", Guard::amount, "=tens of"},
    {"hundreds", Guard::amount, "=hundreds, saikdo, sainkdo"},
    {"thousands", Guard::amount, "=thousands, hazaro, hazaron"},
    {"lakhs", Guard::amount, "=lakhs of, lakho, lakhon"},
    {"millions", Guard::amount, "=millions of, =billions of, =crores of, karodo"},
    {"repeatedly", Guard::amount,
     "repeatedly, again and again, time and again, often, frequently, regularly, constantly, always, many times, "
     "several "
     "times, number of times, on several occasions, baar baar, bar bar, roz, daily, everyday, every day, continuously, "
     "habitually, kai baar, hamesha"},
    {"only", Guard::amount,
     "only, solely, exclusively, merely, alone, nothing but, sirf, keval, bas, nur, nothing except, ausschließlich, no "
     "more than, not "
     "more than"},
    {"more_than", Guard::amount,
     "more than, over #, over Rs #, above #, exceeding, in excess of, greater than, upwards of, se zyada, mehr als, "
     "beyond #",
     "exceed", "less_than"},
    {"less_than", Guard::amount, "less than, below #, under #, fewer than, lower than, se kam, weniger als", "",
     "more_than"},
    {"at_least", Guard::amount, "at least, minimum, a minimum of, no less than, not less than, kam se kam, mindestens",
     "", "at_most"},
    {"at_most", Guard::amount,
     "at most, up to, maximum, a maximum of, höchstens, limit to, limited to, not exceed, no higher than, cap, capped",
     "exceed only", "at_least"},
    {"exceed", Guard::opposite, "exceed", "more_than at_most", "less_than"},
    {"somebody", Guard::amount, "somebody, someone, something, anybody, anyone, kisi, kisine, koi", "person"},
    {"person", Guard::opposite, "person, people, caller"},
    {"group", Guard::amount, "gang, gangs, mob, horde, army of, syndicate", "many"},

    // ---- when ----
    {"yesterday", Guard::when, "yesterday, kal, gestern, last evening"},
    {"today", Guard::when, "today, aaj, heute, this day"},
    {"tonight", Guard::when, "tonight, aaj raat"},
    {"tomorrow", Guard::when, "tomorrow, morgen"},
    {"day_before", Guard::when, "day before yesterday, parso, parson, vorgestern"},
    {"last_night", Guard::when, "last night, kal raat, previous night", "yesterday"},
    {"this_part", Guard::when, "this morning, this evening, this afternoon, aaj subah, aaj sham, aaj shaam"},
    {"last_week", Guard::when, "last week, previous week, past week, pichle hafte"},
    {"last_month", Guard::when, "last month, previous month, past month, pichle mahine"},
    {"last_year", Guard::when, "last year, previous year, past year, pichle saal, vorjahr"},
    {"last_quarter", Guard::when, "last quarter, previous quarter, prior quarter, preceding quarter"},
    {"next_day", Guard::when,
     "next day, following day, next morning, following morning, agle din, agli subah, day after"},
    {"next_period", Guard::when,
     "next week, next month, next year, next quarter, following week, following month, "
     "following year"},
    {"same_day", Guard::when, "same day, same night, same evening, usi din"},
    {"ago", Guard::when, "ago, pehle, back then"},
    {"recently", Guard::when, "recently, =lately, the other day, few days back, haal hi"},
    {"monday", Guard::when, "monday, mondays, somwar, somvar, montag"},
    {"tuesday", Guard::when, "tuesday, tuesdays, mangalwar, mangalvar, dienstag"},
    {"wednesday", Guard::when, "wednesday, wednesdays, budhwar, budhvar, mittwoch"},
    {"thursday", Guard::when, "thursday, thursdays, guruwar, veervar, donnerstag"},
    {"friday", Guard::when, "friday, fridays, shukrawar, shukravar, freitag"},
    {"saturday", Guard::when, "saturday, saturdays, shaniwar, shanivar, samstag"},
    {"sunday", Guard::when, "sunday, sundays, raviwar, ravivar, itwar, sonntag"},
    {"annual", Guard::when,
     "annual, annually, yearly, once a year, each year, every year, per year, per annum, "
     "jährlich"},
    {"quarterly", Guard::when, "quarterly, each quarter, every quarter, per quarter, once a quarter"},
    {"monthly", Guard::when, "monthly, each month, every month, per month, mahine ka, mahine ki, p m"},
    {"weekly", Guard::when, "weekly, each week, every week, per week, once a week"},

    // ---- offences and what follows from them ----
    {"murder", Guard::charge, "murder, murderer, homicide, manslaughter, assassinate, qatl, hatya, khoon kar"},
    {"death", Guard::charge,
     "kill, dead, death, die, deceased, fatal, fatally, lethal, demise, slain, corpse, maut, mar gaya, mar gayi, maar "
     "dala, mar jayega, jaan se, mrityu",
     "murder suicide"},
    {"suicide", Guard::charge, "suicide, hang himself, hang herself, khudkushi, aatmahatya, phansi"},
    {"rape", Guard::charge, "rape, rapist, gangrape, balatkar, sodomy"},
    {"sexual", Guard::charge,
     "sexual, sexually, molest, molestation, molester, modesty, obscene, indecent, nude, naked, voyeur, voyeurism, "
     "lewd, "
     "chhed, chhedchhad, chhedkhani, ched, ashleel, groped, grope, eve teasing",
     "rape"},
    {"robbery", Guard::charge, "robbery, robber, rob, loot, looter, mugging, mug, luta, loota, lut, lootpat"},
    {"dacoity", Guard::charge, "dacoity, dacoit, dakaiti, daka"},
    {"burglary", Guard::charge, "burglary, burglar, burgle, housebreaking, break in, sendh"},
    {"theft", Guard::charge,
     "theft, thief, steal, pilfer, larceny, pickpocket, chori, chor, chura, churaya, churayi, churaye, chura liya, "
     "chori karke",
     "burglary robbery dacoity snatching"},
    {"snatching", Guard::charge, "snatch, snatcher, chheen, chhin, chheena, chhina, jhapat, jhapatta, jhapta, grab"},
    {"extortion", Guard::charge,
     "extortion, extort, extortionist, blackmail, ransom, hafta, rangdari, firauti, vasooli"},
    {"cheating", Guard::charge,
     "cheat, fraud, fraudulent, fraudulently, fraudster, defraud, scam, scammer, swindle, deceive, deceit, deception, "
     "dupe, con man, dhokha, dhokhadhadi, thag, thagi, thug, misrepresent, dishonest, dishonestly"},
    {"forgery", Guard::charge, "forgery, forge, fake, counterfeit, fabricate, bogus, farzi, farji, nakli, jali, jaali"},
    {"abduction", Guard::charge,
     "kidnap, kidnapper, abduct, abduction, abductor, apaharan, agwa, hostage, traffic human, trafficking, trafficked, "
     "confine, confinement, detain, bandhak"},
    {"hurting", Guard::charge,
     "assault, attack, beat, thrash, batter, maarpeet, marpeet, marpit, maar pit, pit, pita, peeta, mara, maara, "
     "marne, "
     "hit, punch, slap, kick, thappad, ghoosa, lath, strike, blow, push, shove, drag, manhandle, bite",
     "injury stab"},
    {"injury", Guard::charge,
     "injury, injure, wound, hurt, fracture, bleed, blood, bloody, unconscious, hospital, hospitalise, admit to "
     "hospital, "
     "stitches, bruise, chot, khoon, ghayal, zakhmi, maim, cripple, coma",
     "hurting"},
    {"stab", Guard::charge, "stab, stabbed, chaku maar"},
    {"shooting", Guard::charge, "shoot, fire at, open fire, gunshot, bullet, goli, firing, gunfire"},
    {"arson", Guard::charge, "arson, set on fire, set fire, set ablaze, torch, aag laga, burn, jala diya, jalaya"},
    {"acid", Guard::charge, "acid, tezab"},
    {"poison", Guard::charge, "poison, drug, zehar, sedative, narcotic, ganja, heroin, charas"},
    {"drunk", Guard::charge, "drunk, drunken, liquor, alcohol, intoxicate, sharab, daru, nashe, nasha", "poison"},
    {"threat", Guard::charge,
     "threat, threaten, intimidate, intimidation, menace, dhamki, dhamkaya, dhamka, warn, jaan se, dekh lenge, will "
     "kill, "
     "i will stab, dire consequences"},
    {"stalking", Guard::charge, "stalk, stalker, stalking, peecha, pichha, follow me, following me, follow her"},
    {"harass", Guard::charge,
     "harass, harassment, torture, cruelty, torment, pareshan, pratadna, persecute, ill treat"},
    {"dowry", Guard::charge, "dowry, dahej"},
    {"bribery", Guard::charge, "bribe, bribery, corrupt, corruption, rishwat, ghoos, kickback, illegal gratification"},
    {"breach", Guard::charge,
     "breach of trust, embezzle, embezzlement, misappropriate, misappropriation, siphon, gaban, launder, laundering"},
    {"trespass", Guard::charge, "trespass, trespasser, encroach, encroachment, intrude, intruder, kabza, ghus, ghuse"},
    {"riot", Guard::charge, "riot, rioter, unlawful assembly, danga, stampede, lynch"},
    {"terror", Guard::charge, "terror, terrorist, terrorism, bomb, explosive, blast, sedition, treason, militant"},
    {"defamation", Guard::charge, "defame, defamation, slander, libel, badnam"},
    {"conspiracy", Guard::charge,
     "conspire, conspiracy, conspirator, plot against, sazish, saazish, abet, abetment, abettor"},
    {"attempt", Guard::charge, "attempt, try to, koshish, tried to"},
    {"negligence", Guard::charge,
     "negligent, negligence, negligently, rash, rashly, reckless, recklessly, laparwahi, tez"},
    {"weapon", Guard::charge, "=armed, weapon, hathiyar", "knife gun stick sword acid"},
    {"knife", Guard::charge, "knife, knifepoint, dagger, blade, chaku, chaaku, chakku, razor, cutter"},
    {"sword", Guard::charge, "sword, talwar, axe, kulhadi, machete, sickle, farsa"},
    {"gun", Guard::charge, "gun, pistol, revolver, rifle, firearm, gunpoint, katta, tamancha, bandook, countrymade"},
    {"stick", Guard::charge, "stick, lathi, danda, rod, bat, hockey, iron pipe, stone, brick, patthar, eent"},
    {"punishment", Guard::charge,
     "punish, punishable, punishment, imprison, imprisonment, jail, prison, penalty, gallows, life sentence, life "
     "term, "
     "sentenced, saza, =fined, death sentence, capital punishment, =hanged, years in custody"},
    {"bail", Guard::charge, "bail, bailable, anticipatory"},
    {"cognizable", Guard::charge, "cognizable, cognisable, compoundable"},
    {"verdict", Guard::charge,
     "guilty, innocent, innocence, guilt, convict, conviction, acquit, acquittal, exonerate, blameless, nirdosh, "
     "doshi, "
     "proved, proven"},
    {"confession", Guard::charge, "confess, confession, plead guilty, own up, kabool, kabul, admitted his guilt"},
    {"arrest", Guard::charge,
     "arrest, custody, caught, nab, apprehend, giraftar, pakad, pakda, handcuff, caught red handed"},
    {"liability", Guard::charge,
     "liable, liability, prosecute, prosecution, chargesheet, indict, sue, lawsuit, litigation"},
    {"illegal", Guard::charge,
     "illegal, illegally, unlawful, unlawfully, criminal, felony, felon, crime, gair kanooni"},
    {"faith", Guard::charge,
     "muslim, hindu, sikh, christian, dalit, brahmin, caste, religion, religious, communal, tribal, jati, dharm, "
     "mazhab, "
     "islamic, rohingya, bangladeshi, pakistani, kashmiri, harijan, scheduled"},
    {"minor", Guard::charge,
     "minor, underage, juvenile, infant, toddler, nabalig, years old girl, schoolgirl, schoolboy"},
    {"pregnant", Guard::charge, "pregnant, pregnancy, garbhvati, miscarriage"},
    {"masked", Guard::charge, "masked, mask, face covered, muh bandh, helmet"},

    // ---- what weighs with money ----
    {"failure", Guard::charge,
     "bankrupt, bankruptcy, insolvent, insolvency, liquidation, default, defaulted, collapse, write off, written off, "
     "writedown, write down, impair, impairment, winding up"},
    {"guarantee", Guard::charge, "guarantee, guaranteed, risk free, assured, certain to, garantiert"},
    {"record", Guard::charge, "record high, all time high, best ever, outperform, top quartile, excellent"},
    {"control", Guard::charge, "majority stake, controlling stake, takeover, wholly owned"},

    // ---- one or the other ----
    {"up", Guard::opposite, "rise, increase, grow, growth, climb, gain, improve, higher, up from, exceed last", "",
     "down"},
    {"down", Guard::opposite, "fall, decrease, decline, drop, loss, worsen, lower, reduce, shrink, down from", "",
     "up"},
    {"before", Guard::opposite, "before, prior to, pehle, vor", "", "after"},
    {"after", Guard::opposite, "after, following, baad, nach, upon", "", "before"},
    {"realised", Guard::opposite, "realised, realized", "", "unrealised"},
    {"unrealised", Guard::opposite, "unrealised, unrealized", "", "realised"},
    {"gross", Guard::opposite, "gross", "", "net"},
    {"net", Guard::opposite, "net", "", "gross"},
    {"audited", Guard::opposite, "=audited", "", "unaudited"},
    {"unaudited", Guard::opposite, "=unaudited", "", "audited"},
    {"known", Guard::opposite, "=known to", "", "unknown"},
    {"unknown", Guard::opposite, "=unknown, =unidentified, agyat, anjan", "", "known"},
    {"male", Guard::opposite,
     "boy, man, male, gentleman, husband, son, father, brother, uncle, ladka, ladke, aadmi, pati, beta, pita, bhai", "",
     "female"},
    {"female", Guard::opposite,
     "girl, woman, female, lady, wife, daughter, mother, sister, aunt, ladki, aurat, mahila, patni, beti, maa, behen",
     "", "male"},
    {"early", Guard::opposite, "early, earlier", "", "late"},
    {"late", Guard::opposite, "late, later, delayed", "", "early"},
    {"paid", Guard::opposite, "=paid", "", "unpaid"},
    {"unpaid", Guard::opposite, "=unpaid, =outstanding", "", "paid"},
    {"listed", Guard::opposite, "=listed, =quoted", "", "unlisted"},
    {"unlisted", Guard::opposite, "=unlisted, =unquoted", "", "listed"},
    {"inside", Guard::opposite, "inside, andar", "", "outside"},
    {"outside", Guard::opposite, "outside, bahar", "", "inside"},
    {"left_side", Guard::opposite, "left hand, left side, left arm, left leg, left eye", "", "right_side"},
    {"right_side", Guard::opposite, "right hand, right side, right arm, right leg, right eye", "", "left_side"},
    {"front", Guard::opposite, "in front of", "", "behind"},
    {"behind", Guard::opposite, "behind", "", "front"},
});

}  // namespace

std::span<const GuardedRow> guarded_rows() {
  return kRows;
}

}  // namespace dossier::grounding::detail
