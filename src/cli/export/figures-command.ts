import { Option } from 'commander';
import type { Command } from 'commander';
import { drawNetwork } from '../../export/figures/congruence-network.ts';
import { figureClaims, mostFrequent } from '../../export/figures/figure-claim.ts';
import type { FigureClaim } from '../../export/figures/figure-claim.ts';
import { writeFigurePage } from '../../export/figures/figure-page.ts';
import { drawTimeline } from '../../export/figures/position-timeline.ts';
import { drawStanceMatrix } from '../../export/figures/stance-matrix.ts';
import { buildNetwork } from '../../export/networks/network.ts';
import { readDiscourse } from '../../export/networks/read-statements.ts';
import { writeFolderAtomically } from '../../io/dataset-folder.ts';
import { InputError } from '../../model/input-error.ts';
import { count } from '../describe-inference.ts';
import type { Terminal } from '../terminal.ts';
import { withClaimTables } from './with-claim-tables.ts';

interface FigureOptions {
  readonly output: string;
  readonly graph: readonly string[];
  readonly title: string;
}

/** `demarche export figures`: pictures of positions as SVG, and a page with the words behind them. */
export function configureFigures(command: Command, terminal: Terminal): void {
  command
    .description('draw positions: matrix, timelines and network as SVG, and a page with the words')
    .requiredOption('-o, --output <folder>', 'a new folder, or one of figures')
    .addOption(
      new Option('-g, --graph <file...>', 'claim graphs, united').default(['graph.trig'], 'graph.trig'),
    )
    .option('-t, --title <text>', 'the page’s title', 'Reported positions')
    .addHelpText(
      'after',
      `
Examples:
  demarche export figures -o figures --graph graph.trig
  demarche export figures -o figures --title "Positions on the dam"`,
    )
    .action(async ({ output, graph, title }: FigureOptions) => {
      const { claims, actors, statements } = await withClaimTables(
        { files: graph, output },
        terminal,
        async (tables) => {
          const shown: FigureClaim[] = [];
          for await (const row of tables.claims()) shown.push(...figureClaims([row]));
          return { claims: shown, ...(await readDiscourse(tables)) };
        },
      );
      if (claims.length === 0) throw new InputError(graph.join(', '), 'holds no claim with an issue to draw');
      const labels = new Map([...actors].map(([iri, row]) => [iri, String(row.get('label') ?? iri)]));
      const issues = mostFrequent(
        claims.map(({ issue }) => issue),
        Number.POSITIVE_INFINITY,
      );
      const figures = [
        { name: 'stance-matrix', svg: drawStanceMatrix(claims) },
        { name: 'network', svg: drawNetwork(buildNetwork(statements, 'subtract', 'none'), labels) },
        ...issues
          .flatMap((issue) => drawTimeline(issue, claims) ?? [])
          .map((svg, index) => ({ name: `timeline-${String(index + 1).padStart(2, '0')}`, svg })),
      ];
      await writeFolderAtomically(output, async (draft) => {
        for (const { name, svg } of figures) await draft.write(`${name}.svg`, svg);
        await draft.write('index.html', writeFigurePage(title, figures, claims));
        const sums = draft.files().map(({ path, sha256 }) => `${sha256}  ${path}\n`);
        await draft.write('SHA256SUMS', sums.join(''));
      });
      terminal.report(`${output}: ${count(figures.length, 'figure')} and index.html`);
    });
}
