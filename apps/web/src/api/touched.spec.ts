import { Heard, isTouched, subjectOf, type ReadKey } from './touched.ts';

const ofProject = (id: string): ReadKey => ['/api/projects/{id}', { path: { id } }, {}];
const ledger: ReadKey = ['/api/projects', { query: {} }, {}];
const people: ReadKey = ['/api/people', { all: true }, {}];
const zones: ReadKey = ['/api/zones', { all: true }, {}];
const p = { category: 'project', id: 'p' };
const zone = { category: 'zone', id: 'z' };

describe('what is read again', () => {
  it('is of a project the project itself and every list of projects, but no list of names', () => {
    expect([ofProject('p'), ofProject('q'), ledger, people, zones].map((key) => isTouched(key, p))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
  });

  it('is of a zone its names, and everything that may show them', () => {
    expect([ofProject('p'), ledger, zones, people].map((key) => isTouched(key, zone))).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });

  it('is nothing that stands on a past point', () => {
    expect(isTouched(['/api/projects', {}, { knownAt: '9' }], p)).toBe(false);
    expect(isTouched(['/api/zones', {}, { knownAt: '9' }], zone)).toBe(false);
  });

  it('is known of a command by its address', () => {
    expect(subjectOf('/api/projects/p/sign', 'p')).toEqual(p);
    expect(subjectOf('/api/projects', 'p')).toEqual(p);
    expect(subjectOf('/api/people', 'a')).toEqual({ category: 'person', id: 'a' });
  });
});

describe('what was heard', () => {
  it('is each subject once', () => {
    const heard = new Heard();
    heard.event('e1', p);
    heard.event('e2', { ...p });
    heard.event('e3', zone);
    expect(heard.take()).toEqual([p, zone]);
    expect(heard.take()).toEqual([]);
  });

  it('leaves out what this tab has recorded, whether its answer or its event comes first', () => {
    const heard = new Heard();
    heard.recorded(['e1']);
    heard.event('e1', p);
    heard.event('e2', zone);
    heard.recorded(['e2']);
    expect(heard.take()).toEqual([]);
    heard.event('e1', p);
    expect(heard.take()).toEqual([p]);
  });
});
