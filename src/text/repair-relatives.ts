/** The words of a sentence with a tree that may be mended: heads within the sentence, -1 for the root. */
export interface ParsedWords {
  readonly forms: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: Int32Array;
  readonly relations: string[];
}

const RELATIVE = /^(?:which|whom|who)$/iu;
const NOUN = /^NN/u;
const ARGUMENT = /^(?:obj|nsubj|nsubj:pass)$/u;
/** How a parser misses a relative clause: it hangs its verb on the verb before. */
const ASTRAY = /^(?:advcl|parataxis|ccomp|conj|dep)$/u;
const PHRASE = /^(?:nmod|flat|compound)$/u;

function isUnder({ heads }: ParsedWords, word: number, top: number): boolean {
  for (let current = word, steps = 0; current >= 0 && steps <= heads.length; steps += 1) {
    if (current === top) return true;
    current = heads[current] ?? -1;
  }
  return false;
}

/** The noun phrase that ends before a relative pronoun, by its governor: “a loan from the fund | , which”. */
function antecedentOf({ forms, xpos, heads, relations }: ParsedWords, pronoun: number): number | undefined {
  const last = forms[pronoun - 1] === ',' ? pronoun - 2 : pronoun - 1;
  if (!NOUN.test(xpos[last] ?? '')) return undefined;
  let noun = last;
  const isPerson = /^who/iu.test(forms[pronoun] ?? '');
  for (let head = heads[noun] ?? -1; head >= 0; head = heads[noun] ?? -1) {
    const relation = relations[noun] ?? '';
    if (!PHRASE.test(relation) || head > last || !NOUN.test(xpos[head] ?? '')) break;
    if (isPerson && relation === 'nmod') break;
    noun = head;
  }
  return noun;
}

/**
 * Hangs a relative clause that the parser gave to the verb before on its noun: “Japan proposed a patrol, which China
 * rejected” tells nothing of how Japan proposed.
 */
export function repairRelatives(words: ParsedWords): void {
  const { forms, xpos, heads, relations } = words;
  for (let pronoun = 1; pronoun < forms.length; pronoun += 1) {
    if (!RELATIVE.test(forms[pronoun] ?? '') || !(xpos[pronoun] ?? '').startsWith('W')) continue;
    const verb = heads[pronoun] ?? -1;
    const above = heads[verb] ?? -1;
    if (verb <= pronoun || above < 0 || above > pronoun) continue;
    if (!ARGUMENT.test(relations[pronoun] ?? '') || !ASTRAY.test(relations[verb] ?? '')) continue;
    const noun = antecedentOf(words, pronoun);
    if (noun === undefined || isUnder(words, noun, verb)) continue;
    heads[verb] = noun;
    relations[verb] = 'acl:relcl';
  }
}
