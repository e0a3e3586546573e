import type { EntityType } from './mention.ts';

/** Everybody whom the mentions of one article show to be one and the same. */
export interface Entity {
  /** Unique within the article: `e1`, in order of first mention. */
  readonly id: string;
  /** The fullest name: the register's label where the entity is linked, else the best surface form. */
  readonly label: string;
  readonly type: EntityType;
  /** Wikidata item (`Q22686`), only where the evidence is good enough. */
  readonly qid?: string;
  /** IRI of the user's own entity file, where that is what the mentions lead to. */
  readonly iri?: string;
  /** Indices into the extraction's mentions, ascending. */
  readonly mentions: readonly number[];
  /** The surface forms other than the label, without repetition, in order of appearance. */
  readonly altLabels: readonly string[];
  /** The state, organisation or person for which the entity speaks by its office: an entity's id. */
  readonly principal?: string;
  /** Who acts together as this group, by entity id: Turkey and Libya for “Turkey and Libya agreed”. */
  readonly members?: readonly string[];
  /** The words of office found in the text: “Sweden Defense Minister”. */
  readonly role?: string;
}
