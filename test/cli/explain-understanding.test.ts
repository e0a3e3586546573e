import { describe, expect, it } from 'vitest';
import { understandQuestion } from '../../src/ask/understand-question.ts';
import { loadAskKnowledge } from '../../src/cli/ask-knowledge.ts';
import { explainUnderstanding } from '../../src/cli/explain-understanding.ts';
import { createClaimStore } from '../../src/store/claim-store.ts';
import { openStrait } from '../ask/strait-graph.ts';

const knowledge = loadAskKnowledge('2022-11-23');

describe('a question for something that the graph does not have', () => {
  it('is told the issues of the graph', () => {
    const lines = explainUnderstanding(
      understandQuestion('Who rejects the pipeline?', openStrait(), knowledge),
    );
    expect(lines[0]).toBe('not answered: no issue and no actor of the graph is called “pipeline”');
    expect(lines[1]).toBe('issues of the graph:');
    expect(lines).toContain('  Istanbul canal (canal)');
  });

  it('is told that there are none', () => {
    const lines = explainUnderstanding(
      understandQuestion('Who rejects the pipeline?', createClaimStore([]), knowledge),
    );
    expect(lines[1]).toBe('the graph has no issues; name some with "demarche build --issues"');
  });
});
