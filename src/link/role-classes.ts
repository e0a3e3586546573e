/** Classes too wide to identify anybody: many hold them at a time. */
const SHARED = new Set([
  'legislator',
  'regional-legislator',
  'official',
  'expert',
  'journalist',
  'military',
  'ambassador',
  'minister',
  'leader',
  'judge',
  'governor',
  'mayor',
  'chief',
  'director',
  'chair',
  'adviser',
  'spokesperson',
  'diplomat',
  'lawyer',
  'activist',
  'envoy',
  'witness',
  'candidate',
  'other',
  'party-leader',
  'police',
  'royal',
  'crown-prince',
  'negotiator',
]);

/** Classes whose holders the registers list for every state and time. */
const LISTED = new Set([
  'president',
  'head-of-government',
  'vice-president',
  'foreign-minister',
  'defence-minister',
  'finance-minister',
  'interior-minister',
  'justice-minister',
  'monarch',
  'supreme-leader',
  'rebel-leader',
  'pope',
  'journalist',
  'expert',
  'police',
]);

/** Words of office that registers write in another class. */
const EQUIVALENT: Readonly<Record<string, readonly string[]>> = {
  speaker: ['legislator', 'speaker'],
  'party-leader': ['legislator', 'head-of-government', 'party-leader'],
  'opposition-leader': ['legislator', 'opposition-leader'],
  leader: ['president', 'head-of-government', 'monarch', 'supreme-leader'],
  'head-of-state': ['president', 'monarch'],
  monarch: ['monarch'],
  'supreme-leader': ['monarch', 'supreme-leader'],
  envoy: ['ambassador', 'un-ambassador', 'envoy'],
  diplomat: ['ambassador', 'un-ambassador', 'foreign-minister'],
  minister: [
    'minister',
    'foreign-minister',
    'defence-minister',
    'interior-minister',
    'finance-minister',
    'justice-minister',
  ],
  'foreign-minister': ['foreign-minister'],
  ambassador: ['ambassador', 'un-ambassador'],
  'un-ambassador': ['un-ambassador'],
};

/** Whether a class is too wide to identify anybody. */
export function isShared(roleClass: string): boolean {
  return SHARED.has(roleClass);
}

/** Whether the registers list the holders of a class, so that their silence speaks against a person. */
export function isListedClass(roleClass: string): boolean {
  return LISTED.has(roleClass);
}

/** The class of those who are elected and not yet in office. */
export const ELECT = 'president-elect';

/** Whether words of office that show one class can mean an office that a register writes in another. */
export function fitsClass(shown: string, held: string): boolean {
  return shown === held || (EQUIVALENT[shown] ?? []).includes(held);
}
