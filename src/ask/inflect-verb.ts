const VOWEL_AND_CONSONANT = /[aeiou][bdgklmnprt]$/u;

/** The regular forms of an English verb: `deny` → `deny`, `denies`, `denied`, `denying`; `ban` → `banned` and `baned`. */
export function inflectVerb(verb: string): readonly string[] {
  const third = /(?:[sxz]|ch|sh|o)$/u.test(verb)
    ? `${verb}es`
    : /[^aeiou]y$/u.test(verb)
      ? `${verb.slice(0, -1)}ies`
      : `${verb}s`;
  const past = verb.endsWith('e')
    ? `${verb}d`
    : /[^aeiou]y$/u.test(verb)
      ? `${verb.slice(0, -1)}ied`
      : `${verb}ed`;
  const present = /[^e]e$/u.test(verb) ? `${verb.slice(0, -1)}ing` : `${verb}ing`;
  const doubled = VOWEL_AND_CONSONANT.test(verb) ? `${verb}${verb.at(-1) ?? ''}` : undefined;
  // Stress decides on doubling; whoever reads a question forgives either spelling.
  return [verb, third, past, present, ...(doubled === undefined ? [] : [`${doubled}ed`, `${doubled}ing`])];
}
