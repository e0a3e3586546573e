import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Quad } from '@rdfjs/types';
import { Option } from 'commander';
import type { Command } from 'commander';
import { validateGraph } from '../../graph/validate-graph.ts';
import type { ValidationReport } from '../../graph/validate-graph.ts';
import { parseValidationRule } from '../../graph/validation-rule.ts';
import type { SelectRows, ValidationRule } from '../../graph/validation-rule.ts';
import type { Violation } from '../../graph/violation.ts';
import type { GivenTexts } from '../../graph/verify-evidence.ts';
import { packagePath } from '../../io/package-files.ts';
import { InputError } from '../../model/input-error.ts';
import { runQuery } from '../../query/engine.ts';
import type { Row } from '../../query/engine.ts';
import { shortenIri } from '../../query/prefixes.ts';
import { rdf, sh } from '../../rdf/vocabulary.ts';
import { createClaimStore } from '../../store/claim-store.ts';
import { count } from '../describe-inference.ts';
import { readQuads } from '../read-quads.ts';
import { renderTable } from '../render-table.ts';
import { addEncodingOption } from '../resource-options.ts';
import { tableWidth } from '../table-width.ts';
import type { Terminal } from '../terminal.ts';

interface ValidateOptions {
  readonly shapes?: readonly string[];
  readonly articles?: readonly string[];
  readonly encoding?: string;
  readonly format: 'table' | 'json';
}

/** `demarche validate`: holds graph, issues and entities files against shapes, rules and the articles' texts. */
export function configure(command: Command, terminal: Terminal): void {
  addEncodingOption(command)
    .argument(
      '<file...>',
      'graphs, issues files, entities files (.trig .ttl .nq .nt .rdf), validated together',
    )
    .option('-s, --shapes <file...>', 'SHACL shapes of your own, besides those of the ontology')
    .option('-a, --articles <path...>', 'articles or folders of them: hold every quotation against them')
    .addOption(
      new Option('-f, --format <format>', 'how to write what is wrong')
        .choices(['table', 'json'])
        .default('table'),
    )
    .addHelpText(
      'after',
      `
Exit code 1 if anything is wrong, or a quotation has no article among those given.

Examples:
  demarche validate graph.trig
  demarche validate data/issues/*.ttl
  demarche validate graph.trig --articles articles/`,
    )
    .action(async (files: readonly string[], options: ValidateOptions) => {
      await validate(files, options, terminal);
    });
}

async function validate(
  files: readonly string[],
  options: ValidateOptions,
  terminal: Terminal,
): Promise<void> {
  const quads = await readAll(files, terminal);
  if (quads.length === 0) throw new InputError(files.join(', '), 'nothing to validate: no statement in it');
  const texts = await readTexts(options, terminal);
  const shapes = await readAll([packagePath('ontology/shapes.ttl')], terminal);
  const report = await validateGraph(quads, {
    shapes: [...shapes, ...(await readOwnShapes(options.shapes ?? [], terminal))],
    rules: readRules(packagePath('ontology/rules/validation')),
    openQuads: selectFrom,
    texts,
    onProgress: (step) => {
      terminal.progress(`${step} …`);
    },
  });
  const isAsked = options.articles !== undefined;
  const isWrong = report.violations.some(({ severity }) => severity === 'violation');
  if (isWrong || (isAsked && report.unverified > 0)) terminal.exitWith(1);
  if (options.format === 'json') terminal.write(`${JSON.stringify(report, undefined, 2)}\n`);
  else writeTable(report.violations, terminal);
  for (const line of summarise(report, quads.length, isAsked)) terminal.report(line);
}

async function readAll(files: readonly string[], terminal: Terminal): Promise<readonly Quad[]> {
  const graphs: (readonly Quad[])[] = [];
  for (const file of files) {
    terminal.progress(`reading ${file} …`);
    graphs.push(await readQuads(file));
  }
  return graphs.flat();
}

/** The user's shapes; a file without any would check nothing and seem content. */
async function readOwnShapes(files: readonly string[], terminal: Terminal): Promise<readonly Quad[]> {
  const own: Quad[] = [];
  for (const file of files) {
    const quads = await readAll([file], terminal);
    if (!quads.some(isShape)) {
      throw new InputError(
        file,
        'holds no SHACL shape; a shape is a sh:NodeShape or sh:PropertyShape with a target',
      );
    }
    own.push(...quads);
  }
  return own;
}

const SHAPES = [sh.NodeShape, sh.PropertyShape] as const;
const TARGETS = [sh.targetClass, sh.targetNode, sh.targetObjectsOf, sh.targetSubjectsOf] as const;

function isShape({ predicate, object }: Quad): boolean {
  if (predicate.equals(rdf.type)) return SHAPES.some((shape) => shape.equals(object));
  return TARGETS.some((target) => target.equals(predicate));
}

/** The rule files of a folder, in order of their names. */
function readRules(folder: string): readonly ValidationRule[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.rq'))
    .toSorted()
    .map((file) =>
      parseValidationRule(path.basename(file, '.rq'), readFileSync(path.join(folder, file), 'utf8')),
    );
}

/** Answers rules over the union of the quads' graphs. */
function selectFrom(quads: readonly Quad[]): SelectRows {
  const store = createClaimStore(quads);
  return async ({ name, query }) => {
    const result = await runQuery(query, store, { origin: `${name}.rq` });
    if (result.kind !== 'rows') throw new Error(`the rule ${name} is no SELECT query`);
    const rows: Row[] = [];
    for await (const row of result.rows) rows.push(row);
    return rows;
  };
}

/** The texts of the articles; what cannot be read is reported and passed over. */
async function readTexts(
  { articles: places, encoding }: ValidateOptions,
  terminal: Terminal,
): Promise<GivenTexts> {
  if (places === undefined) return {};
  // Loaded only here: reading pages of HTML takes a library.
  const { formatDiagnostics, readInputs } = await import('../read-inputs.ts');
  const { articles, diagnostics } = await readInputs(places, new Map(), terminal, encoding);
  const unread = diagnostics.filter(({ severity }) => severity === 'error');
  for (const line of formatDiagnostics(unread, terminal)) terminal.report(line);
  return {
    bySha256: new Map(articles.map(({ sha256, text }) => [sha256, text])),
    byId: new Map(articles.map(({ id, text }) => [id, text])),
  };
}

function shortenPath(steps: string): string {
  return steps.replaceAll(/[^\s|^]+:[^\s|^]+/gu, (iri) => shortenIri(iri.replace(/[+*?]$/u, '')));
}

function writeTable(violations: readonly Violation[], terminal: Terminal): void {
  if (violations.length === 0) return;
  const rows = violations.map(({ focusNode, path: steps = '', message, severity, value }) => [
    severity,
    shortenIri(focusNode),
    shortenPath(steps),
    value === undefined ? message : `${message} (found: ${shortenIri(value)})`,
  ]);
  const columns = ['severity', 'focus node', 'path', 'message'].map((head) => ({ head }));
  const styleHead = (line: string): string => terminal.colour('bold', line);
  terminal.write(renderTable(columns, rows, { width: tableWidth(terminal), styleHead }));
}

/** The report's last lines: how much was checked, what was wrong, and what could not be checked. */
function summarise(
  { claims, verified, unverified, violations }: ValidationReport,
  statements: number,
  isAsked: boolean,
): readonly string[] {
  const wrong = violations.filter(({ severity }) => severity === 'violation').length;
  const lesser = violations.length - wrong;
  return [
    ...(unverified === 0
      ? []
      : [
          `NOT VERIFIED: ${count(unverified, 'quotation')} could not be compared with an article: the graph holds no text` +
            (isAsked
              ? ', and none of the articles given has the same text or id'
              : '; give the articles with --articles'),
        ]),
    `${count(statements, 'statement')}, ${count(claims, 'claim')}, ${count(verified, 'evidence span')} verified against the text, ` +
      `${count(wrong, 'violation')}${lesser === 0 ? '' : `, ${count(lesser, 'warning')}`}`,
  ];
}
