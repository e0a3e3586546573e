import type { Term } from '@rdfjs/types';
import { InputError } from '../model/input-error.ts';
import type { Violation } from './violation.ts';

/** A rule over the whole graph: each row of its SPARQL query is a violation. */
export interface ValidationRule {
  /** The file's name without its ending: `end-within-text`. */
  readonly name: string;
  readonly message: string;
  /** A SELECT query with the variables ?focusNode, ?path and ?value, the last two as need be. */
  readonly query: string;
}

/** Answers a SELECT query over the graph that is validated; given from outside, as this room knows no engine. */
export type SelectRows = (rule: ValidationRule) => Promise<readonly ReadonlyMap<string, Term>[]>;

/** Reads a rule file: a query whose header holds a line `# message: …`. */
export function parseValidationRule(name: string, query: string): ValidationRule {
  const message = /^# message: (.+)$/mu.exec(query)?.[1];
  if (message === undefined)
    throw new InputError(`${name}.rq`, 'has no line "# message: …" that says what a row means');
  return { name, message, query };
}

/** The violations of one rule. */
export async function checkRule(rule: ValidationRule, select: SelectRows): Promise<readonly Violation[]> {
  const rows = await select(rule);
  return rows.map((row) => {
    const path = row.get('path');
    const value = row.get('value');
    return {
      focusNode: row.get('focusNode')?.value ?? '',
      ...(path === undefined ? {} : { path: path.value }),
      message: rule.message,
      severity: 'violation',
      shape: `rule:${rule.name}`,
      ...(value === undefined ? {} : { value: value.value }),
    };
  });
}
