import type { Term } from '@rdfjs/types';
import { unreachable } from '../unreachable.ts';
import type { Expression, Operation, Pattern } from './operation.ts';

/** The variables that an expression reads. Those inside EXISTS count, too. */
export function variablesOfExpression(expression: Expression): readonly string[] {
  switch (expression.type) {
    case 'term':
      return [];
    case 'variable':
      return [expression.name];
    case 'call':
      return expression.arguments.flatMap(variablesOfExpression);
    case 'exists':
      return mentionedVariables(expression.input);
    default:
      return unreachable(expression);
  }
}

/** The variables that occur in an operation and that its solutions may bind. */
export function variablesOfOperation(operation: Operation): readonly string[] {
  switch (operation.type) {
    case 'patterns':
      return operation.patterns.flatMap(variablesOfPattern);
    case 'path':
      return [operation.subject, operation.object, operation.graph].flatMap(variablesOfTerm);
    case 'values':
    case 'project':
      return operation.variables;
    case 'join':
    case 'union':
      return operation.inputs.flatMap(variablesOfOperation);
    case 'leftJoin':
      return [...variablesOfOperation(operation.left), ...variablesOfOperation(operation.right)];
    case 'minus':
      return variablesOfOperation(operation.left);
    case 'extend':
      return [...variablesOfOperation(operation.input), operation.variable];
    case 'group':
      return [...operation.variables, ...operation.aggregates.map(({ variable }) => variable)];
    case 'filter':
    case 'distinct':
    case 'order':
    case 'slice':
      return variablesOfOperation(operation.input);
    default:
      return unreachable(operation);
  }
}

/** The variables of a term, also those inside a triple term. */
export function variablesOfTerm(term: Term): readonly string[] {
  if (term.termType === 'Variable') return [term.value];
  return term.termType === 'Quad' ? variablesOfPattern(term) : [];
}

function variablesOfPattern({ subject, predicate, object, graph }: Pattern): readonly string[] {
  return [subject, predicate, object, graph].flatMap(variablesOfTerm);
}

/** The variables that every solution of an operation binds. */
export function certainVariables(operation: Operation): ReadonlySet<string> {
  switch (operation.type) {
    case 'patterns':
    case 'path':
      return new Set(variablesOfOperation(operation));
    case 'values':
      return new Set(operation.variables.filter((name) => operation.rows.every((row) => row.has(name))));
    case 'join':
      return new Set(operation.inputs.flatMap((input) => [...certainVariables(input)]));
    case 'union': {
      const [first, ...rest] = operation.inputs.map(certainVariables);
      return new Set([...(first ?? [])].filter((name) => rest.every((certain) => certain.has(name))));
    }
    case 'leftJoin':
    case 'minus':
      return certainVariables(operation.left);
    case 'project': {
      const certain = certainVariables(operation.input);
      return new Set(operation.variables.filter((name) => certain.has(name)));
    }
    case 'group': {
      const certain = certainVariables(operation.input);
      return new Set(operation.variables.filter((name) => certain.has(name)));
    }
    case 'filter':
    case 'extend':
    case 'distinct':
    case 'order':
    case 'slice':
      return certainVariables(operation.input);
    default:
      return unreachable(operation);
  }
}

/** The variables that an operation mentions anywhere, also in its conditions. */
export function mentionedVariables(operation: Operation): readonly string[] {
  switch (operation.type) {
    case 'patterns':
    case 'path':
    case 'values':
      return variablesOfOperation(operation);
    case 'join':
    case 'union':
      return operation.inputs.flatMap(mentionedVariables);
    case 'leftJoin':
    case 'minus': {
      const condition = operation.type === 'leftJoin' ? operation.condition : undefined;
      return [
        ...mentionedVariables(operation.left),
        ...mentionedVariables(operation.right),
        ...(condition === undefined ? [] : variablesOfExpression(condition)),
      ];
    }
    case 'filter':
      return [...mentionedVariables(operation.input), ...variablesOfExpression(operation.condition)];
    case 'extend':
      return [...variablesOfOperation(operation), ...variablesOfExpression(operation.expression)];
    case 'project':
    case 'group':
      return variablesOfOperation(operation);
    case 'distinct':
    case 'order':
    case 'slice':
      return mentionedVariables(operation.input);
    default:
      return unreachable(operation);
  }
}
