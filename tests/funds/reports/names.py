"""Invented names. Any likeness to a real fund or company is chance."""

FIRST = (
    "Harrow Kestrel Tamarind Brookline Saltmarsh Veldt Ironwood Cobalt Larkspur Greyfriars Palisade Ormond Quarry "
    "Juniper Falkirk Meridian Sable Thornbury Windrush Castellan Alder Brightwater Copperfield Dunmore Estuary "
    "Fairlead Glenmoor Hollis Inverness Kingfisher Lodestar Mistral Northgate Oakhurst Pemberton Quillon Rosedale "
    "Stonebridge Tideway Umber Vantage Westerly Yarrow "
).split()
SORTS = {
    "en": ["Growth Fund", "Buyout Partners", "Capital Partners", "Infrastructure Fund", "Ventures",
           "Private Equity Fund", "Credit Opportunities", "Real Assets Fund", "Mid-Market Fund", "Secondaries Fund",
           "Energy Transition Fund"],
    "de": ["Beteiligungen", "Wachstumsfonds", "Infrastrukturfonds", "Mittelstand", "Private Equity"],
    "fr": ["Capital Croissance", "Infrastructures", "Développement", "Capital Investissement", "Transition"],
}
FORMS = {
    "en": [", L.P.", " L.P.", " LP", "", "", " SCSp"],
    "de": [" GmbH & Co. KG", " SCSp", ""],
    "fr": [" FPCI", " SLP", " SCSp", ""],
}
NUMERALS = ["I", "II", "III", "IV", "V", "VI", "VII"]
HOUSES = {
    "en": ["Capital LLC", "Partners LLP", "Capital Management LLC", "Advisors Ltd", "Asset Management"],
    "de": ["Partners GmbH", "Capital GmbH"],
    "fr": ["Gestion SAS", "Partners SAS"],
}
INVESTORS = {
    "en": ["Harbour County Pension Plan", "Teachers' Retirement Fund of Wexley", "University of Ardmore Endowment",
           "Northern Municipal Pension Scheme", "Linden Family Office"],
    "de": ["Versorgungswerk Nordheim", "Pensionskasse Altenau VVaG", "Stiftung Lindenhof"],
    "fr": ["Caisse de retraite du Vexin", "Mutuelle des Arsenaux", "Fondation Belcastel"],
}
COMPANIES = {
    "en": (
        "Orchard Health, Quill Software, Tandem Robotics, Halyard Marine, Ridgeline Foods, Caldera Pumps, Sentry "
        "Dental, Perimeter Security, Northfork Glass, Cobble Payments, Sunfield Solar, Bellweather Labs, Crane & "
        "Holt, Osprey Logistics, Mosaic Care, Trellis Bio, Granite Telecom, Lumen Optics"
    ).split(", "),
    "de": (
        "Kranz & Söhne, Helios Optik, Nordlicht Energie, Falkenberg Pumpen, Weber Dental, Isar Logistik, Taunus "
        "Software, Brenner Glas, Rheingau Feinkost"
    ).split(", "),
    "fr": (
        "Atelier Dubois, Laboratoires Verney, Énergie du Rhône, Maison Perrault, Optique Lumière, Transports "
        "Garnier, Groupe Sévigné, Logiciel Azur"
    ).split(", "),
}

COMMENTARY = {
    "en": ["The quarter was marked by a gradual reopening of the financing markets, and deal activity in our core "
           "sectors recovered from the lows of the previous year.",
           "{co} continued to perform ahead of budget, with revenue up 14% on the prior year and net debt reduced to "
           "2.1x EBITDA.",
           "We completed the refinancing of {co} in {month} {year}, extending its maturities by three years and "
           "lowering the margin by 75 basis points.",
           "The team reviewed 240 opportunities during the period, of which eleven reached the investment committee and "
           "two were approved.",
           "Our pipeline remains healthy; we expect to deploy a further $35 million to $50 million over the next twelve "
           "months.",
           "{co} signed the acquisition of a smaller competitor for an enterprise value of $18.5 million, financed from "
           "its own cash flow.",
           "Valuations were prepared in accordance with the IPEV guidelines and reviewed by the valuation committee.",
           "Inflation in input costs moderated, and most portfolio companies were able to hold their gross margins.",
           "The annual meeting of investors was well attended; the presentation is available on the investor portal.",
           "{co} appointed a new chief financial officer and opened its second site in the region.",
           "Currency movements had a small negative effect on valuations, largely offset by earnings growth.",
           "The advisory committee met twice and approved one conflict waiver relating to a co-investment.",
           "Exit preparations for {co} are under way; two advisers have been mandated and a process is expected next "
           "year.",
           "Environmental data for the portfolio were collected for the third time and will be published in the annual "
           "report.",
           "Lending terms for mid-sized companies improved, with margins down by about 50 basis points over the "
           "quarter.",
           "We strengthened the operating team with two partners who will focus on pricing and procurement.",
           "{co} lost a larger customer and has adjusted its cost base; the valuation was reduced accordingly.",
           "We remain cautious on entry multiples and continue to favour companies with recurring revenue and low "
           "capital intensity."],
    "de": ["Das Quartal war von einer allmählichen Erholung der Finanzierungsmärkte geprägt; die Transaktionstätigkeit "
           "nahm in unseren Kernbranchen zu.",
           "{co} übertraf das Budget erneut, der Umsatz stieg gegenüber dem Vorjahr um 14 % und die Nettoverschuldung "
           "sank auf das 2,1-fache EBITDA.",
           "Das Team prüfte im Berichtszeitraum 240 Beteiligungen, von denen elf den Anlageausschuss erreichten.",
           "Wir erwarten, in den kommenden zwölf Monaten weitere 35 bis 50 Mio. Euro zu investieren.",
           "Die Bewertungen folgen den IPEV-Richtlinien und wurden vom Bewertungsausschuss geprüft.",
           "{co} eröffnete einen zweiten Standort und gewann zwei Rahmenverträge mit öffentlichen Auftraggebern.",
           "Währungseffekte belasteten die Bewertungen leicht und wurden durch höhere Ergebnisse ausgeglichen.",
           "Der Beirat trat zweimal zusammen und stimmte einer Ko-Investition zu.",
           "Der Verkaufsprozess für {co} wird vorbereitet; zwei Berater sind mandatiert.",
           "Die Finanzierungsbedingungen für mittelgroße Unternehmen verbesserten sich im Quartal spürbar.",
           "Der Kostendruck ließ nach, und die meisten Portfoliounternehmen hielten ihre Margen."],
    "fr": ["Le trimestre a été marqué par une réouverture progressive des marchés de financement et une reprise des "
           "transactions dans nos secteurs.",
           "{co} dépasse de nouveau son budget, avec un chiffre d'affaires en hausse de 14 % et une dette nette ramenée "
           "à 2,1 fois l'EBITDA.",
           "L'équipe a étudié 240 dossiers pendant la période, dont onze ont été présentés au comité d'investissement.",
           "Nous prévoyons d'investir encore 35 à 50 millions d'euros au cours des douze prochains mois.",
           "Les valorisations respectent les recommandations IPEV et ont été revues par le comité de valorisation.",
           "{co} a ouvert un second site et remporté deux contrats-cadres avec des donneurs d'ordre publics.",
           "Les variations de change ont légèrement pesé sur les valorisations, compensées par la hausse des résultats.",
           "Le comité consultatif s'est réuni deux fois et a approuvé un co-investissement.",
           "La cession de {co} est en préparation ; deux conseils ont été mandatés.",
           "Les conditions de crédit des entreprises moyennes se sont améliorées au cours du trimestre.",
           "La hausse des coûts s'est modérée et la plupart des sociétés ont maintenu leurs marges."],
}


def fund_name(rng, lang, numeral=None):
    return f"{rng.choice(FIRST)} {rng.choice(SORTS[lang])} {numeral or rng.choice(NUMERALS)}{rng.choice(FORMS[lang])}"


def gp_name(rng, lang, fund):
    return f"{fund.split(' ')[0]} {rng.choice(HOUSES[lang])}"


def commentary(rng, lang, count):
    months = ["March", "June", "September", "November"]
    texts = rng.sample(COMMENTARY[lang], min(count, len(COMMENTARY[lang])))
    return [t.format(co=rng.choice(COMPANIES[lang]), month=rng.choice(months), year=rng.randint(2019, 2024))
            for t in texts]
