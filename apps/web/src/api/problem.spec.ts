import { Problem, problemOf, Unreached } from './problem.ts';

describe('an answer that is no success', () => {
  it('says what the server said', () => {
    const body = { status: 400, code: 'KnownSeqAhead', messages: { zh: '还没有', en: 'not yet' } };
    const problem = problemOf(body, 400);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem.body.code).toBe('KnownSeqAhead');
  });

  it.each(['<html>Bad Gateway</html>', undefined, { code: 'x' }])('is of nobody of ours: %s', (body) =>
    expect(() => problemOf(body, 502)).toThrow(Unreached),
  );
});
