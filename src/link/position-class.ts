/** Titles of offices as registers write them, with the class of role; the first that fits decides. */
const POSITION_CLASSES: readonly (readonly [RegExp, string])[] = [
  [
    /\b(regional council|state senate|state representative|house of delegates|general assembly|state assembly)\b/,
    'regional-legislator',
  ],
  [/\bmember of the \w+( \w+)? (house of representatives|assembly|senate)\b/, 'regional-legislator'],
  [/^(united states (representative|senator)|rep|sen)$/, 'legislator'],
  [/\b(deputy|vice|first deputy)[ -]prime minister\b|\bvice premier\b/, 'deputy-head-of-government'],
  [/\bdeputy (secretary of state|minister of foreign affairs|foreign minister)\b/, 'deputy-foreign-minister'],
  [/\b(under|assistant) secretary of state\b/, 'deputy-foreign-minister'],
  [/\bdeputy (minister of defen[cs]e|secretary of defen[cs]e)\b/, 'deputy-defence-minister'],
  [/\b(vice president|viceprez)\b/, 'vice-president'],
  [
    /^(acting )?(prime minister|premier of the (state council|people)|federal chancellor|chancellor of germany)/,
    'head-of-government',
  ],
  [/^prime minister\b/, 'head-of-government'],
  [/foreign and commonwealth affairs|foreign, commonwealth and development affairs/, 'foreign-minister'],
  [/^(united states )?secretary of state$/, 'foreign-minister'],
  [
    /\b(minister|secretary)\b.*\b(foreign|external) (and european |and political )?(affairs|relations)\b/,
    'foreign-minister',
  ],
  [
    /\bminister of (international relations and cooperation|external affairs)\b|\bforeign (affairs )?minister\b/,
    'foreign-minister',
  ],
  [/\bminister\b.*\beurope and foreign affairs\b|^secretary for relations with states$/, 'foreign-minister'],
  [/^high representative of the union\b/, 'high-representative'],
  [/\b(minister|secretary)\b.*\b(defen[cs]e|armed forces)\b/, 'defence-minister'],
  [
    /\b(minister|secretary)\b.*\bfinances?\b|secretary of the treasury|chancellor of the exchequer/,
    'finance-minister',
  ],
  [
    /\b(minister|secretary)\b.*\b(interior|internal affairs|home department|homeland security)\b/,
    'interior-minister',
  ],
  [/\b(minister|secretary)\b.*\bjustice\b|\battorney general\b|\blord chancellor\b/, 'justice-minister'],
  [/\b(minister|secretary)\b.*\benergy\b/, 'energy-minister'],
  [/\b(minister|secretary)\b.*\b(trade|commerce)\b|trade representative/, 'trade-minister'],
  [/\b(minister|secretary)\b.*\bhealth\b/, 'health-minister'],
  [/^(secretary-general of the united nations)$/, 'secretary-general'],
  [/deputy secretary-general|under-secretary-general/, 'under-secretary-general'],
  [/\bdirector-general\b/, 'director-general'],
  [/^general secretary\b/, 'general-secretary'],
  [/\b(permanent representative to the united nations|ambassador to the united nations)\b/, 'un-ambassador'],
  [/\bambassador\b/, 'ambassador'],
  [/national security advis[eo]r/, 'national-security-adviser'],
  [/\b(spokesperson|spokesman|spokeswoman|press secretary)\b/, 'spokesperson'],
  [
    /^(acting )?(president|prez)$|^president of (the )?(\w+ republic|republic of \w+( \w+)?|people's republic of china|state of palestine|united states|swiss confederation|russian federation)$/,
    'president',
  ],
  [/^president of (?!the)[\w .'’é]+$/, 'president'],
  [
    /^president of the (philippines|maldives|gambia|democratic republic of the congo|central african republic|comoros)/,
    'president',
  ],
  [/^(monarch|king|queen|sultan|emir|grand duke|prince of)\b|supreme leader/, 'monarch'],
  [/^first lady$/, 'first-lady'],
  [/\b(minister|secretary)\b/, 'minister'],
  [/\b(judge|justice) of\b/, 'judge'],
  [/\bgovernor\b/, 'governor'],
  [/\bmayor\b/, 'mayor'],
  [/\bmember\b|\bdeputy\b|\brepresentative\b/, 'legislator'],
  [/\badvis[eo]r\b|chief of staff/, 'adviser'],
  [/\bdirector\b/, 'director'],
  [/chief of the general staff|commander/, 'military'],
];

/** The class of role that a register's title of office shows; `other` where no pattern fits. */
export function classifyPosition(title: string): string {
  const folded = title.toLowerCase();
  return POSITION_CLASSES.find(([pattern]) => pattern.test(folded))?.[1] ?? 'other';
}

/** How widely known the holder of such an office is, 0–1. */
export function prominenceOf(roleClass: string): number {
  return PROMINENCE[roleClass] ?? 0.3;
}

const PROMINENCE: Readonly<Record<string, number>> = {
  president: 1,
  'head-of-government': 1,
  monarch: 0.9,
  'secretary-general': 0.9,
  'high-representative': 0.8,
  'vice-president': 0.8,
  'foreign-minister': 0.8,
  'defence-minister': 0.7,
  'general-secretary': 0.7,
  'finance-minister': 0.6,
  'national-security-adviser': 0.6,
  'director-general': 0.5,
  'un-ambassador': 0.5,
  minister: 0.4,
  legislator: 0.2,
  'regional-legislator': 0.05,
  other: 0.1,
};
