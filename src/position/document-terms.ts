import type { Token } from '../model/annotated-text.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import { addToList } from './add-to-list.ts';
import { readTerms } from './vocabulary.ts';
import type { Term, Vocabulary } from './vocabulary.ts';

/** The terms of a document: those at each token, and the tokens of each term, ascending. */
export interface DocumentTerms {
  readonly atToken: readonly (readonly Term[])[];
  readonly tokensOf: ReadonlyMap<string, readonly number[]>;
  /** Tokens of the document's headlines. */
  readonly headline: readonly Token[];
}

function findTokens(terms: readonly (readonly Term[])[]): ReadonlyMap<string, readonly number[]> {
  const tokensOf = new Map<string, number[]>();
  for (const [index, list] of terms.entries()) {
    for (const { key } of list) {
      if (tokensOf.get(key)?.at(-1) !== index) addToList(tokensOf, key, index);
    }
  }
  return tokensOf;
}

/** What an entity's name tells, whatever the words of a mention. */
function readName(label: string, vocabulary: Vocabulary): Term[] {
  const words = label.split(/\s+/).map((form) => ({ form, lemma: form.toLowerCase() }));
  return readTerms(words, vocabulary)
    .flat()
    .filter(({ kind, rarity }) => kind !== 'class' && rarity >= 0.5);
}

/** The terms at every token of the document, the labels of the entities mentioned among them. */
export function readDocumentTerms(linked: LinkedExtraction, vocabulary: Vocabulary): DocumentTerms {
  const { text } = linked;
  // “has called for” acquires nothing.
  const terms = readTerms(text.tokens, vocabulary).map((list, index) =>
    list.filter(({ kind }) => kind !== 'class' || text.tokens[index]?.upos !== 'AUX'),
  );
  const names = new Map(linked.entities.map(({ id, label }) => [id, readName(label, vocabulary)]));
  for (const { id, principal } of linked.entities) {
    // “Putin” stands for Russia where an issue is about Russia.
    const places = (names.get(principal ?? '') ?? []).filter(({ kind }) => kind === 'place');
    names.get(id)?.push(...places);
  }
  for (const { index, headToken } of linked.mentions)
    terms[headToken]?.push(...(names.get(linked.entityOfMention[index] ?? '') ?? []));
  return {
    atToken: terms,
    tokensOf: findTokens(terms),
    headline: text.tokens.filter(
      (token) => text.blocks[text.sentences[token.sentence]?.block ?? -1]?.kind === 'headline',
    ),
  };
}
