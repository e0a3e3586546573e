import type { PageElement, PageNode } from './html-page.ts';

const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article blockquote body center dd details div dl dt fieldset footer h1 h2 h3 h4 h5 h6 header hgroup hr ' +
    'li main ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);
/** Elements that hold no sentences of the article: pictures with their captions, asides, players, forms, code for machines. */
const SKIPPED: ReadonlySet<string> = new Set(
  (
    'amp-ad amp-consent amp-sidebar amp-social-share amp-sticky-ad aside audio button canvas dialog figure figcaption form iframe img input math nav noscript object picture script select ' +
    'style svg template textarea time title video'
  ).split(' '),
);

function isElement(node: PageNode): node is PageElement {
  return node.nodeType === 1;
}

/** The text below a node as lines: one for each paragraph, heading, list item or table row, white space made plain. */
export function listLines(root: PageNode): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let lastProse = 0;
  const endLine = (isHeading: boolean): void => {
    const words = line.replaceAll(/\s+/gu, ' ').trim();
    line = '';
    if (words === '') return;
    lines.push(words);
    if (!isHeading) lastProse = lines.length;
  };
  const visit = (node: PageNode): void => {
    if (node.nodeType === 3) {
      line += node.textContent ?? '';
      return;
    }
    if (!isElement(node)) return;
    const name = node.localName.toLowerCase();
    if (SKIPPED.has(name)) return;
    if (name === 'br') return endLine(false);
    if (name === 'td' || name === 'th') line += ' ';
    const isBlock = BLOCKS.has(name);
    if (isBlock) endLine(false);
    for (const child of node.childNodes) visit(child);
    if (isBlock) endLine(/^h[1-6]$/u.test(name));
  };
  visit(root);
  endLine(false);
  // “More on this story”: headings behind the last paragraph head nothing.
  return lastProse === 0 ? lines : lines.slice(0, lastProse);
}
