"""The words that the guide's own builders write into pages, in each language.

What lives here: data, not prose. A language is added by adding its column; a
missing word is an error at build, not an English word on a Swedish page.
"""

from __future__ import annotations

from collections.abc import Mapping

Words = Mapping[str, str]
GRADES: Mapping[str, Words] = {
    "evaluation": {"sv": "officiell eller oberoende utvärdering", "en": "official or independent evaluation"},
    "peer-reviewed": {"sv": "vetenskapligt granskad studie", "en": "peer-reviewed study"},
    "own-report": {"sv": "organisationens egen rapport", "en": "the organisation’s own report"},
    "experience": {"sv": "berättad erfarenhet", "en": "experience told"},
    "unconfirmed": {"sv": "obekräftat", "en": "unconfirmed"},
}
SECTORS: Mapping[str, Words] = {
    "state": {"sv": "Stat", "en": "State"},
    "region": {"sv": "Region", "en": "Region"},
    "municipality": {"sv": "Kommun", "en": "Municipality"},
    "other": {"sv": "Annat", "en": "Other"},
}
SIZES: Mapping[str, Words] = {
    "small": {"sv": "Liten", "en": "Small"},
    "medium": {"sv": "Medelstor", "en": "Medium-sized"},
    "large": {"sv": "Stor", "en": "Large"},
    "unknown": {"sv": "Okänd", "en": "Unknown"},
}
THEMES: Mapping[str, Words] = {
    "culture": {"sv": "kultur", "en": "culture"},
    "leadership": {"sv": "ledarskap", "en": "leadership"},
    "systems": {"sv": "styrsystem", "en": "systems"},
    "employeeship": {"sv": "medarbetarskap", "en": "employeeship"},
    "measurement": {"sv": "uppföljning", "en": "measurement"},
}
OUTCOMES: Mapping[str, Words] = {
    "promising": {"sv": "lovande", "en": "promising"},
    "mixed": {"sv": "blandat", "en": "mixed"},
    "criticised": {"sv": "kritiserat", "en": "criticised"},
    "unclear": {"sv": "oklart", "en": "unclear"},
}
COUNTRIES: Mapping[str, Words] = {
    "SE": {"sv": "Sverige", "en": "Sweden"},
    "NO": {"sv": "Norge", "en": "Norway"},
    "DK": {"sv": "Danmark", "en": "Denmark"},
    "FI": {"sv": "Finland", "en": "Finland"},
    "IS": {"sv": "Island", "en": "Iceland"},
    "NL": {"sv": "Nederländerna", "en": "Netherlands"},
    "GB": {"sv": "Storbritannien", "en": "United Kingdom"},
    "BE": {"sv": "Belgien", "en": "Belgium"},
    "DE": {"sv": "Tyskland", "en": "Germany"},
    "AU": {"sv": "Australien", "en": "Australia"},
    "NZ": {"sv": "Nya Zeeland", "en": "New Zealand"},
    "US": {"sv": "USA", "en": "United States"},
}
ROLES: Mapping[str, Words] = {
    "politician": {"sv": "Förtroendevald", "en": "Elected politician"},
    "top-manager": {"sv": "Högsta chef", "en": "Chief executive"},
    "middle-manager": {"sv": "Mellanchef", "en": "Middle manager"},
    "first-line-manager": {"sv": "Första linjens chef", "en": "First-line manager"},
    "staff": {"sv": "Medarbetare", "en": "Member of staff"},
    "hr": {"sv": "HR", "en": "HR"},
    "controller": {"sv": "Ekonom eller controller", "en": "Finance and control"},
    "union": {"sv": "Facklig företrädare", "en": "Union representative"},
}
KINDS: Mapping[str, Words] = {
    "evaluation": {"sv": "Utvärderingar", "en": "Evaluations"},
    "peer-reviewed": {"sv": "Vetenskapligt granskade studier", "en": "Peer-reviewed studies"},
    "official": {"sv": "Offentliga dokument och vägledningar", "en": "Official documents and guidance"},
    "own-report": {"sv": "Organisationernas egna rapporter", "en": "The organisations’ own reports"},
    "press": {"sv": "Nyheter och reportage", "en": "News and features"},
    "opinion": {"sv": "Debatt och åsikter", "en": "Opinion"},
    "thesis": {"sv": "Studentuppsatser", "en": "Student theses"},
    "other": {"sv": "Övrigt", "en": "Other"},
}
KIND_OF_ONE: Mapping[str, Words] = {
    "evaluation": {"sv": "utvärdering", "en": "evaluation"},
    "peer-reviewed": {"sv": "vetenskapligt granskad", "en": "peer-reviewed"},
    "official": {"sv": "offentligt dokument", "en": "official document"},
    "own-report": {"sv": "egen rapport", "en": "own report"},
    "press": {"sv": "nyhet eller reportage", "en": "news or feature"},
    "opinion": {"sv": "debatt", "en": "opinion"},
    "thesis": {"sv": "studentuppsats", "en": "student thesis"},
    "other": {"sv": "annan källa", "en": "other source"},
}
WORDS: Mapping[str, Words] = {
    "notes": {"sv": "Noter", "en": "Notes"},
    "note": {"sv": "Not", "en": "Note"},
    "back": {"sv": "Tillbaka till texten, not {}", "en": "Back to the text, note {}"},
    "about-source": {"sv": "Mer om källan", "en": "About the source"},
    "no-date": {"sv": "u.å.", "en": "n.d."},
    "and": {"sv": "och", "en": "and"},
    "and-others": {"sv": "m.fl.", "en": "and others"},
    "evidence": {"sv": "Evidens", "en": "Evidence"},
    "used-in": {"sv": "Används i", "en": "Used in"},
    "checked": {"sv": "Kontrollerad", "en": "Checked"},
    "read-more": {"sv": "Läs mer", "en": "Read more"},
    "source": {"sv": "Källa", "en": "Source"},
    "case": {"sv": "Exempel", "en": "Case"},
    "where": {"sv": "Var", "en": "Where"},
    "themes": {"sv": "Teman", "en": "Themes"},
    "size": {"sv": "Storlek", "en": "Size"},
    "outcome": {"sv": "Utfall", "en": "Outcome"},
    "years": {"sv": "År", "en": "Years"},
    "one-question": {"sv": "1 fråga", "en": "1 question"},
    "questions": {"sv": "{} frågor", "en": "{} questions"},
    "more-in-glossary": {"sv": "Mer i ordlistan", "en": "More in the glossary"},
    "explanation": {"sv": "ordförklaring", "en": "explanation of a word"},
    "filter-name": {"sv": "Filtrera tabellen", "en": "Filter the table"},
    "filter-all": {"sv": "Alla", "en": "All"},
    "filter-reset": {"sv": "Visa alla", "en": "Show all"},
    "sector": {"sv": "Sektor", "en": "Sector"},
    "country": {"sv": "Land", "en": "Country"},
    "theme": {"sv": "Tema", "en": "Theme"},
    "grade": {"sv": "Evidens", "en": "Evidence"},
    "copy": {"sv": "Länken leder till en kopia hos {}.", "en": "The link leads to a copy at {}."},
}
ADDRESSES: Mapping[str, Words] = {
    "all": {"sv": "Alla adresser", "en": "All addresses"},
    "kind": {"sv": "Slag", "en": "Kind"},
    "page": {"sv": "Sida", "en": "Page"},
    "question": {"sv": "Fråga", "en": "Question"},
    "title": {"sv": "Rubrik", "en": "Title"},
    "short": {"sv": "Kort adress", "en": "Short address"},
    "about": {"sv": "Beskrivning eller kort svar", "en": "Description or short answer"},
    "full": {"sv": "Adress på svenska", "en": "Address in English"},
    "qr": {"sv": "QR-kod", "en": "QR code"},
    "qr-of": {"sv": "QR-kod: {}", "en": "QR code: {}"},
    "find": {"sv": "Ord i tabellen", "en": "Words in the table"},
    "csv": {"sv": "Tabellen som CSV, för kalkylprogram", "en": "The table as CSV, for spreadsheets"},
    "json": {"sv": "Tabellen som JSON, på båda språken", "en": "The table as JSON, in both languages"},
    "schema": {"sv": "Beskrivning av JSON-filen (JSON Schema)", "en": "Description of the JSON file (JSON Schema)"},
}
"""What the list of short addresses says."""
QUIZ: Mapping[str, Words] = {
    "heading": {"sv": "Testa dig själv", "en": "Test yourself"},
    "nothing-sent": {
        "sv": "Några frågor om sidan. Inga svar sparas eller skickas.",
        "en": "A few questions on this page. No answers are stored or sent.",
    },
    "show": {"sv": "Visa svaret", "en": "Show the answer"},
    "right-answer": {"sv": "Rätt svar: {}.", "en": "Right answer: {}."},
    "see": {"sv": "Läs mer under", "en": "Read more under"},
    "answer": {"sv": "Svara", "en": "Answer"},
    "right": {"sv": "Ja, det stämmer.", "en": "Yes, that is right."},
    "wrong": {"sv": "Nej, inte riktigt.", "en": "No, not quite."},
    "choose": {"sv": "Välj ett alternativ först.", "en": "Choose an option first."},
}
"""What a quiz says."""
FREQUENCIES: Mapping[str, Words] = {
    "preferably-never": {"sv": "Helst inte alls", "en": "Preferably never"},
    "monthly": {"sv": "Per månad", "en": "Monthly"},
    "quarterly": {"sv": "Per kvartal", "en": "Quarterly"},
    "twice-a-year": {"sv": "Två gånger om året", "en": "Twice a year"},
    "yearly": {"sv": "Årligen", "en": "Yearly"},
    "every-other-year": {"sv": "Vartannat år eller oftare", "en": "Every other year or more"},
}
"""How often an indicator is measured."""
INDICATORS: Mapping[str, Words] = {
    "name": {"sv": "Nyckeltal", "en": "Indicator"},
    "shows": {"sv": "Visar", "en": "Shows"},
    "source-in-brief": {"sv": "Källa", "en": "Source"},
    "frequency": {"sv": "Hur ofta", "en": "How often"},
    "definition": {"sv": "Definition", "en": "Definition"},
    "source": {"sv": "Datakälla", "en": "Source of data"},
    "how-often": {"sv": "Hur ofta", "en": "How often"},
    "says": {"sv": "Säger – och säger inte", "en": "Says – and does not say"},
    "misleads": {"sv": "Så kan det vilseleda", "en": "How it can mislead"},
}
"""What the fields of an indicator are called: in the table, and on its own."""

SEARCH: Mapping[str, Words] = {
    "one": {"sv": "1 träff", "en": "1 hit"},
    "many": {"sv": "{} träffar", "en": "{} hits"},
    "none": {"sv": "Inga träffar på ”{}”.", "en": "No hits for “{}”."},
    "loading": {"sv": "Hämtar sökningen …", "en": "Loading the search …"},
    "failed": {
        "sv": "Sökningen kunde inte hämtas. Här finns frågorna:",
        "en": "The search could not be loaded. Here are the questions:",
    },
    "faq": {"sv": "Frågor och svar", "en": "Questions and answers"},
    "near": {"sv": "Menade du", "en": "Did you mean"},
    "themes": {"sv": "Frågor efter tema", "en": "Questions by theme"},
    "advice": {
        "sv": "Skriv som du skulle fråga en kollega, eller pröva ett annat ord för samma sak.",
        "en": "Write as you would ask a colleague, or try another word for the same thing.",
    },
    "ask": {"sv": "Saknar du ett svar? Skriv till oss", "en": "Is an answer missing? Write to us"},
    "more": {"sv": "Visa fler träffar", "en": "Show more hits"},
    "other": {"sv": "Sök på engelska också", "en": "Search in Swedish too"},
    "other-one": {"sv": "1 träff på engelska", "en": "1 hit in Swedish"},
    "other-many": {"sv": "{} träffar på engelska", "en": "{} hits in Swedish"},
    "other-none": {"sv": "Inga träffar på engelska", "en": "No hits in Swedish"},
}
"""What the search dialog says; "other" is the other language, which it can search too."""

FILTER_COUNTS: Mapping[str, Words] = {
    "": {"sv": "{} av {} rader", "en": "{} of {} rows"},
    "addresses": {"sv": "{} av {} adresser", "en": "{} of {} addresses"},
    "section": {"sv": "{} av {} exempel", "en": "{} of {} cases"},
    "indicators": {"sv": "{} av {} nyckeltal", "en": "{} of {} indicators"},
}
"""How many rows a filtered table shows, by the type of its page."""
COURSE: Mapping[str, Words] = {
    "start": {"sv": "Börja här", "en": "Start here"},
    "closing": {"sv": "Diskutera och ta med", "en": "Discuss and bring back"},
    "whole-path": {"sv": "Hela vägen i Tillitsguiden", "en": "The whole path in Tillitsguiden"},
    "topic": {"sv": "Samtal: {}", "en": "Discussion: {}"},
    "quiz": {"sv": "Testa dig själv: {}", "en": "Test yourself: {}"},
    "see": {"sv": 'Läs mer: <a href="{}">{}</a>.', "en": 'Read more: <a href="{}">{}</a>.'},
    "step-in-the-guide": {
        "sv": "Hela steget i Tillitsguiden, med arbetsblad",
        "en": "The whole step in Tillitsguiden, with worksheets",
    },
    "section-in-the-guide": {"sv": "Läs i Tillitsguiden", "en": "Read in Tillitsguiden"},
    "new-tab": {"sv": "Länkarna öppnas i en ny flik.", "en": "Links open in a new tab."},
    "done": {"sv": "Klart: {}", "en": "Done: {}"},
    "progress": {"sv": "{} av {} steg är klara.", "en": "{} of {} steps are done."},
    "all-done": {"sv": "Du har gått hela vägen.", "en": "You have finished the path."},
    "no-platform": {
        "sv": "Ingen kursplattform svarar, så markeringarna sparas inte.",
        "en": "No learning platform answers, so the marks are not kept.",
    },
    "credit": {"sv": "Texten kommer från {}, CC BY 4.0.", "en": "The text comes from {}, CC BY 4.0."},
}
"""What the course packages say around the guide's own texts."""
DOWNLOADS: Mapping[str, Words] = {
    "heading": {"sv": "Ladda ner", "en": "Download"},
    "path": {"sv": "Väg", "en": "Path"},
    "whole-guide": {"sv": "Hela guiden", "en": "The whole guide"},
    "cartridge": {"sv": "Kurspaket", "en": "Course package"},
    "cartridge-1.3": {"sv": "Common Cartridge 1.3", "en": "Common Cartridge 1.3"},
    "cartridge-1.1": {"sv": "Common Cartridge 1.1", "en": "Common Cartridge 1.1"},
    "scorm": {"sv": "SCORM 1.2", "en": "SCORM 1.2"},
    "pdf": {"sv": "PDF", "en": "PDF"},
    "none": {"sv": "Finns inte", "en": "Not available"},
}
"""What the list of files to download says."""
BOOK: Mapping[str, Words] = {
    "contents": {"sv": "Innehåll", "en": "Contents"},
    "printed": {"sv": "Utskriven {}.", "en": "Printed {}."},
    "latest": {"sv": "Den senaste versionen finns på {}.", "en": "The latest version is at {}."},
    "licence": {
        "sv": "Texten får användas fritt enligt {}. Ange Tillitsguiden som källa.",
        "en": "The text may be used freely under {}. Credit Tillitsguiden.",
    },
    "page": {"sv": "Sida {} av {}", "en": "Page {} of {}"},
}
"""What the cover and the foot of a PDF say."""


def word(table: Mapping[str, Words], key: str, language: str) -> str:
    """Give the word for ``key`` in ``language``; raise KeyError where either is missing."""
    return table[key][language]
