import { describe, expect, it } from 'vitest';
import { comparePath, idOfPath, impactPath, lineagePath, listPath, pagePath } from '../../web/src/api/page-path.js';

describe('the address of a page', () => {
  it.each(['artifact:42', 'execution:7', 'workspace:3', 'context:9', 'run:3/nightly', 'run:3/50% of a/b?c#d'])(
    'leads back to the id that it was made of: %s',
    (id) => {
      expect(idOfPath(pagePath(id))).toBe(id);
    },
  );

  it.each(['/artifacts', '/artifacts/', '/nowhere/1', '/runs/50%'])(
    'names nothing where it holds no id: %s',
    (path) => {
      expect(idOfPath(path)).toBeUndefined();
    },
  );

  it('is none for what has no page', () => {
    expect(() => pagePath('type:1')).toThrow('There is no page for type:1.');
  });

  it('keeps two ids apart where the name of a run has a comma', () => {
    const ids = ['run:1/a,b', 'run:2'];

    const listed = [lineagePath(ids), impactPath(ids, 'UPSTREAM'), comparePath(ids)].map((path) =>
      new URL(path, 'http://localhost').searchParams.get('of'),
    );

    expect(new Set(listed)).toEqual(new Set(['run:1/a%2Cb,run:2']));
  });

  it('has each type of a list by itself, and nothing where all fit', () => {
    expect(listPath('executions', { type: ['a', 'b,c'], q: 'x' })).toBe('/executions?type=a&type=b%2Cc&q=x');
    expect(listPath('runs')).toBe('/runs');
  });
});
