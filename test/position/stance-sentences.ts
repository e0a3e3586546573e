import type { Issue } from '../../src/model/issue.ts';
import type { Certainty, Stance } from '../../src/model/claim.ts';
import { bareIssue } from './settings.ts';
import { CONSTRUCTION_ROWS } from './stance-constructions.ts';

/** Issues of twenty disputes, each a proposition and nothing else. */
export const SENTENCE_ISSUES: readonly Issue[] = [
  bareIssue('finland-nato', 'Finland becomes a member of NATO'),
  bareIssue('kashmir-mediation', 'The United States mediates between India and Pakistan over Kashmir'),
  bareIssue('iran-sanctions', 'Sanctions on Iran are lifted'),
  bareIssue('gaza-ceasefire', 'A ceasefire in Gaza is agreed'),
  bareIssue('ethiopia-dam', 'Ethiopia fills the Renaissance Dam'),
  bareIssue(
    'falklands-talks',
    'Britain and Argentina negotiate over the sovereignty of the Falkland Islands',
  ),
  bareIssue('darfur-peacekeepers', 'United Nations peacekeepers are deployed to Darfur'),
  bareIssue('korea-weapons', 'North Korea gives up its nuclear weapons'),
  bareIssue('taiwan-arms', 'The United States sells weapons to Taiwan'),
  bareIssue('karabakh-withdrawal', 'Armenia withdraws its troops from Nagorno-Karabakh'),
  bareIssue('kosovo-recognition', 'Serbia recognises the independence of Kosovo'),
  bareIssue('cyprus-reunification', 'Cyprus is reunified'),
  bareIssue('venezuela-elections', 'Venezuela holds new presidential elections'),
  bareIssue('climate-exit', 'The United States withdraws from the Paris climate agreement'),
  bareIssue('hungary-exit', 'Hungary leaves the European Union'),
  bareIssue('sahara-referendum', 'Morocco grants Western Sahara a referendum on independence'),
  bareIssue('chagos-return', 'Britain returns the Chagos Islands to Mauritius'),
  bareIssue('mali-withdrawal', 'France withdraws its troops from Mali'),
  bareIssue('syria-chemical', 'Syria used chemical weapons in Ghouta', 'fact'),
  bareIssue('election-interference', 'Russia interfered in the American election', 'fact'),
];

/** A sentence, whose position it shows, on which issue, and which. */
export interface StanceSentence {
  readonly text: string;
  readonly holder: string;
  readonly issue: string;
  readonly stance: Stance;
  readonly certainty?: Certainty;
  readonly condition?: string;
}

/** A sentence with what it shows, in the order of `StanceSentence`. */
export type StanceRow = readonly [
  text: string,
  holder: string,
  issue: string,
  stance: Stance,
  certainty?: Certainty,
  condition?: string,
];

const ROWS: readonly StanceRow[] = [
  // What “whether” leaves open.
  [
    'Brazil refused to say whether it would back a ceasefire in Gaza.',
    'Brazil',
    'gaza-ceasefire',
    'asserts',
    'underspecified',
  ],
  // Plain verbs of attitude.
  ['Hungary opposes NATO membership for Finland.', 'Hungary', 'finland-nato', 'rejects'],
  ['Sweden supports Finland’s accession to NATO.', 'Sweden', 'finland-nato', 'supports'],
  ['Turkey rejected Finland’s NATO membership on Tuesday.', 'Turkey', 'finland-nato', 'rejects'],
  [
    'Pakistan welcomed American mediation over Kashmir between India and Pakistan.',
    'Pakistan',
    'kashmir-mediation',
    'supports',
  ],
  ['India ruled out American mediation over Kashmir.', 'India', 'kashmir-mediation', 'rejects'],
  ['Egypt condemned the filling of the Renaissance Dam by Ethiopia.', 'Egypt', 'ethiopia-dam', 'criticises'],
  ['China denounced the sale of American weapons to Taiwan.', 'China', 'taiwan-arms', 'criticises'],
  [
    'Sudan refused the deployment of United Nations peacekeepers to Darfur.',
    'Sudan',
    'darfur-peacekeepers',
    'rejects',
  ],
  ['Russia backs the lifting of sanctions on Iran.', 'Russia', 'iran-sanctions', 'supports'],
  ['Brazil proposed a ceasefire in Gaza.', 'Brazil', 'gaza-ceasefire', 'proposes'],
  ['Greece endorsed the reunification of Cyprus.', 'Greece', 'cyprus-reunification', 'supports'],
  ['Israel rejected a ceasefire in Gaza.', 'Israel', 'gaza-ceasefire', 'rejects'],
  // Requests.
  [
    'Argentina called for negotiations with Britain over the sovereignty of the Falkland Islands.',
    'Argentina',
    'falklands-talks',
    'requests',
  ],
  [
    'France urged Armenia to withdraw its troops from Nagorno-Karabakh.',
    'France',
    'karabakh-withdrawal',
    'requests',
  ],
  ['Japan demanded that North Korea give up its nuclear weapons.', 'Japan', 'korea-weapons', 'requests'],
  ['Canada asked Venezuela to hold new presidential elections.', 'Canada', 'venezuela-elections', 'requests'],
  ['Egypt urged Ethiopia not to fill the Renaissance Dam.', 'Egypt', 'ethiopia-dam', 'rejects'],
  ['China called on the United States to stop selling weapons to Taiwan.', 'China', 'taiwan-arms', 'rejects'],
  [
    'Germany urged the United States not to withdraw from the Paris climate agreement.',
    'Germany',
    'climate-exit',
    'rejects',
  ],
  ['Egypt said a ceasefire in Gaza must be agreed.', 'Egypt', 'gaza-ceasefire', 'requests'],
  [
    'South Korea said North Korea must give up its nuclear weapons.',
    'South Korea',
    'korea-weapons',
    'requests',
  ],
  [
    'Spain said Venezuela should hold new presidential elections.',
    'Spain',
    'venezuela-elections',
    'requests',
  ],
  // Negation and its scope.
  [
    'India said it would not accept American mediation over Kashmir.',
    'India',
    'kashmir-mediation',
    'rejects',
  ],
  [
    'Serbia said it will never recognise the independence of Kosovo.',
    'Serbia',
    'kosovo-recognition',
    'rejects',
  ],
  [
    'Armenia said it would not withdraw its troops from Nagorno-Karabakh.',
    'Armenia',
    'karabakh-withdrawal',
    'rejects',
  ],
  [
    'Britain said it would not negotiate with Argentina over the sovereignty of the Falkland Islands.',
    'United Kingdom',
    'falklands-talks',
    'rejects',
  ],
  [
    'Austria said that it does not support Finland’s accession to NATO.',
    'Austria',
    'finland-nato',
    'rejects',
  ],
  ['Germany said that sanctions on Iran should not be lifted.', 'Germany', 'iran-sanctions', 'rejects'],
  ['Israel does not want a ceasefire in Gaza.', 'Israel', 'gaza-ceasefire', 'rejects'],
  [
    'Ethiopia insisted that it will not stop filling the Renaissance Dam.',
    'Ethiopia',
    'ethiopia-dam',
    'supports',
  ],
  ['Turkey no longer opposes Finland’s membership of NATO.', 'Turkey', 'finland-nato', 'asserts'],
  ['Hungary has not rejected Finland’s membership of NATO.', 'Hungary', 'finland-nato', 'asserts'],
  ['Turkey refused to rule out NATO membership for Finland.', 'Turkey', 'finland-nato', 'asserts'],
  ['Hungary denied that it opposes Finland’s NATO membership.', 'Hungary', 'finland-nato', 'asserts'],
  [
    'Iran said the United States not only imposed sanctions on Iran but tightened them.',
    'United States',
    'iran-sanctions',
    'rejects',
  ],
  // Denials and accusations of fact.
  ['Syria denied using chemical weapons in Ghouta.', 'Syria', 'syria-chemical', 'rejects'],
  ['France said Syria used chemical weapons in Ghouta.', 'France', 'syria-chemical', 'asserts'],
  [
    'Britain accused Syria of using chemical weapons in Ghouta.',
    'United Kingdom',
    'syria-chemical',
    'asserts',
  ],
  [
    'Russia denied that it interfered in the American election.',
    'Russia',
    'election-interference',
    'rejects',
  ],
  ['Syria said it did not use chemical weapons in Ghouta.', 'Syria', 'syria-chemical', 'rejects'],
  [
    'Russia dismissed claims that it interfered in the American election.',
    'Russia',
    'election-interference',
    'rejects',
  ],
  [
    'France said Syria may have used chemical weapons in Ghouta.',
    'France',
    'syria-chemical',
    'asserts',
    'possible',
  ],
  // Evaluative predicates.
  ['Turkey said Finland’s NATO membership is impossible.', 'Turkey', 'finland-nato', 'rejects'],
  [
    'India said American mediation over Kashmir was out of the question.',
    'India',
    'kashmir-mediation',
    'rejects',
  ],
  ['Israel said that a ceasefire in Gaza is off the table.', 'Israel', 'gaza-ceasefire', 'rejects'],
  [
    'Serbia said that recognition of Kosovo’s independence is not an option.',
    'Serbia',
    'kosovo-recognition',
    'rejects',
  ],
  ['China said the sale of American weapons to Taiwan is illegal.', 'China', 'taiwan-arms', 'criticises'],
  [
    'Egypt said the filling of the Renaissance Dam by Ethiopia was unacceptable.',
    'Egypt',
    'ethiopia-dam',
    'criticises',
  ],
  ['Norway said Finland’s membership in NATO is important.', 'Norway', 'finland-nato', 'supports'],
  [
    'Germany said that lifting sanctions on Iran would be a mistake.',
    'Germany',
    'iran-sanctions',
    'criticises',
  ],
  ['Cyprus said the reunification of Cyprus is not realistic.', 'Cyprus', 'cyprus-reunification', 'rejects'],
  [
    'Turkey does not believe that Finland’s NATO membership is realistic.',
    'Turkey',
    'finland-nato',
    'rejects',
  ],
  // Doubt and likelihood.
  ['Poland said Finland is unlikely to join NATO.', 'Poland', 'finland-nato', 'doubts', 'probable'],
  [
    'South Korea doubts that North Korea will give up its nuclear weapons.',
    'South Korea',
    'korea-weapons',
    'doubts',
  ],
  [
    'Japan said it was unlikely that North Korea would give up its nuclear weapons.',
    'Japan',
    'korea-weapons',
    'doubts',
    'probable',
  ],
  ['Qatar said a ceasefire in Gaza is doubtful.', 'Qatar', 'gaza-ceasefire', 'doubts', 'probable'],
  [
    'Colombia questioned whether Venezuela would hold new presidential elections.',
    'Colombia',
    'venezuela-elections',
    'doubts',
  ],
  ['Qatar said a ceasefire in Gaza is possible.', 'Qatar', 'gaza-ceasefire', 'asserts', 'possible'],
  ['Norway said Finland might join NATO.', 'Norway', 'finland-nato', 'asserts', 'possible'],
  // Concessions.
  [
    'Serbia admitted that it may have to recognise the independence of Kosovo.',
    'Serbia',
    'kosovo-recognition',
    'concedes',
    'possible',
  ],
  ['Hungary conceded that Finland will join NATO.', 'Hungary', 'finland-nato', 'concedes'],
  [
    'Argentina acknowledged that negotiations with Britain over the sovereignty of the Falkland Islands may be off the table.',
    'Argentina',
    'falklands-talks',
    'concedes',
    'possible',
  ],
  // Conditions.
  [
    'Turkey said it would support Finland’s NATO membership if Finland extradites militants.',
    'Turkey',
    'finland-nato',
    'conditionally-supports',
    'certain',
    'if Finland extradites militants',
  ],
  ['Iran said that sanctions on Iran must be lifted before talks.', 'Iran', 'iran-sanctions', 'requests'],
  [
    'North Korea said it will not give up its nuclear weapons unless the United States ends its threats.',
    'North Korea',
    'korea-weapons',
    'rejects',
    'certain',
    'unless the United States ends its threats',
  ],
  [
    'Armenia said it would withdraw its troops from Nagorno-Karabakh if Azerbaijan stops shelling.',
    'Armenia',
    'karabakh-withdrawal',
    'conditionally-supports',
    'certain',
    'if Azerbaijan stops shelling',
  ],
  [
    'Hamas said it would accept a ceasefire in Gaza only if Israel withdraws.',
    'Hamas',
    'gaza-ceasefire',
    'conditionally-supports',
    'certain',
    'only if Israel withdraws',
  ],
  [
    'Turkey said it will not approve Finland’s NATO membership until its demands are met.',
    'Turkey',
    'finland-nato',
    'rejects',
    'certain',
    'until its demands are met',
  ],
  [
    'Germany said sanctions on Iran could be lifted as long as Iran allows inspections.',
    'Germany',
    'iran-sanctions',
    'asserts',
    'possible',
  ],
  // Pledges, plans, acts.
  ['Venezuela pledged to hold new presidential elections.', 'Venezuela', 'venezuela-elections', 'supports'],
  ['Ethiopia vowed to fill the Renaissance Dam.', 'Ethiopia', 'ethiopia-dam', 'supports'],
  [
    'Armenia agreed to withdraw its troops from Nagorno-Karabakh.',
    'Armenia',
    'karabakh-withdrawal',
    'supports',
  ],
  [
    'The United States withdrew from the Paris climate agreement.',
    'United States',
    'climate-exit',
    'supports',
  ],
  ['Washington approved the sale of weapons to Taiwan.', 'United States', 'taiwan-arms', 'supports'],
  [
    'Armenia declined to withdraw its troops from Nagorno-Karabakh.',
    'Armenia',
    'karabakh-withdrawal',
    'rejects',
  ],
  ['North Korea refused to give up its nuclear weapons.', 'North Korea', 'korea-weapons', 'rejects'],
  // Whose stance.
  ['France said that Turkey opposes Finland’s NATO membership.', 'Turkey', 'finland-nato', 'rejects'],
  [
    'Norway said that the United States does not believe that Finland’s NATO membership is realistic.',
    'United States',
    'finland-nato',
    'rejects',
  ],
  ['Russia said Iran wants sanctions on Iran to be lifted.', 'Iran', 'iran-sanctions', 'supports'],
  [
    'Kenya said that Sudan rejects the deployment of United Nations peacekeepers to Darfur.',
    'Sudan',
    'darfur-peacekeepers',
    'rejects',
  ],
  // Contraries of the proposition.
  ['Israel wants sanctions on Iran to be imposed again.', 'Israel', 'iran-sanctions', 'rejects'],
  [
    'Germany said the United States should remain in the Paris climate agreement.',
    'Germany',
    'climate-exit',
    'rejects',
  ],
  [
    'The United States decided to stay in the Paris climate agreement.',
    'United States',
    'climate-exit',
    'rejects',
  ],
  ['China demanded an end to the sale of American weapons to Taiwan.', 'China', 'taiwan-arms', 'rejects'],
  // Nouns of attitude and reporting.
  ['Hungary reiterated its opposition to Finland’s NATO membership.', 'Hungary', 'finland-nato', 'rejects'],
  ['Estonia expressed support for Finland’s accession to NATO.', 'Estonia', 'finland-nato', 'supports'],
  [
    'Egypt voiced concern about the filling of the Renaissance Dam by Ethiopia.',
    'Egypt',
    'ethiopia-dam',
    'criticises',
  ],
  ['According to Iran, sanctions on Iran must be lifted.', 'Iran', 'iran-sanctions', 'requests'],
  // Quotations.
  [
    '“Serbia will never recognise the independence of Kosovo,” Vucic said.',
    'Serbia',
    'kosovo-recognition',
    'rejects',
  ],
  ['“We support the reunification of Cyprus,” Greece said.', 'Greece', 'cyprus-reunification', 'supports'],
  ['“A ceasefire in Gaza is not possible,” Israel said.', 'Israel', 'gaza-ceasefire', 'rejects'],
  [
    '“The United Nations peacekeepers must be deployed to Darfur,” Kenya said.',
    'Kenya',
    'darfur-peacekeepers',
    'requests',
  ],
  // Leaving and staying.
  [
    'The United States pulled out of the Paris climate agreement.',
    'United States',
    'climate-exit',
    'supports',
  ],
  [
    'France criticised the American withdrawal from the Paris climate agreement.',
    'France',
    'climate-exit',
    'criticises',
  ],
  [
    'Canada said the United States must not quit the Paris climate agreement.',
    'Canada',
    'climate-exit',
    'rejects',
  ],
  // Answers to what another said.
  [
    'Russia denied allegations of interference in the American election.',
    'Russia',
    'election-interference',
    'rejects',
  ],
  [
    'Turkey opposed Finland’s NATO membership. Finland criticised the refusal.',
    'Finland',
    'finland-nato',
    'supports',
  ],
  [
    'Egypt condemned the filling of the Renaissance Dam by Ethiopia. Ethiopia rejected the criticism.',
    'Ethiopia',
    'ethiopia-dam',
    'supports',
  ],
  [
    'China denounced the sale of American weapons to Taiwan. Japan welcomed the statement.',
    'Japan',
    'taiwan-arms',
    'rejects',
  ],
  // Definite nouns that take up an issue.
  [
    'Brazil proposed a ceasefire in Gaza. Qatar said it welcomed the truce.',
    'Qatar',
    'gaza-ceasefire',
    'supports',
  ],
  [
    'Kenya backed the deployment of United Nations peacekeepers to Darfur. Sudan rejected the deployment.',
    'Sudan',
    'darfur-peacekeepers',
    'rejects',
  ],
  // Rights and interests.
  ['Ethiopia said it has the right to fill the Renaissance Dam.', 'Ethiopia', 'ethiopia-dam', 'supports'],
  [
    'Argentina insists on negotiations with Britain over the sovereignty of the Falkland Islands.',
    'Argentina',
    'falklands-talks',
    'requests',
  ],
  [
    'Spain said new presidential elections in Venezuela are the only way out.',
    'Spain',
    'venezuela-elections',
    'supports',
  ],
  // Needs and duties.
  [
    'South Korea said North Korea needs to give up its nuclear weapons.',
    'South Korea',
    'korea-weapons',
    'requests',
  ],
  [
    'Mexico said Venezuela should not hold new presidential elections.',
    'Mexico',
    'venezuela-elections',
    'rejects',
  ],
  [
    'Iran said it must not be forced to wait: sanctions on Iran have to be lifted.',
    'Iran',
    'iran-sanctions',
    'requests',
  ],
  // Doubt hedged and unhedged.
  [
    'Japan said lifting sanctions on Iran could be a mistake.',
    'Japan',
    'iran-sanctions',
    'doubts',
    'possible',
  ],
  ['Norway is sceptical about the reunification of Cyprus.', 'Norway', 'cyprus-reunification', 'doubts'],
  [
    'Kenya expressed doubt that United Nations peacekeepers will be deployed to Darfur.',
    'Kenya',
    'darfur-peacekeepers',
    'doubts',
  ],
  // More than one negation.
  ['Sweden said it does not oppose a ceasefire in Gaza.', 'Sweden', 'gaza-ceasefire', 'asserts'],
  ['Hungary will not block Finland’s accession to NATO.', 'Hungary', 'finland-nato', 'asserts'],
  [
    'India said it would never agree to American mediation over Kashmir.',
    'India',
    'kashmir-mediation',
    'rejects',
  ],
  ['Israel stopped short of rejecting a ceasefire in Gaza.', 'Israel', 'gaza-ceasefire', 'asserts'],
  [
    'Serbia has failed to recognise the independence of Kosovo, Albania said.',
    'Serbia',
    'kosovo-recognition',
    'rejects',
  ],
  // Coordination.
  [
    'Turkey supports a ceasefire in Gaza but rejects NATO membership for Finland.',
    'Turkey',
    'finland-nato',
    'rejects',
  ],
  [
    'Turkey supports a ceasefire in Gaza but rejects NATO membership for Finland.',
    'Turkey',
    'gaza-ceasefire',
    'supports',
  ],
  [
    'China opposes both sanctions on Iran and the sale of American weapons to Taiwan.',
    'China',
    'taiwan-arms',
    'rejects',
  ],
  // Proposals and plans.
  ['Norway has put forward a plan for a ceasefire in Gaza.', 'Norway', 'gaza-ceasefire', 'proposes'],
  ['Greece offered a plan to reunify Cyprus.', 'Greece', 'cyprus-reunification', 'proposes'],
  ['Ethiopia plans to fill the Renaissance Dam in July.', 'Ethiopia', 'ethiopia-dam', 'supports'],
  // Feelings about what is so.
  ['Germany regretted that Syria used chemical weapons in Ghouta.', 'Germany', 'syria-chemical', 'asserts'],
  ['Turkey condemned the use of chemical weapons in Ghouta by Syria.', 'Turkey', 'syria-chemical', 'asserts'],
  ['Pakistan hailed American mediation over Kashmir.', 'Pakistan', 'kashmir-mediation', 'supports'],
  // Own acts.
  ['“We are filling the Renaissance Dam,” Ethiopia said.', 'Ethiopia', 'ethiopia-dam', 'supports'],
  ['Ethiopia has begun to fill the Renaissance Dam.', 'Ethiopia', 'ethiopia-dam', 'supports'],
  [
    'North Korea will never give up its nuclear weapons, Kim Jong Un said.',
    'North Korea',
    'korea-weapons',
    'rejects',
  ],
  // Evidence and its lack.
  [
    'Russia said there is no evidence that it interfered in the American election.',
    'Russia',
    'election-interference',
    'rejects',
  ],
  [
    'Syria called claims that it used chemical weapons in Ghouta baseless.',
    'Syria',
    'syria-chemical',
    'rejects',
  ],
  // Threats, appeals, votes.
  [
    'Russia vetoed the deployment of United Nations peacekeepers to Darfur.',
    'Russia',
    'darfur-peacekeepers',
    'rejects',
  ],
  ['Turkey threatened to block Finland’s accession to NATO.', 'Turkey', 'finland-nato', 'rejects'],
  ['South Africa appealed for a ceasefire in Gaza.', 'South Africa', 'gaza-ceasefire', 'requests'],
  ['Egypt warned Ethiopia against filling the Renaissance Dam.', 'Egypt', 'ethiopia-dam', 'rejects'],
  // Passives.
  ['Finland’s accession to NATO was welcomed by Norway.', 'Norway', 'finland-nato', 'supports'],
  ['The sale of American weapons to Taiwan was condemned by China.', 'China', 'taiwan-arms', 'criticises'],
  // Conditions.
  [
    'Hungary will not support Finland’s NATO membership unless Finland apologises.',
    'Hungary',
    'finland-nato',
    'rejects',
    'certain',
    'unless Finland apologises',
  ],
  [
    'Serbia would recognise the independence of Kosovo only if the United Nations agreed.',
    'Serbia',
    'kosovo-recognition',
    'conditionally-supports',
  ],
  [
    'Iran is ready to give talks a chance, but sanctions on Iran must be lifted first.',
    'Iran',
    'iran-sanctions',
    'requests',
  ],
];

function readRow([text, holder, issue, stance, certainty, condition]: StanceRow): StanceSentence {
  return {
    text,
    holder,
    issue,
    stance,
    ...(certainty === undefined ? {} : { certainty }),
    ...(condition === undefined ? {} : { condition }),
  };
}

/** Sentences of sixteen disputes and some forty constructions, made up for this test. */
export const STANCE_SENTENCES: readonly StanceSentence[] = ROWS.map(readRow);

/** Harder sentences of twenty disputes: see `stance-constructions.ts`. */
export const STANCE_CONSTRUCTIONS: readonly StanceSentence[] = CONSTRUCTION_ROWS.map(readRow);
