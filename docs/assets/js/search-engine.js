/* The engine of the guide's search: it analyses the query as the build analysed the pages
   (scripts/guide/search) and ranks what the index holds. It knows nothing of the page it runs on;
   search.js loads it, with the index of one language, when the reader goes to search. */
(function (scope) {
  "use strict";

  var FORMAT = 2;

  /* Words and terms: the twin of scripts/guide/search/analysis.py ------------------------------ */

  var NOT_WORD = /[^\p{L}\p{N}]+/u;

  function words(text) {
    var plain = text
      .toLowerCase()
      .normalize("NFC")
      .replace(/[^\u0000-\u007fåäö]/g, function (letter) {
        return letter.normalize("NFD").replace(/\p{M}/gu, "");
      });
    return plain.split(NOT_WORD).filter(Boolean);
  }

  function folded(word) {
    return word.replace(/[åä]/g, "a").replace(/ö/g, "o");
  }

  function term(word, language) {
    if (language === "en") return folded(stemEnglish(british(word)));
    return folded(language === "sv" ? stemSwedish(word) : word);
  }

  /* American and British spelling come together in one of them, whichever it is. */
  var SPELT = {
    center: "centre", centers: "centres", program: "programme", programs: "programmes", judgment: "judgement",
    judgments: "judgements", license: "licence", licenses: "licences", skeptic: "sceptic", skeptics: "sceptics",
    skeptical: "sceptical", defense: "defence", practise: "practice", fulfill: "fulfil", fulfills: "fulfils", enroll: "enrol",
  };

  function british(word) {
    word = word
      .replace(/([bdgilmnv])our/g, "$1or")
      .replace(/iz(e|es|ed|er|ers|ing|ings|ation|ations|ational)$/, "is$1");
    return Object.prototype.hasOwnProperty.call(SPELT, word) ? SPELT[word] : word;
  }

  /* Stemming: the twin of scripts/guide/search/stemming.py -------------------------------------- */

  var isVowel = function (letter) {
    return letter !== undefined && letter !== "" && "aeiouyåäö".includes(letter);
  };

  function afterSyllable(word, start) {
    for (var at = start + 1; at < word.length; at++) {
      if (!isVowel(word[at]) && isVowel(word[at - 1])) return at + 1;
    }
    return word.length;
  }

  function endsWithAny(word, endings) {
    return endings.some(function (ending) {
      return word.endsWith(ending);
    });
  }

  var SV_ENDINGS = (
    "heterna hetens anden andes andet arens arnas ernas heten heter ornas " +
    "ande aren arna arne aste ades erna erns orna enas ade are ast ena ens ern ets het " +
    "ad an ar as at en er es et or a e"
  ).split(" ");
  var SV_BEFORE_ET = ["ad", "ar", "at", "en", "er", "or"];
  var SV_PAIRS = ["dd", "gd", "nn", "dt", "gt", "kt", "tt"];
  var SV_LAST = [["fullt", "full"], ["löst", "lös"], ["lig", ""], ["els", ""], ["ig", ""]];

  function stemSwedish(word) {
    var start = Math.max(afterSyllable(word, 0), 3);
    word = withoutSwedishEnding(word, start);
    if (word.length - 2 >= start && endsWithAny(word, SV_PAIRS)) word = word.slice(0, -1);
    var last = SV_LAST.find(function (pair) {
      return word.endsWith(pair[0]) && word.length - pair[0].length >= start;
    });
    return last ? word.slice(0, -last[0].length) + last[1] : word;
  }

  function withoutSwedishEnding(word, start) {
    var ending = SV_ENDINGS.find(function (each) {
      return word.endsWith(each) && word.length - each.length >= start;
    });
    if (ending) {
      word = word.slice(0, -ending.length);
      var inner = (ending === "et" || ending === "ets") && word.length - 2 >= start && endsWithAny(word, SV_BEFORE_ET);
      return inner ? word.slice(0, -2) : word;
    }
    var bareS = word.length > start && word.endsWith("s") && "bcdfghjklmnoprtvy".includes(word[word.length - 2]);
    return bareS ? word.slice(0, -1) : word;
  }

  var EN_WHOLE = {
    skis: "ski", skies: "sky", dying: "die", lying: "lie", tying: "tie", idly: "idl", gently: "gentl", ugly: "ugli",
    early: "earli", only: "onli", singly: "singl", sky: "sky", news: "news", howe: "howe", atlas: "atlas",
    cosmos: "cosmos", bias: "bias", andes: "andes",
  };
  var EN_KEPT = "inning outing canning herring earring proceed exceed succeed".split(" ");
  var EN_STEP_2 = [
    ["ization", "ize"], ["ational", "ate"], ["fulness", "ful"], ["ousness", "ous"], ["iveness", "ive"],
    ["tional", "tion"], ["biliti", "ble"], ["lessli", "less"], ["entli", "ent"], ["ation", "ate"], ["alism", "al"],
    ["aliti", "al"], ["ousli", "ous"], ["iviti", "ive"], ["fulli", "ful"], ["enci", "ence"], ["anci", "ance"],
    ["abli", "able"], ["izer", "ize"], ["ator", "ate"], ["alli", "al"], ["bli", "ble"], ["ogi", "og"], ["li", ""],
  ];
  var EN_STEP_3 = [
    ["ational", "ate"], ["tional", "tion"], ["alize", "al"], ["icate", "ic"], ["iciti", "ic"], ["ative", ""],
    ["ical", "ic"], ["ness", ""], ["ful", ""],
  ];
  var EN_STEP_4 = "ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic".split(" ");
  var EN_PAST = ["eedly", "ingly", "edly", "eed", "ing", "ed"];
  var EN_DOUBLE = ["bb", "dd", "ff", "gg", "mm", "nn", "pp", "rr", "tt"];

  function stemEnglish(word) {
    if (word.length < 3) return word;
    if (Object.prototype.hasOwnProperty.call(EN_WHOLE, word)) return EN_WHOLE[word];
    word = markedY(word);
    var head = ["gener", "commun", "arsen"].find(function (each) {
      return word.startsWith(each);
    });
    var r1 = head ? head.length : afterSyllable(word, 0);
    var r2 = afterSyllable(word, r1);
    word = englishPlural(word);
    if (EN_KEPT.includes(word)) return word;
    word = englishPast(word, r1);
    if (word.length > 2 && /[yY]$/.test(word) && !isVowel(word[word.length - 2])) word = word.slice(0, -1) + "i";
    word = englishStep2(word, r1);
    word = englishStep3(word, r1, r2);
    word = englishStep4(word, r2);
    return englishLastLetter(word, r1, r2).replace(/Y/g, "y");
  }

  function markedY(word) {
    var letters = Array.from(word);
    letters.forEach(function (letter, at) {
      if (letter === "y" && (at === 0 || isVowel(letters[at - 1]))) letters[at] = "Y";
    });
    return letters.join("");
  }

  function englishPlural(word) {
    if (word.endsWith("sses")) return word.slice(0, -2);
    if (word.endsWith("ied") || word.endsWith("ies")) return word.length > 4 ? word.slice(0, -2) : word.slice(0, -1);
    if (word.endsWith("us") || word.endsWith("ss") || !word.endsWith("s")) return word;
    return Array.from(word.slice(0, -2)).some(isVowel) ? word.slice(0, -1) : word;
  }

  function englishPast(word, r1) {
    var ending = EN_PAST.find(function (each) {
      return word.endsWith(each);
    });
    if (!ending) return word;
    var base = word.slice(0, -ending.length);
    if (ending.startsWith("ee")) return base.length >= r1 ? base + "ee" : word;
    if (!Array.from(base).some(isVowel)) return word;
    if (endsWithAny(base, ["at", "bl", "iz"])) return base + "e";
    if (endsWithAny(base, EN_DOUBLE)) return base.slice(0, -1);
    return r1 >= base.length && endsShort(base) ? base + "e" : base;
  }

  function endsShort(word) {
    var size = word.length;
    if (size === 2) return isVowel(word[0]) && !isVowel(word[1]);
    if (size < 3) return false;
    var last = word[size - 1];
    return !isVowel(last) && !"wxY".includes(last) && isVowel(word[size - 2]) && !isVowel(word[size - 3]);
  }

  function englishStep2(word, r1) {
    var pair = EN_STEP_2.find(function (each) {
      return word.endsWith(each[0]);
    });
    if (!pair) return word;
    var base = word.slice(0, -pair[0].length);
    var last = base.slice(-1);
    var wrongBefore = (pair[0] === "ogi" && last !== "l") || (pair[0] === "li" && !(last && "cdeghkmnrt".includes(last)));
    return base.length < r1 || wrongBefore ? word : base + pair[1];
  }

  function englishStep3(word, r1, r2) {
    var pair = EN_STEP_3.find(function (each) {
      return word.endsWith(each[0]);
    });
    if (!pair) return word;
    var base = word.slice(0, -pair[0].length);
    return base.length >= (pair[0] === "ative" ? r2 : r1) ? base + pair[1] : word;
  }

  function englishStep4(word, r2) {
    var ending = EN_STEP_4.find(function (each) {
      return word.endsWith(each);
    });
    if (!ending) return word;
    var base = word.slice(0, -ending.length);
    var wrongBefore = ending === "ion" && !/[st]$/.test(base);
    return base.length < r2 || wrongBefore ? word : base;
  }

  function englishLastLetter(word, r1, r2) {
    var base = word.slice(0, -1);
    if (word.endsWith("e") && (base.length >= r2 || (base.length >= r1 && !endsShort(base)))) return base;
    if (word.endsWith("ll") && base.length >= r2) return base;
    return word;
  }

  /* Compounds: the twin of scripts/guide/search/compounds.py ------------------------------------- */

  var SHORTEST_PART = 4;
  var NO_PARTS = new Set(
    ("skap skapet skapen skapens anden ande heten ning ningen ningar bart lösa löst löshet full fullt mässig mässigt samma").split(" ")
  );

  function split(word, weight) {
    for (var cut = SHORTEST_PART; cut <= word.length - SHORTEST_PART; cut++) {
      var left = word.slice(0, cut);
      var right = word.slice(cut);
      if (NO_PARTS.has(right) || !weight(right)) continue;
      if (left.endsWith("s") && left.length > SHORTEST_PART && weight(left.slice(0, -1))) return [left.slice(0, -1), right];
      if (weight(left)) return [left, right];
    }
    return [];
  }

  /* Words that are nearly the same -------------------------------------------------------------- */

  /* What is left of a word when the endings that make nouns, verbs and adjectives of each other are
     gone: "mätning" and "mäta", "trustworthy" and "trust". */
  var DERIVED = {
    sv: /(?:ningsvis|ning|ing|ation|else|het|ande|end|are|skap|lig|ad|n|t|d|er|r)$/,
    en: /(?:worthi|fulli|less|ness|ship|ment|ation|ful|or|er|al|ive|abl|ion|ist|ism|or|ing|i|e)$/,
  };

  function root(stem, language) {
    var pattern = DERIVED[language];
    if (!pattern) return stem;
    var shorter = stem.replace(pattern, "");
    return shorter.length >= 3 ? shorter : stem;
  }

  /* Damerau–Levenshtein distance (neighbouring letters may have changed places), given up above `most`. */
  function distance(one, other, most) {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    var before = null;
    var row = [];
    for (var start = 0; start <= other.length; start++) row.push(start);
    for (var at = 1; at <= one.length; at++) {
      var next = [at];
      var least = at;
      for (var to = 1; to <= other.length; to++) {
        var same = one[at - 1] === other[to - 1];
        var value = Math.min(row[to] + 1, next[to - 1] + 1, row[to - 1] + (same ? 0 : 1));
        if (at > 1 && to > 1 && one[at - 1] === other[to - 2] && one[at - 2] === other[to - 1]) {
          value = Math.min(value, before[to - 2] + 1);
        }
        next.push(value);
        if (value < least) least = value;
      }
      if (least > most) return most + 1;
      before = row;
      row = next;
    }
    return row[other.length];
  }

  /* The letters of a word as bits of a number. */
  function lettersOf(word) {
    var bits = 0;
    for (var at = 0; at < word.length; at++) bits |= 1 << (word.charCodeAt(at) % 31);
    return bits;
  }

  /* A slip changes the length by one at most, and at most two of the letters that a word holds. */
  function mayBeNear(one, lettersOfOne, other, lettersOfOther, most) {
    if (Math.abs(one.length - other.length) > most) return false;
    var different = lettersOfOne ^ lettersOfOther;
    for (var count = 0; different; count++) {
      if (count === 2 * most) return false;
      different &= different - 1;
    }
    return true;
  }

  /* Reading the index ----------------------------------------------------------------------------- */

  /* One digit a number, of 91; each "!" before it says that the number has one digit more. */
  function numbers(text) {
    var found = [];
    for (var at = 0; at < text.length; at++) {
      var more = 0;
      while (text[at] === "!") {
        more++;
        at++;
      }
      var value = digit(text, at);
      for (; more; more--) value = value * 91 + digit(text, ++at);
      found.push(value);
    }
    return found;
  }

  function digit(text, at) {
    var code = text.charCodeAt(at);
    return code > 92 ? code - 36 : code - 35;
  }

  /* Weights of the ranking, chosen on the tuning half of data/search/queries-*.yml. A unit's score has three
     parts: how well its wordings (question, other wordings, heading, sentences) fit the query word by word, how
     much of the query stands in the whole unit, and how like its wordings are to the query in runs of letters. */
  var SETTINGS = {
    // How a word of the query is looked for: what each way is worth beside the word itself.
    synonym: 0.83,
    slip: [1, 0.95, 0.84], // by number of letters that differ
    joined: 1, // two words of the query written together
    parts: 0.94, // the parts of a compound that the guide does not have
    part: 0.32, // one part of it
    family: 0.5, // "mäta" for "mätning"
    prefix: 0.6, // a word that only begins so, while it is typed
    alike: 0.86, // a word that shares runs of letters, times the share of them
    leastAlike: 0.25, // the least share that counts
    // How well a wording fits.
    also: 1, // another wording, beside the title
    context: 0.95, // a heading together with its page's title
    body: 0.5, // a sentence of the text
    recall: 0.97, // how much it counts that the query covers the wording, and not only the other way round
    recallBody: 0.85, // the same for a sentence
    stop: 0.52, // a stop word's weight beside an ordinary word's
    next: 0.75, // what each further wording of a unit adds, beside the one before it
    // What stands in the whole unit, by BM25F.
    text: 0.47,
    alsoText: 1.5, // how slowly a word gains weight by standing in several other wordings
    bodyText: 4, // the same for sentences
    // Runs of letters.
    letters: 0.37,
    nextLetters: 0.7,
    // The whole.
    least: 0.45, // the share of the query that some unit must hold; with less the guide says that it has nothing
    coverage: 0.68, // power of the share of the query that is found at all
    kinds: { q: 0.95, s: 1.07, u: 0.95, p: 0.58, t: 0.92 }, // question, section, subsection, page, term
    exact: { q: 0.11, s: 0.09, u: 0.08, p: 0.15, t: 0.3 }, // what that gains when the query is one of its wordings
    asked: 1.03, // a question's further weight when the query is one itself
  };

  function open(data, settings) {
    if (data.format !== FORMAT) throw new Error("The search index has form " + data.format + ", not " + FORMAT);
    var tuned = Object.assign({}, SETTINGS, settings);
    var index = readIndex(data, tuned);
    return {
      language: data.language,
      themes: data.themes,
      units: index.units,
      search: function (query) {
        return search(index, query, tuned);
      },
      addTexts: function (more) {
        addTexts(index, more, tuned);
      },
      suggest: function (query, most) {
        return suggest(index, query, most);
      },
      near: function (query, most) {
        return near(index, query, most);
      },
      marks: function (query) {
        return marks(index, query, tuned);
      },
    };
  }

  function readIndex(data, tuned) {
    var index = {
      language: data.language,
      stop: new Set(data.stop.split(" ")),
      stopTerms: new Set(),
      smallWords: new Map(),
      units: readUnits(data),
      terms: [],
      number: new Map(),
      postings: [],
      wordings: [],
      wordingsOf: new Map(),
      synonyms: new Map(),
      families: new Map(),
      surface: new Map(), // term → a word that has it, to show
      wholes: new Map(), // every word of titles and short answers, to tell slips by
    };
    index.stop.forEach(function (word) {
      index.stopTerms.add(term(word, index.language));
      index.smallWords.set(plain(word), word);
    });
    readTitles(index, tuned);
    readTerms(data, index, tuned);
    readSynonyms(data, index);
    weigh(index, tuned);
    return index;
  }

  function readUnits(data) {
    var units = [];
    var above = "";
    numbers(data.perPage).forEach(function (count, page) {
      for (var left = count; left > 0; left--) {
        var at = units.length;
        var kind = data.kinds[at];
        var from = data.pages[page];
        var title = data.titles[at] || from[0];
        if (kind === "s") above = title;
        units.push({
          number: at,
          kind: kind,
          title: title,
          text: data.texts[at],
          page: from[0],
          place: [from[2], kind === "p" ? "" : from[0], kind === "q" ? above : ""].filter(Boolean),
          address: from[1],
          anchor: data.anchors[at],
        });
      }
    });
    return units;
  }

  /* How rare terms are, the weight of wordings that follows from it, and terms in order. */
  function weigh(index, tuned) {
    index.idf = index.postings.map(function (found) {
      return Math.log(1 + index.units.length / found.units.length);
    });
    index.typical = Math.log(1 + index.units.length / 8);
    index.wordings.forEach(function (wording) {
      wording.total = 0;
      wording.terms.forEach(function (each) {
        wording.total += weightOf(index, each, tuned);
      });
    });
    index.sorted = index.terms.slice().sort();
    readRuns(index);
    index.letters = index.terms.map(lettersOf);
  }

  /* Runs of three to five letters of a term, its start marked: what words have in common that no ending and no
     part tells ("arbetsbelastning", "arbetsbörda"). */
  function runsOf(each) {
    var marked = "^" + each;
    var found = new Set();
    for (var size = 3; size <= 5; size++) {
      for (var at = 0; at + size <= marked.length; at++) found.add(marked.slice(at, at + size));
    }
    return found;
  }

  /* Where each run of letters stands, what it weighs (squared, as a cosine needs it), and how much a term and a
     wording hold of them in all. */
  function readRuns(index) {
    var places = new Map();
    index.terms.forEach(function (each, number) {
      if (index.stopTerms.has(each)) return;
      runsOf(each).forEach(function (run) {
        if (!places.has(run)) places.set(run, []);
        places.get(run).push(number);
      });
    });
    index.runs = new Map();
    index.runsOfTerm = new Float64Array(index.terms.length);
    places.forEach(function (terms, run) {
      var weight = Math.pow(Math.log(1 + index.terms.length / terms.length), 2);
      index.runs.set(run, { terms: terms, weight: weight });
      terms.forEach(function (number) {
        index.runsOfTerm[number] += weight;
      });
    });
    index.newRun = Math.pow(Math.log(1 + index.terms.length), 2);
    index.wordings.forEach(function (wording) {
      wording.runs = 0;
      wording.terms.forEach(function (each) {
        wording.runs += index.runsOfTerm[index.number.get(each)] || 0;
      });
    });
  }

  /* What a word shares with the terms of the index: the weight of their common runs, and of its own. */
  function sharedRuns(index, each) {
    var found = { own: 0, terms: new Sums(index.terms.length) };
    runsOf(each).forEach(function (run) {
      var known = index.runs.get(run);
      found.own += known ? known.weight : index.newRun;
      if (!known) return;
      known.terms.forEach(function (number) {
        found.terms.add(number, known.weight);
      });
    });
    return found;
  }

  /* The rest of the texts, which the first hits did not wait for. */
  function addTexts(index, more, tuned) {
    more.texts.forEach(function (text, number) {
      if (text) index.units[number].text = text;
    });
    readTerms(more, index, tuned);
    weigh(index, tuned);
  }

  /* Terms with the units, the other wordings and the sentences that they stand in. */
  function readTerms(data, index, tuned) {
    var shared = numbers(data.shared);
    var places = lists(data.counts, data.gaps);
    var at = 0;
    var terms = [];
    data.rests.split(" ").forEach(function (rest, number) {
      var each = (terms[number - 1] || "").slice(0, shared[number]) + rest;
      terms.push(each);
      places[number].forEach(function (unit) {
        addToText(index, unit, each, Number(data.weights[at++]) / data.levels);
      });
    });
    var also = { worth: tuned.also, recall: tuned.recall, slowness: tuned.alsoText };
    readTexts(index, terms, data.alsoPerUnit, lists(data.alsoCounts, data.alsoGaps), also);
    if (!data.bodyPerUnit) return;
    var body = { worth: tuned.body, recall: tuned.recallBody, slowness: tuned.bodyText };
    readTexts(index, terms, data.bodyPerUnit, lists(data.bodyCounts, data.bodyGaps), body);
  }

  function readTexts(index, terms, perUnit, places, kind) {
    var first = index.wordings.length;
    numbers(perUnit).forEach(function (count, unit) {
      for (; count; count--) addWording(index, index.units[unit], [], kind.worth, kind.recall);
    });
    places.forEach(function (texts, number) {
      var counts = new Map();
      texts.forEach(function (text) {
        addToWording(index, first + text, terms[number]);
        var unit = index.wordings[first + text].unit;
        counts.set(unit, (counts.get(unit) || 0) + 1);
      });
      // A term counts as one of the unit's text, and more the more of these hold it.
      counts.forEach(function (count, unit) {
        addToText(index, unit, terms[number], count / (count + kind.slowness));
      });
    });
  }

  /* Lists of rising numbers, written as the length of each and the gaps in all. */
  function lists(lengths, gaps) {
    var all = numbers(gaps);
    var at = 0;
    return numbers(lengths).map(function (length) {
      var last = -1;
      return all.slice(at, (at += length)).map(function (gap) {
        last += gap + 1;
        return last;
      });
    });
  }

  function addTerm(index, each, postings) {
    index.number.set(each, index.terms.length);
    index.terms.push(each);
    index.postings.push(postings);
    var family = root(each, index.language);
    if (!index.families.has(family)) index.families.set(family, []);
    index.families.get(family).push(each);
  }

  function readSynonyms(data, index) {
    index.longestSynonym = 1;
    data.synonyms.forEach(function (group) {
      var members = group.split("|");
      members.forEach(function (member) {
        var others = members.filter(function (other) {
          return other !== member;
        });
        index.synonyms.set(member, (index.synonyms.get(member) || []).concat(others));
        index.longestSynonym = Math.max(index.longestSynonym, member.split(" ").length);
      });
    });
  }

  /* The wordings that a query may equal, beside those that editors gathered: titles, and headings together with
     the title of their page. */
  function readTitles(index, tuned) {
    index.units.forEach(function (unit) {
      var title = termsOf(index, unit.title);
      addWording(index, unit, title, 1, tuned.recall);
      if (unit.title.includes("-")) {
        addWording(index, unit, termsOf(index, unit.title.replace(/-/g, "")), 1, tuned.recall);
      }
      if (unit.kind === "s" || unit.kind === "u") {
        addWording(index, unit, termsOf(index, unit.page).concat(title), tuned.context, tuned.recall);
      }
      termsOf(index, unit.text);
    });
  }

  function addToText(index, unit, each, level) {
    if (index.stopTerms.has(each)) return;
    if (!index.number.has(each)) addTerm(index, each, { units: [], levels: [], places: new Map() });
    var postings = index.postings[index.number.get(each)];
    var at = postings.places.get(unit);
    if (at !== undefined) {
      postings.levels[at] = 1 - (1 - postings.levels[at]) * (1 - level);
    } else {
      postings.places.set(unit, postings.units.length);
      postings.units.push(unit);
      postings.levels.push(level);
    }
  }

  /* The terms of a text; its words are remembered, to suggest whole words later. */
  function termsOf(index, text) {
    return words(text).map(function (word) {
      var each = term(word, index.language);
      if (!index.surface.has(each)) index.surface.set(each, word);
      if (!index.wholes.has(word)) {
        index.wholes.set(word, { term: each, word: folded(word), letters: lettersOf(folded(word)) });
      }
      return each;
    });
  }

  function addWording(index, unit, terms, worth, recall) {
    var wording = { unit: unit.number, worth: worth, recall: recall, terms: [], total: 0, runs: 0 };
    var number = index.wordings.push(wording) - 1;
    new Set(terms).forEach(function (each) {
      addToWording(index, number, each);
    });
  }

  function addToWording(index, number, each) {
    index.wordings[number].terms.push(each);
    if (!index.wordingsOf.has(each)) index.wordingsOf.set(each, []);
    index.wordingsOf.get(each).push(number);
  }

  /* A term's weight: that of the index, or for a stop word, which the index leaves out, a share of how
     rare it is among the wordings ("how" says little, "how often" more). */
  function weightOf(index, each, tuned) {
    var number = index.number.get(each);
    if (number !== undefined) return index.idf[number];
    var places = (index.wordingsOf.get(each) || []).length;
    return tuned.stop * Math.log(1 + index.wordings.length / (1 + places));
  }

  /* From the query to what is looked for: for each word, terms that stand for it, each with a weight. */

  function Sought(index, word, weight, stop) {
    this.word = word;
    this.term = term(word, index.language);
    this.stop = stop;
    this.weight = weight;
    this.choices = new Map();
  }

  Sought.prototype.add = function (terms, weight) {
    var key = terms.join(" ");
    if (!(this.choices.get(key) >= weight)) this.choices.set(key, weight);
  };

  function analyse(index, query, tuned) {
    var found = words(query);
    var unfinished = /[\p{L}\p{N}]$/u.test(query);
    var sought = found.map(function (word, at) {
      var small = smallWord(index, word);
      var each = new Sought(index, small || word, 0, Boolean(small));
      each.add([each.term], 1);
      if (!each.stop) {
        each.shared = sharedRuns(index, each.term);
        lookUp(index, each, tuned, unfinished && at === found.length - 1);
      }
      return each;
    });
    joinNeighbours(index, sought, tuned);
    addPhrases(index, sought, tuned);
    sought.forEach(function (each) {
      each.weight = each.stop ? weightOf(index, each.term, tuned) : soughtWeight(index, each);
    });
    return sought;
  }

  /* The stop word that a word is, also typed without å, ä and ö; "" for a word of another kind. */
  function smallWord(index, word) {
    if (index.stop.has(word)) return word;
    if (index.language !== "sv" || index.number.has(term(word, "sv"))) return "";
    return index.smallWords.get(plain(word)) || "";
  }

  /* A word with å, ä and ö typed as other letters: "aa", "ae", "oe", or their dots left out. */
  function plain(word) {
    return folded(word.replace(/aa/g, "a").replace(/ae/g, "a").replace(/oe/g, "o"));
  }

  function lookUp(index, sought, tuned, mayGoOn) {
    var known = index.number.has(sought.term);
    variants(index, sought).forEach(function (each) {
      sought.add([each], 0.95);
      known = true;
    });
    (index.families.get(root(sought.term, index.language)) || []).forEach(function (each) {
      sought.add([each], tuned.family);
    });
    if (mayGoOn && sought.word.length > 2) addLonger(index, sought, known ? tuned.prefix : tuned.family);
    var inParts = addParts(index, sought, tuned, known);
    if (!known && !inParts && !index.synonyms.has(sought.term)) addSlips(index, sought, tuned);
    addSynonyms(index, sought, tuned);
    addAlike(index, sought, tuned);
  }

  function addAlike(index, sought, tuned) {
    if (sought.term.length < 4) return;
    var alike = [];
    sought.shared.terms.numbers.forEach(function (number) {
      var share = sought.shared.terms.values[number] / Math.sqrt(sought.shared.own * index.runsOfTerm[number]);
      if (share >= tuned.leastAlike && index.terms[number] !== sought.term) alike.push({ number: number, share: share });
    });
    alike
      .sort(function (one, other) {
        return other.share - one.share;
      })
      .slice(0, 8)
      .forEach(function (each) {
        sought.add([index.terms[each.number]], tuned.alike * each.share);
      });
  }

  /* A word typed without å, ä and ö may have lost more than its ending: "forstar" is "förstår". */
  function variants(index, sought) {
    if (index.language !== "sv" || /[åäö]/.test(sought.word)) return [];
    return [sought.word, plain(sought.word)]
      .reduce(function (all, word) {
        all.push(term(word, "sv"), word);
        SV_ENDINGS.forEach(function (ending) {
          if (word.endsWith(ending) && word.length - ending.length > 2) all.push(word.slice(0, -ending.length));
        });
        return all;
      }, [])
      .filter(function (each) {
        return each !== sought.term && index.number.has(each);
      });
  }

  function addLonger(index, sought, weight) {
    var start = folded(sought.word);
    var low = 0;
    var high = index.sorted.length;
    while (low < high) {
      var middle = (low + high) >> 1;
      if (index.sorted[middle] < start) low = middle + 1;
      else high = middle;
    }
    var longer = [];
    for (var at = low; at < high + 200 && at < index.sorted.length && index.sorted[at].startsWith(start); at++) {
      longer.push(index.sorted[at]);
    }
    longer
      .sort(function (one, other) {
        return one.length - other.length;
      })
      .slice(0, 12)
      .forEach(function (each) {
        sought.add([each], weight);
      });
  }

  function addParts(index, sought, tuned, known) {
    // Swedish writes compounds together; in English only a word that the guide does not have may be two.
    if (index.language !== "sv" && known) return false;
    var parts = split(sought.word, function (part) {
      return index.number.has(term(part, index.language)) ? 1 : 0;
    }).map(function (part) {
      return term(part, index.language);
    });
    if (!parts.length) return false;
    sought.add(parts, tuned.parts);
    parts.forEach(function (part) {
      sought.add([part], tuned.part);
    });
    return true;
  }

  function addSlips(index, sought, tuned) {
    nearTerms(index, sought.word, 3).forEach(function (near) {
      sought.add([near.term], tuned.slip[near.distance]);
    });
  }

  /* Terms nearest to a word that the guide does not have: to its stem, to the word itself, and to a word of
     the guide that has the term. */
  function nearTerms(index, word, most) {
    var forms = [term(word, index.language), folded(word)];
    var limit = forms[0].length < 4 ? 0 : forms[0].length < 7 ? 1 : 2;
    var found = [];
    if (!limit) return found;
    var letters = forms.map(lettersOf);
    var away = new Map();
    var compare = function (form, at, other, lettersOfOther, number) {
      var most = away.has(number) ? away.get(number) - 1 : limit;
      if (most < 0 || !mayBeNear(form, letters[at], other, lettersOfOther, most)) return;
      var found = distance(form, other, most);
      if (found <= most) away.set(number, found);
    };
    index.terms.forEach(function (each, number) {
      forms.forEach(function (form, at) {
        compare(form, at, each, index.letters[number], number);
      });
    });
    index.wholes.forEach(function (whole) {
      var number = index.number.get(whole.term);
      if (number !== undefined) compare(forms[1], 1, whole.word, whole.letters, number);
    });
    away.forEach(function (distance, number) {
      found.push({ term: index.terms[number], distance: distance, places: index.postings[number].units.length });
    });
    found.sort(function (one, other) {
      return one.distance - other.distance || other.places - one.places;
    });
    return found.slice(0, most);
  }

  function addSynonyms(index, sought, tuned) {
    Array.from(sought.choices).forEach(function (choice) {
      (index.synonyms.get(choice[0]) || []).forEach(function (other) {
        sought.add(contentOf(index, other), choice[1] * tuned.synonym);
      });
    });
  }

  /* A synonym of several words is looked for by those that the index holds. */
  function contentOf(index, phrase) {
    var all = phrase.split(" ");
    var kept = all.filter(function (each) {
      return index.number.has(each);
    });
    return kept.length ? kept : all;
  }

  function joinNeighbours(index, sought, tuned) {
    for (var size = 2; size <= 3; size++) {
      for (var at = 0; at + size <= sought.length; at++) {
        var run = sought.slice(at, at + size);
        ["", "s"].forEach(joinRun.bind(null, index, run, tuned));
      }
    }
  }

  function joinRun(index, run, tuned, link) {
    var joined = run.map(wordOf).join("").replace(run[run.length - 1].word, link + run[run.length - 1].word);
    var each = term(joined, index.language);
    // "går det" is not "gårdet".
    var small = run.every(function (part) {
      return part.stop || part.word.length < 3;
    });
    if (small || joined.length < 6 || !index.number.has(each)) return;
    run.forEach(function (part) {
      part.stop = false;
      part.add([each], tuned.joined);
      (index.synonyms.get(each) || []).forEach(function (synonym) {
        part.add(contentOf(index, synonym), tuned.joined * tuned.synonym);
      });
    });
  }

  function wordOf(sought) {
    return sought.word;
  }

  /* Synonyms of several words in the query: "administrativ börda" finds what "byråkrati" finds. */
  function addPhrases(index, sought, tuned) {
    for (var size = Math.min(index.longestSynonym, sought.length); size > 1; size--) {
      for (var at = 0; at + size <= sought.length; at++) {
        var run = sought.slice(at, at + size);
        var others = index.synonyms.get(run.map(termOf).join(" "));
        if (others) addToRun(index, run, others, tuned);
      }
    }
  }

  function termOf(sought) {
    return sought.term;
  }

  function addToRun(index, run, others, tuned) {
    run.forEach(function (each) {
      others.forEach(function (other) {
        each.add(contentOf(index, other), tuned.synonym);
      });
      each.stop = false;
    });
  }

  function soughtWeight(index, sought) {
    if (index.number.has(sought.term)) return index.idf[index.number.get(sought.term)];
    var best = 0;
    var weight = index.typical;
    sought.choices.forEach(function (worth, key) {
      var known = key.split(" ").every(function (each) {
        return index.number.has(each);
      });
      if (known && worth > best) {
        best = worth;
        weight = Math.max.apply(
          null,
          key.split(" ").map(function (each) {
            return index.idf[index.number.get(each)];
          })
        );
      }
    });
    return weight;
  }

  /* Ranking ------------------------------------------------------------------------------------------ */

  function search(index, query, tuned) {
    var sought = analyse(index, query, tuned);
    if (!sought.length) return [];
    var texts = rankTexts(index, sought);
    var phrases = rankWordings(index, sought);
    var letters = rankLetters(index, sought, tuned);
    var asked = looksAsked(sought, query);
    var hits = [];
    var best = 0;
    var known = 0;
    new Set([...texts.keys(), ...phrases.keys(), ...letters.keys()]).forEach(function (number) {
      var text = texts.get(number) || { score: 0, covered: 0 };
      var fits = phrases.get(number) || [0];
      var phrase = inAll(fits, tuned.next);
      var unit = index.units[number];
      var covered = Math.max(text.covered, fits[0]);
      var score = (phrase + tuned.text * text.score) * Math.pow(covered, tuned.coverage);
      var favoured = tuned.kinds[unit.kind] * (asked && unit.kind === "q" ? tuned.asked : 1);
      if (fits[0] > 0.9) favoured += tuned.exact[unit.kind] * (fits[0] - 0.9) * 10;
      hits.push({ unit: unit, score: score * favoured, letters: (letters.get(number) || 0) * favoured });
      best = Math.max(best, score * favoured);
      known = Math.max(known, covered);
    });
    if (known < tuned.least) return [];
    var most = hits.reduce(function (most, hit) { return Math.max(most, hit.letters); }, 0);
    hits.forEach(function (hit) {
      hit.score = (best ? hit.score / best : 0) + (most ? tuned.letters * hit.letters / most : 0);
    });
    hits.sort(function (one, other) {
      return other.score - one.score || one.unit.number - other.unit.number;
    });
    return onlyGood(hits);
  }

  /* The best counts whole, each further one less. */
  function inAll(fits, next) {
    var sum = 0;
    for (var at = fits.length - 1; at >= 0; at--) sum = fits[at] + next * sum;
    return sum;
  }

  var MOST_WORDINGS = 12;

  /* For each unit, how much its wordings are like the query in runs of letters (the cosine of the two). */
  function rankLetters(index, sought, tuned) {
    var own = 0;
    var terms = new Sums(index.terms.length);
    sought.forEach(function (each) {
      if (!each.shared) return;
      own += each.shared.own;
      each.shared.terms.numbers.forEach(function (number) {
        terms.add(number, each.shared.terms.values[number]);
      });
    });
    var wordings = new Sums(index.wordings.length);
    terms.numbers.forEach(function (term) {
      (index.wordingsOf.get(index.terms[term]) || []).forEach(function (number) {
        wordings.add(number, terms.values[term]);
      });
    });
    var fits = perUnit(index, wordings, function (wording, weight) {
      return (wording.worth * weight) / Math.sqrt(own * wording.runs);
    });
    fits.forEach(function (each, unit) {
      fits.set(unit, inAll(each, tuned.nextLetters));
    });
    return fits;
  }

  function onlyGood(hits) {
    if (!hits.length) return hits;
    var least = hits[0].score / 4;
    return hits.filter(function (hit, at) {
      return at < 3 || hit.score >= least;
    });
  }

  /* A query is a question when it asks, or when it holds the small words that only sentences have. */
  function looksAsked(sought, query) {
    var small = sought.filter(function (each) {
      return each.stop;
    }).length;
    return query.includes("?") || small >= 2 || /^(hur|vad|var|varför|när|vem|vilka?|kan|får|måste|ska|är|how|what|why|when|who|which|can|do|does|is|are|should|must|may)\s/i.test(query);
  }

  function rankTexts(index, sought) {
    var total = 0;
    var found = new Map();
    sought.forEach(function (each) {
      if (each.stop) return;
      total += each.weight;
      bestPerUnit(index, each).forEach(function (best, unit) {
        var sum = found.get(unit) || { score: 0, covered: 0 };
        sum.score += each.weight * best.score;
        sum.covered += each.weight * best.worth;
        found.set(unit, sum);
      });
    });
    found.forEach(function (sum) {
      sum.score /= total;
      sum.covered /= total;
    });
    return found;
  }

  /* For one word of the query: the best that any of its terms gives each unit. */
  function bestPerUnit(index, sought) {
    var best = new Map();
    var keep = function (unit, level, worth) {
      var before = best.get(unit);
      if (!before) best.set(unit, { score: level * worth, worth: worth });
      else {
        before.score = Math.max(before.score, level * worth);
        before.worth = Math.max(before.worth, worth);
      }
    };
    sought.choices.forEach(function (worth, key) {
      levelsOf(index, key.split(" ")).forEach(function (level, unit) {
        keep(unit, level, worth);
      });
    });
    return best;
  }

  /* Units that hold all the terms, each with the mean of their levels. */
  function levelsOf(index, terms) {
    var found = null;
    terms.forEach(function (each) {
      var postings = index.postings[index.number.get(each)];
      var here = new Map();
      if (postings) {
        postings.units.forEach(function (unit, at) {
          if (!found || found.has(unit)) here.set(unit, (found ? found.get(unit) : 0) + postings.levels[at] / terms.length);
        });
      }
      found = here;
    });
    return found;
  }

  /* For each unit, how well each of its wordings fits the query. */
  function rankWordings(index, sought) {
    var total = 0;
    var matched = new Sums(index.wordings.length);
    var counted = new Int32Array(index.wordings.length);
    sought.forEach(function (each, turn) {
      total += each.weight;
      // The best choice of a word counts, once for each wording.
      byWorth(each).forEach(function (choice) {
        wordingsWith(index, choice[0].split(" ")).forEach(function (number) {
          if (counted[number] === turn + 1) return;
          counted[number] = turn + 1;
          matched.add(number, choice[1] * each.weight);
        });
      });
    });
    return perUnit(index, matched, function (wording, weight) {
      var recalled = Math.min(1, weight / wording.total);
      return (wording.worth * weight * (1 - wording.recall + wording.recall * recalled)) / total;
    });
  }

  function byWorth(sought) {
    return Array.from(sought.choices).sort(function (one, other) {
      return other[1] - one[1];
    });
  }

  /* Sums by number, of which most stay 0. */
  function Sums(size) {
    this.values = new Float64Array(size);
    this.numbers = [];
  }

  Sums.prototype.add = function (number, value) {
    if (this.values[number] === 0) this.numbers.push(number);
    this.values[number] += value;
  };

  function perUnit(index, sums, fitOf) {
    var fits = new Map();
    sums.numbers.forEach(function (number) {
      var wording = index.wordings[number];
      var fit = fitOf(wording, sums.values[number]);
      var found = fits.get(wording.unit);
      if (found) keepBest(found, fit);
      else fits.set(wording.unit, [fit]);
    });
    return fits;
  }

  /* Put a number in its place among the best ones, the greatest first. */
  function keepBest(best, value) {
    var at = best.length;
    if (at === MOST_WORDINGS) {
      if (value <= best[at - 1]) return;
      at--;
    }
    for (; at > 0 && best[at - 1] < value; at--) best[at] = best[at - 1];
    best[at] = value;
  }

  function wordingsWith(index, terms) {
    return terms.reduce(function (found, each) {
      var here = index.wordingsOf.get(each) || [];
      if (!found) return here;
      var both = new Set(here);
      return found.filter(function (number) {
        return both.has(number);
      });
    }, null);
  }

  /* What the dialog needs beside the hits ---------------------------------------------------------- */

  /* Whole words that the word being typed may become, the commonest first. */
  function suggest(index, query, most) {
    if (!/[\p{L}\p{N}]$/u.test(query)) return [];
    var typed = words(query).pop();
    if (!typed || typed.length < 2) return [];
    var start = folded(typed);
    var found = [];
    index.surface.forEach(function (word, each) {
      var number = index.number.get(each);
      if (word !== typed && folded(word).startsWith(start) && number !== undefined) {
        found.push({ word: word, places: index.postings[number].units.length });
      }
    });
    found.sort(function (one, other) {
      return other.places - one.places;
    });
    return found.slice(0, most).map(function (each) {
      return each.word;
    });
  }

  /* Words of the guide that are near to a word that it does not have. */
  function near(index, query, most) {
    var found = [];
    words(query).forEach(function (word) {
      if (index.stop.has(word) || index.number.has(term(word, index.language))) return;
      nearTerms(index, word, most).forEach(function (each) {
        var whole = index.surface.get(each.term);
        if (whole && !found.includes(whole)) found.push(whole);
      });
    });
    return found.slice(0, most);
  }

  /* A function that says of a word of a hit whether the query looked for it. */
  function marks(index, query, tuned) {
    var looked = new Set();
    var starts = [];
    analyse(index, query, tuned).forEach(function (each) {
      if (each.stop) return;
      each.choices.forEach(function (worth, key) {
        if (worth < 0.5) return; // alike, but hardly what the reader meant
        key.split(" ").forEach(function (part) {
          looked.add(part);
        });
      });
      if (each.term.length > 3) starts.push(each.term);
    });
    return function (word) {
      var plain = words(word)[0];
      if (!plain || index.stop.has(plain)) return false;
      var each = term(plain, index.language);
      return looked.has(each) || starts.some(function (start) {
        return each.startsWith(start) || (each.length > start.length + 3 && each.endsWith(start));
      });
    };
  }

  scope.guideSearchEngine = { open: open, numbers: numbers, words: words, term: term, split: split, distance: distance, settings: SETTINGS };
})(typeof window === "undefined" ? globalThis : window);
