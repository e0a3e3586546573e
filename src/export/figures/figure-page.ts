import { groupBy } from '../../rdf/group-by.ts';
import { compareCodeUnits } from '../../rdf/compare-code-units.ts';
import { escapeXml } from '../formats/escape-xml.ts';
import { wordsId } from './figure-claim.ts';
import type { FigureClaim } from './figure-claim.ts';
import { FIGURE_PAGE } from './svg.ts';

/** A figure with the name of its file. */
export interface NamedFigure {
  readonly name: string;
  readonly svg: string;
}

const STYLE = `
:root { color-scheme: light dark; }
body { font: 16px/1.5 'Source Sans 3', 'Helvetica Neue', Arial, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; color: #222; background: #fff; }
figure { margin: 1.5rem 0; overflow-x: auto; background: #fff; }
svg { display: block; }
svg a:hover rect, svg a:hover circle, svg a:focus-visible rect, svg a:focus-visible circle { stroke: #000; stroke-width: 2; }
nav ul { columns: 20rem; padding-left: 1.2rem; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #ddd; padding: .35rem .6rem; text-align: left; vertical-align: top; }
tbody { scroll-margin-top: 1rem; }
tbody:target { background: #fff3c4; color: #222; }
td.day { white-space: nowrap; }
@media (prefers-color-scheme: dark) { body { color: #e8e8e8; background: #1b1b1b; } a { color: #8ecbff; } th, td { border-color: #555; } figure { border-radius: .4rem; } }
@media (max-width: 46rem) {
  body { margin: 1rem auto; }
  thead { display: none; }
  tr, td { display: block; border: 0; padding: .1rem 0; }
  tr { border-bottom: 1px solid #999; padding: .6rem 0; }
  td::before { content: attr(data-name) ': '; opacity: .7; }
}
@media print {
  :root { color-scheme: light; }
  body { color: #000; background: #fff; max-width: none; margin: 0; }
  nav { display: none; }
  figure { break-inside: avoid; overflow: visible; }
  svg { max-width: 100%; max-height: 24cm; height: auto; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
}
`;

function inOrder(left: FigureClaim, right: FigureClaim): number {
  return (
    compareCodeUnits(left.issue, right.issue) ||
    compareCodeUnits(left.actor, right.actor) ||
    compareCodeUnits(left.holder, right.holder) ||
    compareCodeUnits(left.date, right.date)
  );
}

function writeRow({ issue, actor, stance, date, words, article }: FigureClaim): string {
  const cells = [
    ['issue', issue],
    ['actor', actor],
    ['stance', stance],
    ['reported', date],
    ['words', words],
    ['article', article],
  ].map(
    ([name = '', text = '']) =>
      `<td${name === 'reported' ? ' class="day"' : ''} data-name="${name}" dir="auto">${escapeXml(text)}</td>`,
  );
  return `<tr>${cells.join('')}</tr>\n`;
}

function titleOf(svg: string): string {
  return /<title>(.*?)<\/title>/su.exec(svg)?.[1] ?? '';
}

/** A page that needs nothing else: the figures, and below them the words behind each mark, to which the mark leads. */
export function writeFigurePage(
  title: string,
  figures: readonly NamedFigure[],
  claims: readonly FigureClaim[],
): string {
  const groups = [...groupBy(claims.toSorted(inOrder), wordsId)].map(
    ([id, found]) => `<tbody id="${id}">\n${found.map(writeRow).join('')}</tbody>\n`,
  );
  const contents = figures.map(({ name, svg }) => `<li><a href="#${name}">${titleOf(svg)}</a></li>\n`);
  const shown = figures.map(
    ({ name, svg }) =>
      `<figure id="${name}" tabindex="0">\n${svg.replaceAll(`href="${FIGURE_PAGE}#`, 'href="#')}</figure>\n`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escapeXml(title)}</h1>
<p>What articles report actors to hold, never what they hold for certain. Point at a mark to read the words behind it; choose it to find them, with their articles, in the table at the end.</p>
<nav aria-label="Figures">
<ul>
${contents.join('')}<li><a href="#words">The words</a></li>
</ul>
</nav>
${shown.join('')}<h2 id="words">The words</h2>
<table>
<thead><tr><th>issue</th><th>actor</th><th>stance</th><th>reported</th><th>words</th><th>article</th></tr></thead>
${groups.join('')}</table>
</body>
</html>
`;
}
