import type { Atom, Place, Places } from './atom.ts';
import { estimatePlaces } from './estimate-matches.ts';
import { createGraphStep } from './graph-step.ts';
import { createPathStep } from './path-step.ts';
import type { Setting } from './plan.ts';
import { createScanStep, orderName } from './scan-step.ts';
import type { Step, Tail } from './scan-step.ts';
import type { Source } from './source.ts';
import { createUnpackStep } from './unpack-step.ts';

/** The step that extends solutions with the columns `variables`, all of them bound, by an atom. */
export function createAtomStep(atom: Atom, variables: readonly string[], setting: Setting): Step {
  const { index } = setting;
  const sourceOf = (place: Place): Source => {
    if (typeof place === 'number') return { type: 'constant', id: place };
    const column = variables.indexOf(place);
    return column === -1 ? { type: 'new', variable: place } : { type: 'column', column };
  };
  if (atom.type === 'path')
    return createPathStep(atom.path, [sourceOf(atom.ends[0]), sourceOf(atom.ends[1])]);
  const [subject, predicate, object] = atom.places;
  const sources = [sourceOf(subject), sourceOf(predicate), sourceOf(object)] as const;
  if (atom.type === 'tripleTerm') {
    const column = variables.indexOf(atom.id);
    if (column !== -1) return createUnpackStep(setting.terms, column, sources);
    const table = setting.tripleTerms();
    return createScanStep(table.triples, sources, {
      type: 'id',
      variable: atom.id,
      ids: table.ids[orderName(sources)],
    });
  }
  if (typeof atom.graph === 'number' && isSmallGraph(atom.graph, atom.places, variables, setting)) {
    return createGraphStep(index, atom.graph, sources);
  }
  const tail: Tail =
    atom.graph === undefined
      ? { type: 'none' }
      : { type: 'graph', source: sourceOf(atom.graph), membership: index.graphs };
  return createScanStep(index.triples, sources, tail);
}

/** Whether going through a graph is less work than going through all triples that fit and asking for their graph. */
function isSmallGraph(
  graph: number,
  places: Places,
  variables: readonly string[],
  setting: Setting,
): boolean {
  const { rowStarts } = setting.index.graphs;
  const size = (rowStarts[graph + 1] ?? 0) - (rowStarts[graph] ?? 0);
  return size < estimatePlaces(places, new Set(variables), setting.index.triples, setting.statistics());
}
