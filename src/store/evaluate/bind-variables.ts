import type { Term } from '@rdfjs/types';
import type { Aggregate, Expression, Operation, Pattern } from './operation.ts';
import { unreachable } from '../unreachable.ts';

/** Variable → the term that it stands for. */
export type BoundTerms = ReadonlyMap<string, Term>;

/**
 * An operation with some variables given from the start, as if each were written as its term and still selected.
 * Undefined when a VALUES, BIND or GROUP BY gives one of them a value of its own.
 */
export function bindVariables(operation: Operation, bound: BoundTerms): Operation | undefined {
  if (bound.size === 0) return operation;
  const bindAll = (inputs: readonly Operation[]): readonly Operation[] | undefined => {
    const done = inputs.flatMap((input) => bindVariables(input, bound) ?? []);
    return done.length === inputs.length ? done : undefined;
  };
  switch (operation.type) {
    case 'patterns':
      return { ...operation, patterns: operation.patterns.map((pattern) => bindPattern(pattern, bound)) };
    case 'path':
      return {
        ...operation,
        subject: bindTerm(operation.subject, bound),
        object: bindTerm(operation.object, bound),
      };
    case 'values':
      return operation.variables.some((name) => bound.has(name)) ? undefined : operation;
    case 'join':
    case 'union': {
      const inputs = bindAll(operation.inputs);
      return inputs === undefined ? undefined : { ...operation, inputs };
    }
    case 'leftJoin':
    case 'minus': {
      const [left, right] = bindAll([operation.left, operation.right]) ?? [];
      if (left === undefined || right === undefined) return undefined;
      if (operation.type === 'minus') return { ...operation, left, right };
      const condition =
        operation.condition === undefined ? undefined : bindExpression(operation.condition, bound);
      return operation.condition !== undefined && condition === undefined
        ? undefined
        : { ...operation, left, right, condition };
    }
    case 'filter':
    case 'extend':
    case 'group':
    case 'project':
    case 'distinct':
    case 'order':
    case 'slice': {
      const input = bindVariables(operation.input, bound);
      return input === undefined ? undefined : bindAround({ ...operation, input }, bound);
    }
    default:
      return unreachable(operation);
  }
}

type Single = Extract<Operation, { readonly input: Operation }>;

/** The part of an operation around its input, which is bound already. */
function bindAround(operation: Single, bound: BoundTerms): Operation | undefined {
  switch (operation.type) {
    case 'distinct':
    case 'slice':
      return operation;
    case 'filter': {
      const condition = bindExpression(operation.condition, bound);
      return condition === undefined ? undefined : { ...operation, condition };
    }
    case 'extend': {
      const expression = bindExpression(operation.expression, bound);
      return expression === undefined || bound.has(operation.variable)
        ? undefined
        : { ...operation, expression };
    }
    case 'group': {
      const aggregates = operation.aggregates.flatMap((aggregate) => bindAggregate(aggregate, bound) ?? []);
      const names = [...operation.variables, ...aggregates.map(({ variable }) => variable)];
      if (aggregates.length < operation.aggregates.length || names.some((name) => bound.has(name)))
        return undefined;
      return { ...operation, aggregates };
    }
    case 'order': {
      const keys = operation.keys.flatMap((key) => {
        const expression = bindExpression(key.expression, bound);
        return expression === undefined ? [] : [{ ...key, expression }];
      });
      return keys.length < operation.keys.length ? undefined : { ...operation, keys };
    }
    case 'project': {
      const selected = new Map([...bound].filter(([name]) => operation.variables.includes(name)));
      if (selected.size === 0) return operation;
      const values: Operation = { type: 'values', variables: [...selected.keys()], rows: [selected] };
      return { ...operation, input: { type: 'join', inputs: [values, operation.input] } };
    }
    default:
      return unreachable(operation);
  }
}

function bindAggregate(aggregate: Aggregate, bound: BoundTerms): Aggregate | undefined {
  if (aggregate.expression === undefined) return aggregate;
  const expression = bindExpression(aggregate.expression, bound);
  return expression === undefined ? undefined : { ...aggregate, expression };
}

function bindExpression(expression: Expression, bound: BoundTerms): Expression | undefined {
  switch (expression.type) {
    case 'term':
      return expression;
    case 'variable': {
      const term = bound.get(expression.name);
      return term === undefined ? expression : { type: 'term', term };
    }
    case 'exists': {
      const input = bindVariables(expression.input, bound);
      return input === undefined ? undefined : { ...expression, input };
    }
    case 'call': {
      const values = expression.arguments.flatMap((value) => bindExpression(value, bound) ?? []);
      return values.length < expression.arguments.length ? undefined : { ...expression, arguments: values };
    }
    default:
      return unreachable(expression);
  }
}

function bindTerm(term: Term, bound: BoundTerms): Term {
  if (term.termType === 'Variable') return bound.get(term.value) ?? term;
  // A pattern is only taken apart, so that nobody asks this one what it equals.
  return term.termType === 'Quad'
    ? { termType: 'Quad', value: '', ...bindPattern(term, bound), equals: () => false }
    : term;
}

function bindPattern({ subject, predicate, object, graph }: Pattern, bound: BoundTerms): Pattern {
  return {
    subject: bindTerm(subject, bound),
    predicate: bindTerm(predicate, bound),
    object: bindTerm(object, bound),
    graph: bindTerm(graph, bound),
  };
}
