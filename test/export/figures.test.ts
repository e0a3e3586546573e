import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { drawNetwork } from '../../src/export/figures/congruence-network.ts';
import { actorNames } from '../../src/export/figures/figure-claim.ts';
import type { FigureClaim } from '../../src/export/figures/figure-claim.ts';
import { writeFigurePage } from '../../src/export/figures/figure-page.ts';
import { drawTimeline } from '../../src/export/figures/position-timeline.ts';
import { drawStanceMatrix } from '../../src/export/figures/stance-matrix.ts';
import { shorten } from '../../src/export/figures/svg.ts';
import { buildNetwork } from '../../src/export/networks/network.ts';

/** Claims by so many actors on so many issues, all different: a label is a name of so many characters. */
function makeClaims(
  actors: number,
  issues: number,
  label: number,
  { count = actors * 3, filling = 'Ñandú ', days = 40 } = {},
): readonly FigureClaim[] {
  const name = (kind: string, index: number): string => `${kind} ${index} `.padEnd(label, filling);
  return Array.from({ length: count }, (_, index) => ({
    holder: `https://ex.org/${index % actors}`,
    actor: name('Actor', index % actors),
    issue: name('Issue', (index * 7) % issues),
    polarity: ((index * 5) % 3) - 1,
    stance: 'supports',
    date: new Date(Date.UTC(1938, 8, 29 + index * days)).toISOString().slice(0, 10),
    words: 'peace <for> "our" time & all',
    article: 'a',
  }));
}

function network(claims: readonly FigureClaim[]): string {
  const statements = claims.flatMap(({ holder, issue, polarity, article }, index) =>
    polarity === 1 || polarity === -1
      ? [{ claim: `c${index}`, actor: holder, issue, polarity: polarity === 1 ? 1 : -1, article } as const]
      : [],
  );
  return drawNetwork(buildNetwork(statements, 'subtract', 'none'), actorNames(claims));
}

const CASES = [
  ['three actors', makeClaims(3, 2, 8)],
  ['sixty actors with long names', makeClaims(60, 50, 80)],
  ['one actor on one issue', makeClaims(1, 1, 8, { count: 1 })],
  ['actors with Chinese names', makeClaims(12, 6, 30, { filling: '联合国安全理事会' })],
  ['actors who speak every day', makeClaims(4, 1, 8, { count: 800, days: 1 })],
] as const;

const figuresOf = (claims: readonly FigureClaim[]): readonly (readonly [string, string])[] => [
  ['matrix', drawStanceMatrix(claims)],
  ['network', network(claims)],
  ['timeline', drawTimeline(claims[0]?.issue ?? '', claims) ?? ''],
];

describe('a figure', () => {
  it('says what it does not show', () => {
    const svg = drawStanceMatrix(makeClaims(60, 50, 8));
    expect(svg).toContain('the 40 of 60 actors with most claims, the 40 of 50 issues with most claims');
    expect(drawStanceMatrix(makeClaims(3, 2, 8))).not.toContain('with most claims');
  });

  it('has no row and no column without a claim', () => {
    const svg = drawStanceMatrix(makeClaims(60, 50, 8));
    const cells = [
      ...svg.matchAll(
        /<rect x="(\d+(?:\.\d+)?)" y="(\d+(?:\.\d+)?)" width="(\d+)" height="\d+" fill="(\S+?)"/gu,
      ),
    ];
    const places = (index: number, filled: boolean): number =>
      new Set(
        cells.flatMap((cell) => ((cell[4] === 'none') === filled || cell[3] === '16' ? [] : cell[index])),
      ).size;
    expect(places(1, true)).toBe(places(1, false));
    expect(places(2, true)).toBe(places(2, false));
  });

  it('cuts a long name between characters, a Chinese one at half the count', () => {
    expect(shorten('Ñandú', 5)).toBe('Ñandú');
    expect(shorten('Secretary-General', 10)).toBe('Secretary…');
    expect(shorten('联合国安全理事会', 8)).toBe('联合国…');
    expect(shorten('ab👩🏽‍⚖️cd', 4)).toBe('ab…');
  });

  it('joins the marks of near days and says how many claims they are', () => {
    const svg = drawTimeline('Issue 0 ', makeClaims(1, 1, 8, { count: 400, days: 1 })) ?? '';
    const claims = [...svg.matchAll(/>[+−±•](\d*)<\/text>\n<\/a>/gu)].map(([, count]) => Number(count ?? ''));
    expect(claims.reduce((sum, count) => sum + count, 0)).toBe(400);
    expect(claims.length).toBeLessThan(40);
  });

  it('keeps actors apart who have one name', () => {
    const [claim] = makeClaims(1, 1, 8);
    const two = claim === undefined ? [] : [claim, { ...claim, holder: 'https://ex.org/other' }];
    expect(drawStanceMatrix(two).match(/text-anchor="end">Actor 0/gu)).toHaveLength(2);
  });

  it('says so where there is nothing to draw', () => {
    expect(network([])).toContain('No two actors');
    expect(drawStanceMatrix([])).toContain('</svg>');
    const undated = makeClaims(2, 1, 8).map((claim) => ({ ...claim, date: '' }));
    expect(drawTimeline(undated[0]?.issue ?? '', undated)).toBeUndefined();
  });
});

const root = mkdtempSync(path.join(tmpdir(), 'demarche-figures-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

const BROWSER = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version']).status === 0,
);

/** What a browser says of the texts in a page: those that stand out of their figure, and pairs that overlap. */
const MEASURE = `<script>
const result = { texts: 0, outside: [], overlapping: [], dead: [] };
for (const link of document.querySelectorAll('a[href]'))
  if (document.querySelector(link.getAttribute('href')) === null) result.dead.push(link.getAttribute('href'));
for (const svg of document.querySelectorAll('svg')) {
  const frame = svg.getBoundingClientRect();
  const level = [];
  for (const mark of svg.querySelectorAll('a circle')) level.push([mark.parentNode.textContent, mark.getBoundingClientRect()]);
  for (const text of svg.querySelectorAll('text')) {
    const box = text.getBoundingClientRect();
    result.texts += 1;
    if (box.left < frame.left || box.right > frame.right || box.top < frame.top || box.bottom > frame.bottom)
      result.outside.push(text.textContent);
    const matrix = text.getCTM();
    if (Math.abs(matrix.b) < 0.001 && text.closest('a') === null) level.push([text.textContent, box]);
  }
  for (const [index, [one, left]] of level.entries())
    for (const [other, right] of level.slice(index + 1))
      if (left.right > right.left + 1 && right.right > left.left + 1 && left.bottom > right.top + 4 && right.bottom > left.top + 4)
        result.overlapping.push([one, other]);
}
document.title = JSON.stringify(result);
</script>`;

describe.skipIf(BROWSER === undefined)('in a browser', () => {
  it.each(CASES)(
    'every label and mark of %s stands inside its figure and on no other, and every link leads somewhere',
    (_, claims) => {
      const figures = figuresOf(claims).map(([name, svg]) => ({ name, svg }));
      const page = path.join(root, 'page.html');
      writeFileSync(
        page,
        writeFigurePage('Positions', figures, claims).replace('</body>', `${MEASURE}</body>`),
      );
      const dom = execFileSync(
        BROWSER ?? '',
        [
          '--headless',
          '--no-sandbox',
          '--disable-gpu',
          '--window-size=1400,1000',
          '--dump-dom',
          `file://${page}`,
        ],
        { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 60_000 },
      );
      const title = /<title>(\{.*?\})<\/title>/su.exec(dom)?.[1] ?? '{}';
      const result: unknown = JSON.parse(title.replaceAll('&amp;', '&').replaceAll('&quot;', '"'));
      expect(result).toMatchObject({ outside: [], overlapping: [], dead: [] });
      expect(title).toMatch(/"texts":\d{2,}/u);
      expect(dom.match(/<circle /gu)?.length).toBeGreaterThan(0);
    },
    70_000,
  );
});
