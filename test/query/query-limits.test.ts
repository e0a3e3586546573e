import { describe, expect, it } from 'vitest';
import { createPulse } from '../../src/query/query-limits.ts';

function beat(times: number, pulse: () => void): void {
  for (let beats = 0; beats < times; beats += 1) pulse();
}

describe('the pulse of a query', () => {
  it('goes on without limits', () => {
    const pulse = createPulse({}, 'q', { now: () => Number.MAX_VALUE, memory: () => Number.MAX_VALUE });
    expect(() => {
      beat(100, pulse);
    }).not.toThrow();
  });

  it('stops when the time is over', () => {
    let time = 0;
    const pulse = createPulse({ seconds: 2 }, 'who-rejects', { now: () => time, memory: () => 0 });
    time = 2000;
    pulse();
    time = 2001;
    expect(pulse).toThrow('who-rejects: stopped after 2 seconds (--timeout)');
  });

  it('stops when the memory is used up', () => {
    const pulse = createPulse({ memory: 500 }, 'q', { now: () => 0, memory: () => 501e6 });
    expect(() => {
      beat(16, pulse);
    }).toThrow('more than 500 MB');
  });
});
