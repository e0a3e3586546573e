import { KeysInitQuery, KeysQueryOperation } from '@comunica/context-entries';
import type {
  BindingsStream,
  FragmentSelectorShape,
  IActionContext,
  IQuerySource,
  QueryStringContext,
} from '@comunica/types';
import { Algebra, AlgebraFactory } from '@comunica/utils-algebra';
import { BindingsFactory } from '@comunica/utils-bindings-factory';
import { MetadataValidationState } from '@comunica/utils-metadata';
import type { Bindings, Term, Variable } from '@rdfjs/types';
import { AsyncIterator, fromIterable } from 'asynciterator';
import type { DefaultGraphMode } from './claim-store.ts';
import type { ColumnarStore, Solutions } from './columnar-store.ts';
import { TAKEN_TYPES, isTakenByItself, readOperation } from './evaluate/read-operation.ts';

/** What the engine makes terms with. */
type TermFactory = ConstructorParameters<typeof BindingsFactory>[0];

/**
 * A columnar store as a source of Comunica's: the engine hands over every part of a query that the store takes
 * whole, and carries out the rest itself. `pulse` is called batch by batch; what it throws ends the query.
 */
export function createQuerySource(
  store: ColumnarStore,
  mode: DefaultGraphMode,
  pulse?: () => void,
): IQuerySource {
  const shapes = new WeakMap<object, FragmentSelectorShape>();
  return {
    referenceValue: 'columnar-store',
    toString: () => 'ColumnarStore',
    getFilterFactor: () => Promise.resolve(1),
    getSelectorShape: (context) => {
      const factory = context.getSafe(KeysInitQuery.dataFactory);
      const query: unknown = context.get(KeysInitQuery.query);
      // The optimiser rewrites the query under way; what it was promised at first must hold to the end.
      const execution = context.get(KeysInitQuery.queryExecutionScope) ?? {};
      const shape = shapes.get(execution) ?? shapeOf(takenTypes(query), factory);
      shapes.set(execution, shape);
      return Promise.resolve(shape);
    },
    queryBindings: (operation, context) => {
      const read = readOperation(operation);
      if (read === undefined)
        throw new TypeError(`the store was handed a ${operation.type} that it does not take`);
      return streamSolutions(
        store.solve(read, modeOf(context, mode), pulse),
        context.getSafe(KeysInitQuery.dataFactory),
      );
    },
    queryQuads: () => {
      throw new TypeError('the store gives solutions, not quads');
    },
    queryBoolean: () => {
      throw new TypeError('the store gives solutions, not truths');
    },
    queryVoid: () => {
      throw new TypeError('the store cannot be changed');
    },
  };
}

/** The engine's context of a query over one source that needs no identifying. */
export function contextOver(source: IQuerySource): QueryStringContext {
  const context: unknown = { [KeysQueryOperation.querySources.name]: [{ source }] };
  if (!isContext(context)) throw new TypeError('a context is an object');
  return context;
}

/** The engine's types ask for `sources`, which it would identify in place of ours. */
function isContext(context: unknown): context is QueryStringContext {
  return typeof context === 'object' && context !== null;
}

function modeOf(context: IActionContext, mode: DefaultGraphMode): DefaultGraphMode {
  return context.get(KeysQueryOperation.unionDefaultGraph) === true ? 'union' : mode;
}

/** Operations that Comunica 5.4 binds to solutions of a neighbour without forgetting whose source they are. */
const BINDABLE: ReadonlySet<string> = new Set([
  'pattern',
  'bgp',
  'join',
  'path',
  'union',
  'leftjoin',
  'minus',
]);

/** Those of them that it still does not forget when a filter of its own stands over them. */
const LEAVES: readonly string[] = ['pattern', 'bgp', 'path'];

/**
 * The types of operation that the store takes in this query; a shape speaks of types and not of single operations.
 * A query, or what a CONSTRUCT or ASK is about, that is taken whole leaves nothing to the engine. Otherwise a type
 * of which one use is not taken, a FILTER with a function that the store does not compute, is the engine's
 * throughout; and so is a type that the engine may carry out inside a join of its own, unless it is bindable.
 */
function takenTypes(query: unknown): readonly string[] {
  if (typeof query !== 'object' || query === null || readOperation(queriedPart(query)) !== undefined)
    return TAKEN_TYPES;
  const refused = new Set<string>();
  let filtersInJoin = false;
  const visit = (node: unknown, isInJoin: boolean): void => {
    if (typeof node !== 'object' || node === null || 'termType' in node) return;
    if (Array.isArray(node)) {
      for (const item of node) visit(item, true);
      return;
    }
    if ('type' in node && typeof node.type === 'string') {
      if (!isTakenByItself(node) || (isInJoin && !BINDABLE.has(node.type))) refused.add(node.type);
      const isCondition = node.type === 'leftjoin' && 'expression' in node && node.expression !== undefined;
      if (isCondition || (isInJoin && node.type === 'filter')) filtersInJoin = true;
    }
    for (const [key, value] of Object.entries(node)) {
      if (key !== 'metadata') visit(value, isInJoin || key !== 'input');
    }
  };
  visit(query, false);
  return (filtersInJoin ? LEAVES : TAKEN_TYPES).filter((type) => !refused.has(type));
}

function queriedPart(query: object): unknown {
  const isForm = 'type' in query && (query.type === 'ask' || query.type === 'construct');
  return isForm && 'input' in query ? query.input : query;
}

function shapeOf(types: readonly string[], dataFactory: TermFactory): FragmentSelectorShape {
  const known = Object.values(Algebra.Types).filter(
    (type) => type !== Algebra.Types.PATTERN && types.includes(type),
  );
  const subject = dataFactory.variable('s');
  const predicate = dataFactory.variable('p');
  const object = dataFactory.variable('o');
  const pattern = new AlgebraFactory(dataFactory).createPattern(subject, predicate, object);
  return {
    type: 'disjunction',
    children: [
      {
        type: 'operation',
        operation: { operationType: 'pattern', pattern },
        variablesOptional: [subject, predicate, object],
      },
      ...known.map((type): FragmentSelectorShape => ({
        type: 'operation',
        operation: { operationType: 'type', type },
      })),
    ],
  };
}

function streamSolutions(solutions: Solutions, dataFactory: TermFactory): BindingsStream {
  const variables = solutions.variables.map((name) => dataFactory.variable(name));
  const stream = fromIterable(eachBinding(solutions, variables, new BindingsFactory(dataFactory)));
  stream.setProperty('metadata', {
    state: new MetadataValidationState(),
    cardinality: { type: 'estimate', value: Math.ceil(solutions.estimate) },
    requestTime: 0,
    variables: variables.map((variable) => ({
      variable,
      canBeUndef: !solutions.certain.has(variable.value),
    })),
  });
  if (!isBindingsStream(stream)) throw new TypeError('an iterator is no stream');
  return stream;
}

/** The engine's types name the CommonJS copy of the class that this is the ES module of. */
function isBindingsStream(stream: unknown): stream is BindingsStream {
  return stream instanceof AsyncIterator;
}

function* eachBinding(
  { batches, term }: Solutions,
  variables: readonly Variable[],
  factory: BindingsFactory,
): Iterable<Bindings> {
  for (const { length, columns } of batches()) {
    for (let row = 0; row < length; row += 1) {
      const entries: [Variable, Term][] = [];
      variables.forEach((variable, column) => {
        const value = term(columns[column]?.[row] ?? 0);
        if (value !== undefined) entries.push([variable, value]);
      });
      yield factory.bindings(entries);
    }
  }
}
