import { hasFailed, isFinal, Problem, problemOf, Unreached } from './problem.ts';

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

  it.each([
    [500, true],
    [502, false],
    [404, false],
  ])('of status %s is a failure of the server: %s', (status, isFailure) => {
    expect(hasFailed(problemOf({ status, code: 'x', messages: { zh: '', en: '' } }, status))).toBe(isFailure);
    let error: unknown;
    try {
      problemOf('no reason', status);
    } catch (thrown) {
      error = thrown;
    }
    expect(hasFailed(error)).toBe(isFailure);
  });

  it.each([
    [400, true],
    [404, true],
    [409, true],
    [422, true],
    [408, false],
    [429, false],
    [500, false],
    [503, false],
  ])('of status %s is the last word: %s', (status, isLast) => {
    expect(isFinal(problemOf({ status, code: 'x', messages: { zh: '', en: '' } }, status))).toBe(isLast);
    expect(isFinal(new Unreached('no reason', { status }))).toBe(isLast);
  });

  it('that never came is not the last word', () => expect(isFinal(new Unreached('no answer'))).toBe(false));
});
