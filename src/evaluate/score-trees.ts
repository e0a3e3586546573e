/** A sentence with its tags and tree; `heads` are indices of words, -1 for the root. */
export interface TaggedSentence {
  readonly forms: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}

/** Shares of words (0–1) whose tag, head, and head with relation (its subtype left out) are right. */
export interface TreeScore {
  readonly words: number;
  readonly upos: number;
  readonly xpos: number;
  readonly unlabelledAttachment: number;
  readonly labelledAttachment: number;
}

const withoutSubtype = (relation: string | undefined): string => relation?.split(':')[0] ?? '';

/** Scores a tagger and parser on gold sentences whose words it is given. */
export function scoreTrees(
  golds: readonly TaggedSentence[],
  predict: (forms: readonly string[]) => TaggedSentence,
): TreeScore {
  let [words, upos, xpos, heads, labelled] = [0, 0, 0, 0, 0];
  for (const gold of golds) {
    const predicted = predict(gold.forms);
    for (const index of gold.forms.keys()) {
      words += 1;
      if (gold.upos[index] === predicted.upos[index]) upos += 1;
      if (gold.xpos[index] === predicted.xpos[index]) xpos += 1;
      if (gold.heads[index] !== predicted.heads[index]) continue;
      heads += 1;
      if (withoutSubtype(gold.relations[index]) === withoutSubtype(predicted.relations[index])) labelled += 1;
    }
  }
  const share = (count: number): number => (words === 0 ? 0 : count / words);
  return {
    words,
    upos: share(upos),
    xpos: share(xpos),
    unlabelledAttachment: share(heads),
    labelledAttachment: share(labelled),
  };
}
