import { createHash } from 'node:crypto';
import path from 'node:path';
import type { Command } from 'commander';
import { readDna } from '../../export/dna/read-dna.ts';
import type { CodedDocument } from '../../export/dna/read-dna.ts';
import { encodeArticle } from '../../graph/encode-article.ts';
import { encodeRun, runIri } from '../../graph/encode-run.ts';
import { packageVersion } from '../../io/package-files.ts';
import { readBytes } from '../../io/read-file.ts';
import { writeHeld } from '../../io/write-held.ts';
import type { ArticleResult } from '../../model/article-result.ts';
import type { Claim } from '../../model/claim.ts';
import { UNATTRIBUTED } from '../../model/claim.ts';
import type { Entity } from '../../model/entity.ts';
import { InputError } from '../../model/input-error.ts';
import type { Issue } from '../../model/issue.ts';
import { DEFAULT_BASE, ISSUE_BASE, shortHash } from '../../rdf/iris.ts';
import { serialiseInPieces } from '../../rdf/serialise.ts';
import { count } from '../describe-inference.ts';
import type { Terminal } from '../terminal.ts';

/** `demarche import`: statements that people coded in another program, as a claim graph. */
export function configure(command: Command, terminal: Terminal): void {
  command
    .argument('<file>', 'a .dna file of Discourse Network Analyzer 3')
    .requiredOption('-o, --output <file>', 'the graph to write: graph.trig')
    .addHelpText('after', '\nExamples:\n  demarche import coded.dna -o coded.trig')
    .action(async (file: string, { output }: { readonly output: string }) => {
      if (!file.endsWith('.dna')) throw new InputError(file, 'is no .dna file');
      const bytes = await readBytes(file);
      const { documents, others } = await readDna(file);
      const issues = issuesOf(documents);
      const run = {
        version: packageVersion(),
        resources: { [path.basename(file)]: createHash('sha256').update(bytes).digest('hex') },
      };
      const coded = documents.filter(({ statements }) => statements.length > 0);
      const quads = [
        ...encodeRun(run, [...issues.values()]),
        ...coded.flatMap((document) =>
          encodeArticle(resultOf(document, issues), {
            run: runIri(run),
            issues: new Map([...issues.values()].map((issue) => [issue.id, issue])),
          }),
        ),
      ];
      await writeHeld(output, serialiseInPieces(quads, 'trig'));
      const claims = coded.reduce((sum, { statements }) => sum + statements.length, 0);
      terminal.report(
        `${output}: ${count(claims, 'coded statement')} of ${count(coded.length, 'document')} as claims, ${count(issues.size, 'issue')}${others === 0 ? '' : `; ${count(others, 'statement')} of other types left out`}`,
      );
    });
}

/** The concepts as issues, by concept. */
function issuesOf(documents: readonly CodedDocument[]): ReadonlyMap<string, Issue> {
  const concepts = new Set(documents.flatMap(({ statements }) => statements.map(({ concept }) => concept)));
  concepts.delete('');
  return new Map(
    [...concepts].toSorted().map((concept) => {
      const words = concept.toLowerCase().match(/[a-z0-9]+/gu) ?? [];
      const id = `${words.slice(0, 8).join('-')}-${shortHash([concept], 6)}`;
      const issue: Issue = {
        id,
        iri: ISSUE_BASE + id,
        label: concept,
        proposition: concept,
        alternatives: [],
        kind: 'policy',
        patterns: [],
        blockers: [],
      };
      return [concept, issue];
    }),
  );
}

/** A document's statements as claims: the coder is who found them, and nobody doubts the coder. */
function resultOf(document: CodedDocument, issues: ReadonlyMap<string, Issue>): ArticleResult {
  const { text, title, source, date, id, statements } = document;
  const names = new Map<string, Entity>();
  const entityOf = (label: string, type: 'person' | 'organisation'): string | undefined => {
    if (label === '') return undefined;
    const key = `${type}\n${label}`;
    // In DNA a name is one actor in all documents.
    const iri = `${DEFAULT_BASE}actor/coded-${shortHash([type, label], 12)}`;
    const known = names.get(key) ?? {
      id: `e${names.size + 1}`,
      label,
      type,
      iri,
      mentions: [],
      altLabels: [],
    };
    names.set(key, known);
    return known.id;
  };
  const claims = statements.map((statement, index): Claim => {
    const person = entityOf(statement.person, 'person');
    const organisation = entityOf(statement.organization, 'organisation');
    const holder = person ?? organisation ?? UNATTRIBUTED;
    const issue = issues.get(statement.concept)?.id;
    return {
      id: `c${index + 1}`,
      speaker: holder,
      holder,
      ...(person !== undefined && organisation !== undefined && { onBehalfOf: organisation }),
      source: [],
      cue: [],
      content: [{ start: statement.start, end: statement.end }],
      ...(issue !== undefined && { issue }),
      stance: statement.agreement ? 'supports' : 'rejects',
      reporting: 'indirect',
      certainty: 'underspecified',
      reasons: [`coded by hand in DNA, statement ${statement.id}`],
      foundBy: [`dna/coder ${statement.coder}`],
      confidence: 1,
    };
  });
  return {
    text: {
      article: {
        id: title === '' ? `document-${id}` : title,
        text,
        sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
        ...(date !== undefined && { date }),
        ...(source !== '' && { outlet: source }),
        ...(title !== '' && { title }),
        metadata: [],
        origin: `document ${id}`,
      },
      text,
      blocks: [],
      sentences: [],
      tokens: [],
      quotations: [],
    },
    mentions: [],
    attributions: [],
    entities: [...names.values()],
    entityOfMention: [],
    decisions: [],
    claims,
  };
}
