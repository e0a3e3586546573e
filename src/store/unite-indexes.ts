import type { ColumnarIndex } from './columnar/columnar-index.ts';
import { createColumnarIndex, distinctQuads } from './columnar/columnar-index.ts';
import { createGrowingColumn } from './columnar/growing-column.ts';
import { createTermDictionary, packTriple, unpackTriple } from './columnar/term-dictionary.ts';
import type { TermDictionary, TermNumbering } from './columnar/term-dictionary.ts';
import { TERM_KIND } from './columnar/term-kind.ts';
import { createTermTableBuilder } from './columnar/term-table-builder.ts';

/** The index of several graph files together. A blank node belongs to its file, whatever it is called there. */
export function uniteIndexes(indexes: readonly ColumnarIndex[]): ColumnarIndex {
  const [only] = indexes;
  if (only !== undefined && indexes.length === 1) return only;
  const table = createTermTableBuilder();
  table.add(TERM_KIND.defaultGraph, 0, '');
  const subjects = createGrowingColumn();
  const predicates = createGrowingColumn();
  const objects = createGrowingColumn();
  const graphs = createGrowingColumn();
  for (const [file, { dictionary, triples, graphs: membership }] of indexes.entries()) {
    const numbers = renumberTerms(dictionary, `f${file}_`, table.add);
    const numberOf = (id: number | undefined): number => numbers[id ?? 0] ?? 0;
    for (let row = 0; row < triples.length; row += 1) {
      const end = membership.starts[row + 1] ?? 0;
      for (let place = membership.starts[row] ?? 0; place < end; place += 1) {
        subjects.push(numberOf(triples.subjects[row]));
        predicates.push(numberOf(triples.spo.second[row]));
        objects.push(numberOf(triples.spo.third[row]));
        graphs.push(numberOf(membership.graphs[place]));
      }
    }
  }
  const dictionary = createTermDictionary(table.finish());
  const [s, p, o, g] = [subjects.values(), predicates.values(), objects.values(), graphs.values()];
  return createColumnarIndex(dictionary, distinctQuads(s, p, o, g, dictionary.length));
}

/** The new number of each term. What a term is made of has a smaller number than the term itself. */
function renumberTerms(
  { length, kind, qualifier, text }: TermDictionary,
  blankPrefix: string,
  add: TermNumbering,
): Uint32Array {
  const numbers = new Uint32Array(length);
  const renumber = (packed: string, part: 0 | 1 | 2): number => numbers[unpackTriple(packed, part)] ?? 0;
  const textIn = (id: number): string => {
    const own = text(id);
    if (kind(id) === TERM_KIND.blank) return blankPrefix + own;
    if (kind(id) !== TERM_KIND.triple) return own;
    return packTriple(renumber(own, 0), renumber(own, 1), renumber(own, 2));
  };
  for (let id = 1; id < length; id += 1) numbers[id] = add(kind(id), numbers[qualifier(id)] ?? 0, textIn(id));
  return numbers;
}
