import type { Term } from '@rdfjs/types';
import { DEFAULT_GRAPH_ID } from '../columnar/term-kind.ts';
import type { PathOperation, Pattern } from './operation.ts';
import type { CompiledPath } from './path.ts';
import { compilePath } from './path.ts';
import type { Setting } from './plan.ts';
import { unreachable } from '../unreachable.ts';

/** A place of an atom: the number of a term, or the name of a variable. */
export type Place = number | string;

/**
 * One look-up that a pattern asks for.
 * `triple` is a triple of the graphs; its `graph` is undefined where any graph will do.
 * `path` is a property path from its first end to its second.
 * `tripleTerm` is a triple term and its parts, from a pattern like `?claim rdf:reifies <<( ?holder ?stance ?issue )>>`.
 */
export type Atom =
  | { readonly type: 'triple'; readonly places: Places; readonly graph: Place | undefined }
  | { readonly type: 'tripleTerm'; readonly places: Places; readonly id: string }
  | { readonly type: 'path'; readonly ends: readonly [Place, Place]; readonly path: CompiledPath };

/** Subject, predicate, object. */
export type Places = readonly [Place, Place, Place];

/** The atoms of some patterns; undefined when a term that they name is not in the graph, so that nothing can match. */
export function readAtoms(patterns: readonly Pattern[], setting: Setting): readonly Atom[] | undefined {
  const atoms: Atom[] = [];
  const { index } = setting;
  let isMissing = false;

  function readPlace(term: Term): Place {
    if (term.termType === 'Variable') return term.value;
    if (term.termType === 'Quad' && hasVariable(term)) {
      const id = setting.hiddenVariable();
      const places: Places = [readPlace(term.subject), readPlace(term.predicate), readPlace(term.object)];
      atoms.push({ type: 'tripleTerm', places, id });
      return id;
    }
    const id = index.dictionary.find(term);
    if (id === 0) isMissing = true;
    return id;
  }

  for (const { subject, predicate, object, graph } of patterns) {
    const places: Places = [readPlace(subject), readPlace(predicate), readPlace(object)];
    atoms.push({ type: 'triple', places, graph: readGraph(graph, setting, readPlace) });
  }
  return isMissing ? undefined : atoms;
}

function readGraph(graph: Term, setting: Setting, readPlace: (term: Term) => Place): Place | undefined {
  if (graph.termType !== 'DefaultGraph') return readPlace(graph);
  if (setting.defaultGraph === 'union' || setting.index.graphs.named.length === 0) return undefined;
  return DEFAULT_GRAPH_ID;
}

function hasVariable(term: Term): boolean {
  if (term.termType === 'Variable') return true;
  return term.termType === 'Quad' && [term.subject, term.predicate, term.object].some(hasVariable);
}

/** The variables of an atom. */
export function variablesOfAtom(atom: Atom): readonly string[] {
  return placesOfAtom(atom).filter((place) => typeof place === 'string');
}

function placesOfAtom(atom: Atom): readonly (Place | undefined)[] {
  switch (atom.type) {
    case 'triple':
      return [...atom.places, atom.graph];
    case 'tripleTerm':
      return [...atom.places, atom.id];
    case 'path':
      return atom.ends;
    default:
      return unreachable(atom);
  }
}

/** The atom of a property path. Its ends need not be in the graph: a path of no steps leads from anything to itself. */
export function readPathAtom({ subject, path, object, graph }: PathOperation, setting: Setting): Atom {
  const readEnd = (term: Term): Place =>
    term.termType === 'Variable' ? term.value : setting.terms.addTerm(term);
  const place = readGraph(graph, setting, (term) => setting.index.dictionary.find(term));
  if (typeof place === 'string') throw new TypeError('a path through a variable graph is not taken');
  return { type: 'path', ends: [readEnd(subject), readEnd(object)], path: compilePath(path, place, setting) };
}
