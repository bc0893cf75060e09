import { HTTP_CODES, titleOf } from './codes.ts';
import { FIELD_TEXTS } from './fields/index.ts';
import { problemOf } from './problem-of.ts';

describe('an error that nobody foresaw', () => {
  it('is a 500 that names the request and nothing of the inside', () => {
    const problem = problemOf(new Error('SELECT * FROM secrets'), 'r-1');
    const body = problem.body('en', 'r-1');
    expect(body).toMatchObject({ status: 500, code: 'Unexpected', requestId: 'r-1', params: { requestId: 'r-1' } });
    expect(JSON.stringify(body)).not.toContain('secrets');
    expect(problem.cause).toEqual(new Error('SELECT * FROM secrets'));
  });

  it.each([undefined, null, 'text', 5, {}])('even where it is no error: %j', (thrown) =>
    expect(problemOf(thrown, 'r-1').status).toBe(500),
  );
});

describe('every code', () => {
  it.each([...Object.values(HTTP_CODES).map(({ texts }) => texts), ...Object.values(FIELD_TEXTS)])(
    'says itself in Chinese and English: $en',
    ({ zh, en }) => {
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[\x20-\x7e]+$/);
      const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
      expect(places(en)).toEqual(places(zh));
    },
  );

  it.each(Object.entries(HTTP_CODES))('has a title for its status: %s', (_, { status }) =>
    expect(titleOf(status)).not.toEqual({ zh: '错误', en: 'Error' }),
  );
});
