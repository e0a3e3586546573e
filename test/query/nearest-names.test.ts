import { expect, it } from 'vitest';
import { nearestNames } from '../../src/query/nearest-names.ts';

it('took a word of the name for nearer than the name with one slip', () => {
  const names = ['ukraine', 'crimea', 'ukraine-nato-membership', 'nato'];
  expect(nearestNames('ukraine-nato-membershp', names)[0]).toBe('ukraine-nato-membership');
});
