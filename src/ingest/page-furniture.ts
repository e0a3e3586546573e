import type { PageDocument, PageElement } from './html-page.ts';

const NAMES = [
  '(?:(?:image|photo|img|wp|figure|media|picture)-?)?caption(?:-text)?|thumbcaption|thumbinner|(?:image-|photo-)?credit',
  'cookies?|cookie-?(?:prompt|banner|consent|notice|bar)|consent|onetrust|gdpr|paywall|subscribe|newsletter',
  'ad|ads|ad-slot|advert|advertisement|sponsored|promo|outbrain|taboola',
  'share|sharing|sharedaddy|social|social-share|breadcrumbs?|byline|byline-block|contributors?|authors?|author-bio',
  'related|related-(?:links|articles|stories|content)|recommended|recommendations|links-block|more-on|read-?more|read-next|most-read|trending',
  'comments|disqus|sidebar|(?:site-|page-)?footer|copyright|skip-link|article-source|sign-off|key-events',
  // Wikinews and other wikis
  'sitenotice|sitesub|jump-to-nav|mw-editsection|mw-jump-link|printfooter|catlinks|infobox|navbox|toc|sourcetemplate',
];
/** Names of classes, ids and components that pages give to what is no part of an article. */
const FURNITURE = new RegExp(
  `(?:^|[\\s_])(?:${NAMES.join('|')})(?=$|[\\s_]|__|--|-(?:wrapper|container|block|sdk|banner))`,
  'iu',
);
const NAMED = '[class], [id], [data-component], [role]';
const NAMING = ['class', 'id', 'data-component', 'role'] as const;

/** An element that holds more of the page's text is its article, whatever it is called. */
const LARGEST_SHARE = 0.35;
/** From this share on a list of links is a menu. */
const LINKED_SHARE = 0.9;

const lengthOf = (element: PageElement | null): number =>
  (element?.textContent ?? '').replaceAll(/\s+/gu, ' ').trim().length;

function isFurniture(element: PageElement, pageLength: number): boolean {
  const names = NAMING.map((name) => element.getAttribute(name) ?? '').join(' ');
  return (
    FURNITURE.test(names) &&
    element.querySelector('h1, article, main') === null &&
    lengthOf(element) <= LARGEST_SHARE * pageLength
  );
}

function isMenu(list: PageElement): boolean {
  const length = lengthOf(list);
  let linked = 0;
  for (const link of list.querySelectorAll('a')) linked += lengthOf(link);
  return length > 0 && linked >= LINKED_SHARE * length;
}

/** Takes captions, banners, menus, boxes of links and buttons out of a page. */
export function removeFurniture(document: PageDocument): void {
  const pageLength = lengthOf(document.querySelector('body'));
  for (const element of document.querySelectorAll(NAMED)) {
    if (isFurniture(element, pageLength)) element.remove();
  }
  for (const list of document.querySelectorAll('ul, ol')) if (isMenu(list)) list.remove();
}
