/** The text as one of its own: a part of a long text would keep all of that in memory. */
export function detachText(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
