import { readFileSync } from 'node:fs';
import { validateGraph } from '../graph/validate-graph.ts';
import { refusingNow } from '../io/file-error.ts';
import { packagePath } from '../io/package-files.ts';
import { InputError } from '../model/input-error.ts';
import { profileIssues } from '../position/issue-profile.ts';
import { readIssues } from '../position/read-issues.ts';
import { compileVocabulary } from '../position/vocabulary.ts';
import { shortenIri } from '../query/prefixes.ts';
import { findUnknownTerms } from '../query/unknown-terms.ts';
import { loadIssueFiles, loadResources } from '../resources.ts';
import { count } from './describe-inference.ts';
import { readQuads } from './read-quads.ts';
import type { Terminal } from './terminal.ts';

/** The line on which a node is described, as `:7`; empty where its name stands on no line's beginning. */
function lineOf(name: string, text: string): string {
  const lines = text.split('\n');
  const index = lines.findIndex((line) => {
    const [subject = ''] = line.trimStart().split(/\s/u, 1);
    return subject.replaceAll(/[<>]/gu, '').split(/[:/#]/u).at(-1) === name;
  });
  return index === -1 ? '' : `:${index + 1}`;
}

/** Lines for all that is wrong with an issue file. */
async function findFaults(file: string, terminal: Terminal): Promise<readonly string[]> {
  const text = refusingNow(file, () => readFileSync(file, 'utf8'));
  const quads = await readQuads(file);
  const misspelt = findUnknownTerms(text).map(({ line, message }) => `${file}:${line}: ${message}`);
  try {
    await loadIssueFiles([file]);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const name = /\bissue "?([\w-]+)/u.exec(error.message)?.[1] ?? '';
    return [...misspelt, error.message.replace(file, `${file}${lineOf(name, text)}`)];
  }
  const shapes = await readQuads(packagePath('ontology/shapes.ttl'));
  const { violations } = await validateGraph(quads, { shapes });
  const { positions } = await loadResources({ issues: [file] });
  const issues = readIssues(quads, file);
  const unmatched = profileIssues(issues, compileVocabulary(positions.lexicon)).filter(
    ({ wordings }) => wordings.length === 0,
  );
  terminal.report(
    `${file}: ${count(issues.length, 'issue')}, ${count(violations.length, 'violation')} of their shapes`,
  );
  return [
    ...misspelt,
    ...violations.map(({ focusNode, message, value }) => {
      const place = `${file}${lineOf(focusNode.split(/[/#]/u).at(-1) ?? '', text)}: ${shortenIri(focusNode)}`;
      return `${place}: ${message}${value === undefined ? '' : ` (found: ${shortenIri(value)})`}`;
    }),
    ...unmatched.map(
      ({ issue: { id, proposition } }) =>
        `${file}${lineOf(id, text)}: ${id}: no sentence can be matched to "${proposition}": it has fewer than two telling words; say who does what`,
    ),
  ];
}

/** Holds issue files against the vocabulary, their shapes and what matching needs; sets exit code 1 if anything is wrong. */
export async function checkIssues(files: readonly string[], terminal: Terminal): Promise<void> {
  for (const file of files) {
    const faults = await findFaults(file, terminal);
    if (faults.length > 0) terminal.exitWith(1);
    for (const fault of faults) terminal.write(`${fault}\n`);
  }
  // Files that are right each for itself may have an issue of the same name.
  if (files.length > 1) await loadIssueFiles(files);
}
