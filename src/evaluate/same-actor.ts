import type { ClaimDocument } from './claim-document.ts';

/** A name without accents, case, punctuation, article and the genitive’s “’s”: “The Kremlin’s” → “kremlin”. */
export function normaliseName(name: string): string {
  return name
    .normalize('NFKD')
    .replaceAll(/[\u0300-\u036F]/gu, '')
    .toLowerCase()
    .replaceAll(/[’‘`´]/gu, "'")
    .replaceAll(/'s\b/gu, '')
    .replaceAll(/[^\p{L}\p{N} ]+/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/^(?:the|a|an) /u, '');
}

/** An actor as claims refer to it. */
export interface NamedActor {
  readonly qid?: string;
  readonly label: string;
  /** The label and every literal name in the text, normalised. */
  readonly names: ReadonlySet<string>;
}

/** Looks up the actor for which an id stands; an id that no entity has is taken for a plain name. */
export function indexActors(document: ClaimDocument): (reference: string) => NamedActor {
  const entities = new Map(document.entities.map((entity) => [entity.id, entity]));
  return (reference) => {
    const entity = entities.get(reference);
    const label = normaliseName(entity?.label ?? reference);
    const surfaces = (entity?.mentions ?? []).flatMap(({ nominal, surface }) =>
      nominal === true || surface === undefined ? [] : [normaliseName(surface)],
    );
    const names = new Set([label, ...surfaces].filter((name) => name !== ''));
    return { label, names, ...(entity?.qid === undefined ? {} : { qid: entity.qid }) };
  };
}

/**
 * Whether a predicted actor is the gold one: the same Wikidata item, or its label is one of the gold names.
 * The aliases of a prediction do not count: with them one entity could claim many names.
 */
export function isSameActor(gold: NamedActor, predicted: NamedActor): boolean {
  if (gold.qid !== undefined && gold.qid === predicted.qid) return true;
  return predicted.label !== '' && gold.names.has(predicted.label);
}
