import { isKnownOperator } from './operators.ts';
import type { Aggregate, AggregateName, Expression, Operation, SortKey } from './operation.ts';
import { isBasic } from './operation.ts';
import { isTerm, readAll, readVariableName } from './read-term.ts';

type ReadInput = (input: unknown) => Operation | undefined;

/** Reads an expression of the engine's algebra; undefined when something in it is not computed here. */
export function readExpression(expression: unknown, read: ReadInput): Expression | undefined {
  if (typeof expression !== 'object' || expression === null || !('subType' in expression)) return undefined;
  switch (expression.subType) {
    case 'term': {
      const term = 'term' in expression ? expression.term : undefined;
      if (!isTerm(term) || term.termType === 'Quad') return undefined;
      return term.termType === 'Variable' ? { type: 'variable', name: term.value } : { type: 'term', term };
    }
    case 'operator': {
      const operator = 'operator' in expression ? expression.operator : undefined;
      const values =
        'args' in expression ? readAll(expression.args, (value) => readExpression(value, read)) : undefined;
      if (typeof operator !== 'string' || values === undefined || !isKnownOperator(operator, values))
        return undefined;
      return { type: 'call', operator, arguments: values };
    }
    case 'existence': {
      const input = 'input' in expression ? read(expression.input) : undefined;
      const negated = 'not' in expression && expression.not === true;
      // With anything but look-ups inside, the substitution of EXISTS is the engine's matter.
      return input === undefined || !isBasic(input) ? undefined : { type: 'exists', negated, input };
    }
    default:
      return undefined;
  }
}

/** Reads a key of ORDER BY. */
export function readSortKey(expression: unknown, read: ReadInput): SortKey | undefined {
  if (
    typeof expression === 'object' &&
    expression !== null &&
    'operator' in expression &&
    'args' in expression
  ) {
    if (expression.operator === 'desc' || expression.operator === 'asc') {
      const [value] = readAll(expression.args, (argument) => readExpression(argument, read)) ?? [];
      return value === undefined
        ? undefined
        : { expression: value, descending: expression.operator === 'desc' };
    }
  }
  const plain = readExpression(expression, read);
  return plain === undefined ? undefined : { expression: plain, descending: false };
}

const AGGREGATE_NAMES: readonly AggregateName[] = [
  'count',
  'sum',
  'avg',
  'min',
  'max',
  'sample',
  'group_concat',
];

/** Reads an aggregate of GROUP BY. */
export function readAggregate(aggregate: unknown, read: ReadInput): Aggregate | undefined {
  if (typeof aggregate !== 'object' || aggregate === null || !('aggregator' in aggregate)) return undefined;
  const name = AGGREGATE_NAMES.find((known) => known === aggregate.aggregator);
  const variable = 'variable' in aggregate ? readVariableName(aggregate.variable) : undefined;
  const expression = 'expression' in aggregate ? aggregate.expression : undefined;
  if (name === undefined || variable === undefined) return undefined;
  const options = {
    name,
    variable,
    distinct: 'distinct' in aggregate && aggregate.distinct === true,
    separator:
      'separator' in aggregate && typeof aggregate.separator === 'string' ? aggregate.separator : ' ',
  };
  if (isWildcard(expression)) return name === 'count' ? { ...options, expression: undefined } : undefined;
  const value = readExpression(expression, read);
  return value === undefined ? undefined : { ...options, expression: value };
}

function isWildcard(expression: unknown): boolean {
  return (
    typeof expression === 'object' &&
    expression !== null &&
    'subType' in expression &&
    expression.subType === 'wildcard'
  );
}
