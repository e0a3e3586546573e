import { describe, expect, it } from 'vitest';
import { segmentText } from '../../src/text/segment-text.ts';
import { articleOf } from './article-of.ts';

/** Texts as they come: clean, scraped, translated. A bar stands where a sentence begins. */
const SENTENCES = [
  'Heading without stop\n|Kampala closed the border. |Nobody said why.',
  'Talks collapse\n\n|By noon the envoys had left.|The hosts stayed.',
  'He met Lt. Gen. Abdel Fattah and Maj. Gen. Hemedti.|Both denied it.',
  'Brig. Gen. Musa Hilal, Col. Ndiaye and Sgt. Keita surrendered. |Capt. Traoré did not.',
  'Gen. (ret.) Smith and Lt.-Gen. Jones met Lt.Gen. Brown. |All agreed.',
  'Prime Minister H. E. Patrice Trovoada met W. E. B. Du Bois. |He was brief.',
  'Rev. Dr. King met Gen. al-Burhan. |Both spoke, e.g. on Mali.',
  'Messrs. Smith and Jones left Ft. Bragg.|They never returned to Mt. Kenya.',
  'Mr.Biden said no.|Ms.Harris agreed.',
  'Talks at 3 p.m. Monday ended at 5 p.m. |The rest went home.',
  'It starts at 9 a.m. EST. |Bring water.',
  'It rose 2.5 percent vs. 3.1 percent in Q1. |Exports fell 0.4 pct.',
  'The U.S. Senate and U.K. Parliament agreed. |So did the E.U. Commission.',
  'He moved to the U.S. |She stayed in the U.K. |Both regret it.',
  'The U.S.-led force left. |The U.S.’s envoy stayed.',
  'Washington, D.C. |The envoy landed at dawn.',
  'Acme Inc. said no. |Baker Corp. |The rest agreed.',
  'Dr. A. B. C. Okonkwo, Ph.D., agreed. |Dr. Ruto has a Ph.D. |She has two.',
  'On Jan. 5 he left. |On Feb. |He came back.',
  'No. 10 said no. |No. |Never.',
  'Art. 5 and Sec. 3 apply. |Para. 7 (see p. 12) does not.',
  'Born on 12.5.2023. |Died at 10.30. |Rest in peace.',
  'The No.1 priority. |$1.5m was paid. |5.30pm today.',
  'The vote was 12-3. |45 states abstained.',
  'He waited... and waited. |Then... nothing.',
  'See https://mfa.gov.gh/a.b?x=1.2. |Then visit www.un.org. |Write to press@mfa.gh. |They answer.',
  '(See http://a.b/c). |He wrote on X (formerly Twitter). |It spread.',
  'The terms:\n|- withdraw all forces\n|- open the port\n|Both signed.',
  '1. Withdraw all forces.\n|2. Open the port.\n|3.Free prisoners.',
  '(a) Withdraw; (b) open the port; and (c) leave.',
  'REPORTER: Will you resign?\n|PRESIDENT TSAI: No. |I will not.\n|REPORTER: Why?',
  'Mr. Speaker: We will go.\n|Ms. Lee: We will not.',
  'WHO IS RIGHT? |THE MINISTER SAID NO. |SEN. RUBIO SAID YES.',
  'no capitals here. |the minister said no. |he left at 5 p.m. today.',
  'Ghana said no .|Mali said yes . |Chad left .',
  'Ghana\u00a0said no.\u2028|Mali said yes.\u0085|Chad left.',
  '<p>Mali said no</p><p class="x">|Chad <b>said</b> yes.</p><br/>|Niger left.',
  'غانا رفضت. |مالي وافقت؟ |نعم.',
  'Ghana said no。|Mali said yes！|Chad left？',
  "It's the '90s. |Rock 'n' roll isn't theirs'.",
];

/** The same with quotations: “!” where a mark had to be supplied or is odd, “+” where one goes on with the one before. */
const QUOTATIONS: readonly (readonly [sentences: string, quotations: readonly string[]])[] = [
  ['He waited… and waited. |“I… I do not know,” he said.', ['“I… I do not know,”']],
  ['Mali&nbsp;said no. |It&#39;s &quot;final&quot;. |That&rsquo;s all.', ['&quot;final&quot;']],
  [
    '“We will go,” he said, “but not today.” |“When?” she asked.',
    ['“We will go,”', '“but not today.”', '“When?”'],
  ],
  [
    '"We will go," he said, "but not today." |"When?" she asked.',
    ['"We will go,"', '"but not today."', '"When?"'],
  ],
  ['“We agree.”|The envoy left.', ['“We agree.”']],
  ['He said:“We go.”|She said:“We stay.”', ['“We go.”', '“We stay.”']],
  ['‘We agree,’ he said. |‘It’s the allies’ plan.’ |He left.', ['‘We agree,’', '‘It’s the allies’ plan.’']],
  [
    "'We agree,' he said. |'The allies' plan is good.' |He left.",
    ["'We agree,'", "'The allies' plan is good.'"],
  ],
  ['“He told me ‘never’ and left,” she said.', ['“He told me ‘never’ and left,”']],
  ['He called it ‘a “grave” threat’ to us.', ['‘a “grave” threat’']],
  ['“We came.\n\n|“We saw.\n\n|“We left,” he said.', ['“We came.', '+“We saw.', '+“We left,”']],
  ['"We came.\n\n|"We saw.\n\n|"We left," he said.', ['"We came.', '+"We saw.', '+"We left,"']],
  ['“We came.\n\n|We saw.\n\n|We left,” he said.', ['!“We came.', '+!We saw.', '+!We left,”']],
  ['“We agree, the minister said on Monday. |The rest is silence.', ['!“We agree,']],
  ['“We agree, he said.\n\n|“We stay, he said.”', ['“We agree, he said.', '+“We stay, he said.”']],
  ['We agree,” he said. |The rest is silence.', ['!We agree,”']],
  ['He said the plan was “good. |It was not.', ['!“good.']],
  ['““We agree,”” he said. |""We stay,"" she said.', ['!““We agree,””', '!""We stay,""']],
  ["''We agree,'' he said. |``No,'' she said.", ["''We agree,''", "``No,''"]],
  ['"We go,“ he said. |"We stay,” she said.', ['"We go,“', '"We stay,”']],
  ["“We go,' he said. |“We stay,' she said.", ["“We go,'", "“We stay,'"]],
  ['” We go. “ he said.', ['” We go. “']],
  ['“ We go , ” he said . |“ We stay . ”', ['“ We go , ”', '“ We stay . ”']],
  [
    '“We need medicine. |We need it now, the mayor of Goma said. |The road is closed.',
    ['!“We need medicine. We need it now,'],
  ],
  [
    'He said: "We need medicine. |They told us to wait. |The mayor of Goma said that the road was closed.',
    ['!"We need medicine. They told us to wait.'],
  ],
  [`“It rained. ${'|It rained. '.repeat(20)}|It stopped.`, [`!“It rained.${' It rained.'.repeat(11)}`]],
  [`A 6' 2" man and a 5" pipe. |“Odd,” he said.`, ['“Odd,”']],
  ['“No!” said Ruto. |“Yes?” said Raila. |Yahoo! reported it.', ['“No!”', '“Yes?”']],
  ['“Where is it?”, he asked. |“Here.”, she said.', ['“Where is it?”', '“Here.”']],
  ['« Non », a dit le ministre. |« Jamais. »', ['« Non »', '« Jamais. »']],
  ['«Non», a dit le ministre. |«Jamais.» |Il est parti.', ['«Non»', '«Jamais.»']],
  ['„Nein“, sagte er. |„Niemals.“ |Er ging.', ['„Nein“', '„Niemals.“']],
  ['„Nie”, powiedział. |„Nigdy.” |Odszedł.', ['„Nie”', '„Nigdy.”']],
  ['»Nein«, sagte er. |›Nie‹. |‚Niemals‘, rief sie.', ['»Nein«', '›Nie‹', '‚Niemals‘']],
  ['The minister said: 「We will go」 and 『never』 left.', ['「We will go」', '『never』']],
  ['「行きます」と大臣は言った。「しかし今日ではない」。', ['「行きます」', '「しかし今日ではない」']],
];

function segment(marked: string) {
  const text = marked.replaceAll('|', '');
  const { sentences, tokens, quotations } = segmentText(articleOf(text));
  let bars = '';
  let position = 0;
  for (const [index, { firstToken }] of sentences.entries()) {
    const start = tokens[firstToken]?.start ?? 0;
    bars += text.slice(position, start) + (index === 0 ? '' : '|');
    position = start;
  }
  return {
    sentences: bars + text.slice(position),
    quotations: quotations.map(
      ({ start, end, closed, continues }) =>
        (continues === undefined ? '' : '+') + (closed ? '' : '!') + text.slice(start, end),
    ),
  };
}

describe('dirty text', () => {
  it.each(SENTENCES.map((sentences) => [sentences]))('is cut as %j shows', (sentences) => {
    expect(segment(sentences)).toEqual({ sentences, quotations: [] });
  });

  it.each(QUOTATIONS)('with quotations is cut as %j shows', (sentences, quotations) => {
    expect(segment(sentences)).toEqual({ sentences, quotations });
  });
});
