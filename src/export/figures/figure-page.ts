import { escapeXml } from '../formats/escape-xml.ts';
import type { FigureClaim } from './figure-claim.ts';

/** A figure with the name of its file. */
export interface NamedFigure {
  readonly name: string;
  readonly svg: string;
}

/** A page that needs nothing else: the figures, and below them the words behind each cell. */
export function writeFigurePage(
  title: string,
  figures: readonly NamedFigure[],
  claims: readonly FigureClaim[],
): string {
  const rows = claims
    .toSorted((left, right) =>
      left.issue + left.actor + left.date < right.issue + right.actor + right.date ? -1 : 1,
    )
    .map(
      ({ issue, actor, stance, date, words, article }) =>
        `<tr><td>${escapeXml(issue)}</td><td>${escapeXml(actor)}</td><td>${escapeXml(stance)}</td><td>${escapeXml(date)}</td><td>${escapeXml(words)}</td><td>${escapeXml(article)}</td></tr>\n`,
    );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeXml(title)}</title>
<style>
body { font: 16px/1.5 'Source Sans 3', 'Helvetica Neue', Arial, sans-serif; margin: 2rem auto; max-width: 76rem; padding: 0 1rem; color: #222; background: #fff; }
figure { margin: 2rem 0; overflow-x: auto; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #ddd; padding: .35rem .6rem; text-align: left; vertical-align: top; }
@media print { figure { break-inside: avoid; overflow: visible; } svg { max-width: 100%; height: auto; } thead { display: table-header-group; } tr { break-inside: avoid; } }
</style>
</head>
<body>
<h1>${escapeXml(title)}</h1>
<p>What articles report actors to hold, never what they hold for certain. Point at a mark to read the words behind it; all of them stand in the table below.</p>
${figures.map(({ svg }) => `<figure>\n${svg}</figure>\n`).join('')}<h2>The words</h2>
<table>
<thead><tr><th>issue</th><th>actor</th><th>stance</th><th>reported</th><th>words</th><th>article</th></tr></thead>
<tbody>
${rows.join('')}</tbody>
</table>
</body>
</html>
`;
}
