/** A text of some length that wears its reader out, made by repeating what `unit` gives. */
export interface OddText {
  readonly name: string;
  /** The text of about so many characters. */
  readonly make: (length: number) => string;
}

function repeat(unit: (index: number) => string, length: number, separator: string): string {
  const parts: string[] = [];
  for (let index = 0, size = 0; size < length; index += 1) {
    const part = unit(index);
    parts.push(part);
    size += part.length + separator.length;
  }
  return parts.join(separator);
}

const NAMES = ['Abena', 'Kwame', 'Lucía', 'Tomás', 'Ingrid', 'Pavel', 'Noor', 'Hana'] as const;
const SURNAMES = ['Mensah', 'Quiroga', 'Holm', 'Novak', 'Haddad', 'Sato', 'Okafor', 'Lind'] as const;

/** Two syllables for a number, so that surnames do not run out. */
function surname(index: number): string {
  const syllables = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'se', 'to', 'vi', 'zu'];
  const digits = Array.from(String(index), (digit) => syllables[Number(digit)] ?? '').join('');
  return `${SURNAMES[index % SURNAMES.length] ?? ''}${digits}`;
}

const REPORT =
  'The foreign minister of Peru said that the ceasefire with Chile would hold, and rejected new sanctions.';

/** What readers of news choke on: each grows with its length, none should take more than twice the time for twice the text. */
export const ODD_TEXTS: readonly OddText[] = [
  {
    name: 'quotations never closed, one paragraph',
    make: (length) =>
      repeat((index) => `The envoy said: "We reject the offer number ${index}. ${REPORT}`, length, ' '),
  },
  {
    name: 'one quotation never closed',
    make: (length) => `The envoy said: "${repeat(() => REPORT, length, ' ')}`,
  },
  {
    name: 'quotations never opened',
    make: (length) =>
      repeat((index) => `We reject the offer number ${index}," the envoy said. ${REPORT}`, length, ' '),
  },
  {
    name: 'curly marks that only open',
    make: (length) => repeat(() => `“We agree, he said. ${REPORT}`, length, ' '),
  },
  {
    name: 'quotations in quotations',
    make: (length) =>
      repeat(() => `“He told us: ‘We heard her say “never” twice,’” Noor Haddad said.`, length, ' '),
  },
  { name: 'nothing but quotation marks', make: (length) => '"'.repeat(length) },
  { name: 'quotation marks apart', make: (length) => '" '.repeat(length / 2) },
  {
    name: 'single marks',
    make: (length) => repeat(() => "'We agree', he said, the allies' plan", length, ' '),
  },
  { name: 'one word', make: (length) => 'a'.repeat(length) },
  { name: 'short lines', make: (length) => repeat((index) => `Item ${index}`, length, '\n') },
  { name: 'empty lines', make: (length) => repeat(() => 'No.', length, '\n\n') },
  { name: 'a report over and over', make: (length) => repeat(() => REPORT, length, '\n\n') },
  { name: 'a report over and over, one paragraph', make: (length) => repeat(() => REPORT, length, ' ') },
  {
    name: 'names, each another one',
    make: (length) =>
      repeat(
        (index) => `${NAMES[index % NAMES.length] ?? ''} ${surname(index)} said the talks failed.`,
        length,
        ' ',
      ),
  },
  {
    name: 'a list of names',
    make: (length) =>
      repeat((index) => `${NAMES[index % NAMES.length] ?? ''} ${surname(index)}`, length, ', '),
  },
  {
    name: 'lists in lists',
    make: (length) => repeat((index) => `${' '.repeat(index % 40)}- (a) [b] point ${index}`, length, '\n'),
  },
  {
    name: 'brackets that only open',
    make: (length) => repeat(() => '(the envoy [of Peru {said', length, ' '),
  },
  {
    name: 'pronouns',
    make: (length) =>
      `Noor Haddad met Pavel Novak. ${repeat(() => 'She told him that they knew it.', length, ' ')}`,
  },
  { name: 'bare pronouns', make: (length) => repeat(() => 'he she they it', length, ' ') },
  {
    name: 'one sentence',
    make: (length) => repeat(() => 'the envoy said that the minister hoped', length, ' and '),
  },
  { name: 'commas', make: (length) => repeat(() => 'Peru', length, ', ') },
  { name: 'right to left', make: (length) => repeat(() => 'قال الوزير إن المحادثات فشلت.', length, ' ') },
  { name: 'emoji', make: (length) => repeat(() => '👩🏽‍🚀🇵🇪 said 👍🏿!', length, ' ') },
  { name: 'markup', make: (length) => repeat(() => '<a href="x">Peru</a> &amp; <b class', length, ' ') },
  { name: 'addresses', make: (length) => repeat(() => 'a.b.c@x.y.z.example.com/?q=1', length, '.') },
  { name: 'digits and stops', make: (length) => repeat(() => '1.2,3:4', length, '.') },
  {
    name: 'interview turns',
    make: (length) =>
      repeat((index) => `${index % 2 === 0 ? 'Q' : 'Noor Haddad'}: We will not yield.`, length, '\n'),
  },
];
