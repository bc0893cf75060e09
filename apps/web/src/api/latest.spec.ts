import { forgetLatest, rememberRevision, revisionAt } from './latest.ts';

const PROJECT = '/api/projects/1';

describe('the revision that a form begins at', () => {
  afterEach(forgetLatest);

  it('is what the page shows, where nothing was filed from here', () => {
    expect(revisionAt(PROJECT, '7')).toBe('7');
  });

  it('is what this tab made of it, until the page has read that or more', () => {
    rememberRevision(PROJECT, '10');
    expect(revisionAt(PROJECT, '9')).toBe('10');
    expect(revisionAt(PROJECT, '11')).toBe('11');
    expect(revisionAt('/api/projects/2', '9')).toBe('9');
  });

  it('is forgotten with the ledger that it was of', () => {
    rememberRevision(PROJECT, '10');
    forgetLatest();
    expect(revisionAt(PROJECT, '9')).toBe('9');
  });
});
