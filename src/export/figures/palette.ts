/** Colours that colour-blind readers tell apart (Okabe and Ito 2008) and that differ in grey as well. */
export const PALETTE = {
  for: '#0072B2',
  against: '#D55E00',
  mixed: '#F0E442',
  neutral: '#BBBBBB',
  ink: '#222222',
} as const;

/** A mark beside the colour, so that print in black and white tells the same. */
export const MARKS = { for: '+', against: '−', mixed: '±', neutral: '•' } as const;

/** What claims of one actor on one issue amount to. */
export type Balance = keyof typeof MARKS;

/** For, against, both, or neither. */
export function balanceOf(polarities: readonly number[]): Balance {
  const isFor = polarities.includes(1);
  const isAgainst = polarities.includes(-1);
  return isFor && isAgainst ? 'mixed' : isFor ? 'for' : isAgainst ? 'against' : 'neutral';
}

/** Text on a mark must be readable on its colour: the contrast is above 5 to 1 on each. */
export function inkOn(balance: Balance): string {
  return balance === 'for' ? '#FFFFFF' : '#000000';
}
