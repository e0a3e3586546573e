import { Option } from 'commander';
import type { Command } from 'commander';
import { diffGraphs } from '../../export/compare/diff-graphs.ts';
import type { NodeChange } from '../../export/compare/diff-graphs.ts';
import { csvWriter } from '../../export/formats/table-csv.ts';
import { shortenIri } from '../../query/prefixes.ts';
import { withComparedGraphs } from '../export/open-compared-graphs.ts';
import type { Terminal } from '../terminal.ts';

type DiffFormat = 'text' | 'json' | 'csv';

/** `demarche diff`: what differs between two graphs or datasets, by claim. */
export function configure(command: Command, terminal: Terminal): void {
  command
    .argument('<before>', 'a graph, or a dataset’s folder or .zip file')
    .argument('<after>', 'the other')
    .addOption(
      new Option('-f, --format <format>', 'how to write it').choices(['text', 'json', 'csv']).default('text'),
    )
    .addHelpText(
      'after',
      '\nExamples:\n  demarche diff old.trig new.trig\n  demarche diff v1.zip v2.zip --format csv',
    )
    .action(async (before: string, after: string, { format }: { readonly format: DiffFormat }) => {
      const changes = await withComparedGraphs([before, after], terminal, async ([one, other]) =>
        one === undefined || other === undefined
          ? []
          : diffGraphs(one, other, (done, of) => {
              terminal.progress(`comparing, ${done} of ${of} …`);
            }),
      );
      terminal.write(WRITERS[format](changes));
      const count = (kind: string, change: string): number =>
        changes.filter((one) => one.kind === kind && one.change === change).length;
      for (const kind of ['claim', 'link', 'position']) {
        terminal.report(
          `${kind}s: ${count(kind, 'added')} added, ${count(kind, 'removed')} removed, ${count(kind, 'changed')} changed`,
        );
      }
    });
}

const SIGNS: Readonly<Record<NodeChange['change'], string>> = { added: '+', removed: '-', changed: '~' };

function writeText(changes: readonly NodeChange[]): string {
  return changes
    .map(({ change, kind, node, words, fields }) => {
      const lines = fields.map(
        ({ field, before, after }) =>
          `    ${field}: ${before.join(', ') || '(none)'} → ${after.join(', ') || '(none)'}\n`,
      );
      return `${SIGNS[change]} ${kind} ${shortenIri(node)}${words === '' ? '' : `  ${words}`}\n${lines.join('')}`;
    })
    .join('');
}

function writeCsv(changes: readonly NodeChange[]): string {
  const names = ['change', 'kind', 'node', 'about', 'field', 'before', 'after', 'words'];
  const writer = csvWriter({
    name: 'diff',
    title: '',
    description: '',
    key: '',
    columns: names.map((name) => ({ name, type: 'string', description: '' })),
  });
  const lines = changes.flatMap(({ change, kind, node, about, words, fields }) =>
    (fields.length === 0 ? [{ field: '', before: [], after: [] }] : fields).map(({ field, before, after }) =>
      writer.row([change, kind, node, about, field, before, after, words]),
    ),
  );
  return [...lines, writer.end()].join('');
}

const WRITERS: Readonly<Record<DiffFormat, (changes: readonly NodeChange[]) => string>> = {
  text: writeText,
  json: (changes) => `${JSON.stringify(changes, undefined, 2)}\n`,
  csv: writeCsv,
};
