import type { Quad } from '@rdfjs/types';
import { InputError } from '../model/input-error.ts';
import { parsePatterns } from '../rdf/parse-patterns.ts';
import { PREFIXES } from '../rdf/vocabulary.ts';
import { parseExpression } from './rule-expression.ts';
import type { Expression } from './rule-expression.ts';

/** What a rule is asked over: the claims as the articles' graphs have them, or the positions derived from them. */
export type RuleLevel = 'claims' | 'positions';

/** A step of a rule after its triple patterns, in the order of the text. */
export type RuleStep =
  | { readonly kind: 'filter'; readonly expression: Expression }
  | {
      readonly kind: 'bind';
      readonly variable: string;
      readonly expression: Expression;
      /** The variables that the expression names. */
      readonly names: readonly string[];
    }
  | { readonly kind: 'optional' | 'minus'; readonly patterns: readonly Quad[] };

/** A rule that derives triples: one SPARQL CONSTRUCT query, and the same taken apart. */
export interface InferenceRule {
  /** The file's name without its ending: `change-by-turn`. */
  readonly name: string;
  readonly title: string;
  readonly from: RuleLevel;
  readonly query: string;
  readonly template: readonly Quad[];
  readonly patterns: readonly Quad[];
  readonly steps: readonly RuleStep[];
}

const CONSTRUCT = /^\s*CONSTRUCT\s*\{(?<template>[^{}]*)\}\s*WHERE\s*\{(?<body>.*)\}\s*$/su;
/** FILTER, BIND, OPTIONAL or MINUS at the beginning of a line; brackets end at the end of a line. */
const STEP =
  /^\s*(?:FILTER\((?<filter>.*)\)|BIND\((?<value>.*) AS \?(?<variable>\w+)\)|(?<clause>OPTIONAL|MINUS) \{(?<patterns>[^{}]*)\})\s*$/u;

function parseStep(line: string, where: string): RuleStep | undefined {
  const { filter, value, variable, clause, patterns } = STEP.exec(line)?.groups ?? {};
  if (filter !== undefined) return { kind: 'filter', expression: parseExpression(filter, where) };
  if (value !== undefined && variable !== undefined)
    return {
      kind: 'bind',
      variable,
      expression: parseExpression(value, where),
      names: [...value.matchAll(/\?(\w+)/gu)].flatMap(([, name]) => name ?? []),
    };
  if (clause === undefined) return undefined;
  return {
    kind: clause === 'MINUS' ? 'minus' : 'optional',
    patterns: parsePatterns(patterns ?? '', PREFIXES, where),
  };
}

/**
 * Reads a rule file: a header with `# title: …` and `# from: claims` or `# from: positions`, then one CONSTRUCT query of
 * triple patterns and, each on a line of its own after them, FILTER, BIND, OPTIONAL and MINUS.
 */
export function parseInferenceRule(name: string, query: string): InferenceRule {
  const where = `${name}.rq`;
  const title = /^# title: (.+)$/mu.exec(query)?.[1];
  const from = /^# from: (.+)$/mu.exec(query)?.[1];
  if (title === undefined) throw new InputError(where, 'has no line "# title: …" that says what it derives');
  if (from !== 'claims' && from !== 'positions') {
    throw new InputError(where, 'has no line "# from: claims" or "# from: positions"');
  }
  const { template, body } = CONSTRUCT.exec(query.replaceAll(/^\s*#.*$/gmu, ''))?.groups ?? {};
  if (template === undefined || body === undefined) {
    throw new InputError(where, 'is not of the form CONSTRUCT { … } WHERE { … }');
  }
  const steps: RuleStep[] = [];
  const patterns = body.split('\n').filter((line) => {
    const step = parseStep(line, where);
    if (step !== undefined) steps.push(step);
    return step === undefined;
  });
  return {
    name,
    title,
    from,
    query,
    template: parsePatterns(template, PREFIXES, where),
    patterns: parsePatterns(patterns.join('\n'), PREFIXES, where),
    steps,
  };
}
