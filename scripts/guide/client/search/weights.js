/* Weights of the ranking, chosen on the sets of queries that have been looked at (data/search: the tuning half, unseen,
   names, new questions); README says which of them have met the fresh ones. What each is used for is in query.js,
   index.js and ranking.js; what each is worth, `python scripts/bench_search.py --ablation` says. A unit's score has
   three parts: how well its wordings (question, other wordings, heading) fit the query word by word, how much of the
   query stands in the whole unit, and how like its wordings are to the query in runs of letters. */

export const WEIGHTS = {
  // How a word of the query is looked for: what each way is worth beside the word itself.
  variant: 0.95, // the word as it is with its å, ä and ö
  synonym: 0.72,
  slip: [1, 0.95, 0.84], // by number of letters that differ
  joined: 1, // two words of the query written together
  parts: 1, // the parts of a compound that the guide does not have
  part: 0.32, // one part of it
  prefix: 0.6, // a word that only begins so, while it is typed
  alike: 0.86, // a word that shares runs of letters, times the share of them
  leastAlike: 0.2, // the least share that counts
  marked: 0.5, // the least that a word of a hit must be worth to be marked as found
  // How well a wording fits.
  also: 1, // another wording, beside the title
  context: 0.95, // a heading together with its page's title
  recall: 0.8, // how much it counts that the query covers the wording, and not only the other way round
  stop: 0.52, // a stop word's weight beside an ordinary word's
  // What stands in the whole unit, by BM25F.
  text: 0.6,
  alsoText: 1.5, // how slowly a word gains weight by standing in several other wordings
  // Runs of letters.
  letters: 0.37,
  // The whole.
  least: 0.45, // the share of the query that some unit must hold; with less the guide says that it has nothing
  stands: 0.8, // what a term must be worth to stand for a word of the query, which is otherwise unknown
  confident: 0.33, // the fit that the first hit must have for anything to be called a hit
  follows: 0.5, // the share of it that suffices for those after it
  coverage: 0.6, // power of the share of the query that is found at all
  kinds: { q: 1.15, s: 0.9, u: 0.95, p: 1, t: 0.8 }, // question, section, subsection, page, term
  named: { q: 1, s: 0.3, u: 0.3, p: 3, t: 0.5 }, // what is added to that whose whole title, or name, the query is
  unasked: 2.5, // how much more a question counts that has no other wordings yet, but for its runs of letters
};
