import type { Cell } from '../table.ts';
import type { ClaimTables, NamedRow, RowsByKey } from '../read-tables.ts';
import { shortLabel } from './write-dna.ts';
import type { DnaAttributes, DnaContent, DnaDocument, DnaStatement } from './write-dna.ts';

function text(cell: Cell): string {
  return typeof cell === 'string' ? cell : '';
}

/** Names that tell apart who shares a label: DNA knows a value by its text alone. */
function distinctLabels(rows: RowsByKey): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const labels = new Map<string, string>();
  for (const [key, row] of rows) {
    const label = shortLabel(text(row.get('label')) || key);
    const item = text(row.get('wikidata')) || key.slice(key.lastIndexOf('/') + 1);
    const distinct = taken.has(label) ? `${label.slice(0, 150)} (${item})` : label;
    taken.add(distinct);
    labels.set(key, distinct);
  }
  return labels;
}

/**
 * The claims of a graph as DNA codes them: a person (and for whom the person speaks) or an organization, a concept, agreement.
 * Claims without issue, with polarity 0 or in no named actor's name are left out, since DNA has no place for them.
 * Where a text is withheld, a document is as many spaces as its text is long, so that offsets hold.
 * @param textOf gives an article's text; undefined where it is withheld.
 */
export async function dnaOfGraph(
  rows: ClaimTables,
  textOf: (article: string) => Promise<string | undefined>,
): Promise<DnaContent & { readonly leftOut: number }> {
  const actorLabels = distinctLabels(rows.actors);
  const issueLabels = distinctLabels(rows.issues);
  const places = new Map([...rows.articles.keys()].map((article, index) => [article, index]));
  const documents = [...rows.articles].map(([iri, row]): DnaDocument => {
    const date = text(row.get('published_on'));
    return {
      title: text(row.get('headline')) || text(row.get('article_id')),
      text: async () => (await textOf(iri)) ?? ' '.repeat(Number(row.get('text_length'))),
      source: text(row.get('outlet_label')),
      notes: iri,
      ...(date !== '' && { date }),
    };
  });
  const attributes = new Map<string, Map<string, DnaAttributes>>();
  const note = (variable: string, label: string, row: NamedRow | undefined, iri: string): string => {
    const values = attributes.get(variable) ?? new Map<string, DnaAttributes>();
    attributes.set(variable, values);
    values.set(label, {
      type: text(row?.get('type')) || text(row?.get('kind')),
      alias: text(row?.get('wikidata')),
      notes: iri,
    });
    return label;
  };
  const nameOf = (variable: string, key: string): string =>
    key === '' ? '' : note(variable, actorLabels.get(key) ?? key, rows.actors.get(key), key);
  const codeClaim = (row: NamedRow): DnaStatement | undefined => {
    const polarity = row.get('polarity');
    const issue = text(row.get('issue'));
    const holder = text(row.get('holder'));
    const actor = rows.actors.get(holder);
    const document = places.get(text(row.get('article')));
    if (issue === '' || document === undefined || actor?.get('type') === 'voice') return undefined;
    if (polarity !== 1 && polarity !== -1) return undefined;
    const principal = text(row.get('principal'));
    const isPerson = actor?.get('type') === 'person';
    const organization = isPerson ? principal : holder;
    return {
      document,
      start: Number(row.get('evidence_start')),
      end: Number(row.get('evidence_end')),
      person: isPerson ? nameOf('person', holder) : '',
      organization: nameOf('organization', organization),
      concept: note('concept', issueLabels.get(issue) ?? issue, rows.issues.get(issue), issue),
      agreement: polarity === 1,
    };
  };
  const statements: DnaStatement[] = [];
  let leftOut = 0;
  for await (const row of rows.claims()) {
    const statement = codeClaim(row);
    if (statement === undefined) leftOut += 1;
    else statements.push(statement);
  }
  return { documents, statements, attributes, coder: 'demarche', leftOut };
}
