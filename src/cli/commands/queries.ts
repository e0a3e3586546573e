import { Option } from 'commander';
import type { Command } from 'commander';
import { packagePath } from '../../io/package-files.ts';
import { readQueryLibrary } from '../../query/library.ts';
import type { LibraryQuery } from '../../query/library.ts';
import type { QueryParameter } from '../../query/query-file.ts';
import { count } from '../describe-inference.ts';
import { renderTable } from '../render-table.ts';
import { tableWidth } from '../table-width.ts';
import type { Terminal } from '../terminal.ts';

/** `demarche queries`: the questions of the library, and what they ask for. */
export function configure(command: Command, terminal: Terminal): void {
  command
    .addOption(
      new Option('-f, --format <format>', 'how to list them').choices(['table', 'json']).default('table'),
    )
    .addHelpText(
      'after',
      `
Examples:
  demarche queries
  demarche queries --format json
  demarche query who-rejects -g graph.trig -p issue=ukraine-nato-membership`,
    )
    .action(({ format }: { readonly format: string }) => {
      const library = readQueryLibrary(packagePath('queries'));
      terminal.write(format === 'json' ? toJson(library) : toTable(library, terminal));
      if (format === 'table') {
        terminal.report(`${count(library.length, 'query', 'queries')}; a name in brackets may be left out`);
      }
    });
}

function toTable(library: readonly LibraryQuery[], terminal: Terminal): string {
  return renderTable(
    [{ head: 'name' }, { head: 'question' }, { head: 'parameters' }],
    library.map(({ name, question = '', parameters }) => [
      name,
      question,
      parameters.map(showParameter).join(', '),
    ]),
    { width: tableWidth(terminal), styleHead: (line) => terminal.colour('bold', line) },
  );
}

function showParameter({ name, type, optional, defaultValue }: QueryParameter): string {
  if (defaultValue !== undefined) return `[${name}=${defaultValue}]`;
  const shown = name === type ? name : `${name}: ${type}`;
  return optional ? `[${shown}]` : shown;
}

function toJson(library: readonly LibraryQuery[]): string {
  const entries = library.map(({ name, title, question, parameters }) => ({
    name,
    title,
    question,
    parameters: parameters.map(({ name: parameter, type, optional, defaultValue, description }) => ({
      name: parameter,
      type,
      optional: optional || defaultValue !== undefined,
      default: defaultValue,
      description,
    })),
  }));
  return `${JSON.stringify(entries, undefined, 2)}\n`;
}
