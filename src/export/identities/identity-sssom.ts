import { PREFIXES } from '../../rdf/vocabulary.ts';
import type { Identity } from './identity.ts';

const COLUMNS = [
  'subject_id',
  'subject_label',
  'subject_category',
  'predicate_id',
  'object_id',
  'mapping_justification',
  'confidence',
  'author_label',
  'mapping_date',
  'mapping_tool',
  'comment',
] as const;

/** What the mapping set says of itself. */
export interface MappingSet {
  /** IRI under which actors live: `{base}actor/`. */
  readonly actors: string;
  /** Names the set: an IRI. */
  readonly id: string;
  /** The software's version. */
  readonly version: string;
}

/** A cell of a TSV file, which has no quoting. */
function cell(text: string): string {
  return text.replaceAll(/[\t\n\r]+/gu, ' ');
}

/**
 * The identities as a mapping set in SSSOM/TSV (Simple Standard for Sharing Ontological Mappings): an actor and its
 * Wikidata item a row; a person's decision that there is none as `sssom:NoTermFound`.
 */
export function writeIdentitySssom(identities: readonly Identity[], set: MappingSet): string {
  const header = [
    'curie_map:',
    `  actor: ${set.actors}`,
    '  semapv: https://w3id.org/semapv/vocab/',
    `  skos: ${PREFIXES.skos}`,
    '  sssom: https://w3id.org/sssom/',
    `  wd: ${PREFIXES.wd}`,
    'license: https://creativecommons.org/publicdomain/zero/1.0/',
    `mapping_set_id: ${set.id}`,
    `mapping_tool_version: ${set.version}`,
    'object_source: wd:Q2013',
  ];
  const rows = identities.flatMap((identity) => {
    const { qid, decided, judgement } = identity;
    if (qid === undefined && (decided === undefined || judgement !== 'nil')) return [];
    return [
      [
        identity.actor.startsWith(set.actors)
          ? `actor:${identity.actor.slice(set.actors.length)}`
          : identity.actor,
        identity.label,
        identity.type,
        'skos:exactMatch',
        qid === undefined ? 'sssom:NoTermFound' : `wd:${qid}`,
        decided === undefined ? 'semapv:CompositeMatching' : 'semapv:ManualMappingCuration',
        identity.score.toFixed(3),
        decided?.by ?? '',
        decided?.on.slice(0, 10) ?? '',
        decided === undefined ? 'demarche' : '',
        identity.reasons.join('; '),
      ].map(cell),
    ];
  });
  return [
    ...header.map((line) => `#${line}`),
    COLUMNS.join('\t'),
    ...rows.map((row) => row.join('\t')),
    '',
  ].join('\n');
}
