import fc from 'fast-check';
import { matchTemplate, numbersIn, readTemplate, type Template } from './templates.ts';

function match(template: string, note: string) {
  const read = readTemplate(template);
  if (!('slots' in read)) throw new Error(read.en);
  return matchTemplate(read, note);
}

it.each([
  ['{project}号总投资改为{amount}万', '44 号总投资改为 7800 万', { project: '44', amount: '7800' }],
  ['{project}号增加{unit}({n})', '7号增加　风筝局（12）', { project: '7', unit: '风筝局', n: '12' }],
  ['{unit}更名为{name}', '水局更名为水务局', { unit: '水局', name: '水务局' }],
  ['由{was}改为{now}', '由甲改为乙改为丙', { was: '甲', now: '乙改为丙' }],
  ['全部清空', '全 部 清 空', {}],
])('reads %s out of a note', (template, note, found) => {
  expect(match(template, note)).toEqual(found);
});

it.each([
  ['something stands before it', '{project}号改为{name}', '请把7号改为甲', { project: '请把7', name: '甲' }],
  ['a text is missing', '{project}号总投资改为{amount}万', '44号总投资改为7800元', undefined],
  ['something stands behind it', '总投资改为{amount}万', '总投资改为7800万元', undefined],
  ['a slot is empty', '{project}号改为{name}', '号改为甲', undefined],
  ['the last slot is empty', '{project}号改为{name}', '7号改为', undefined],
  ['nothing is there', '{project}号', '', undefined],
])('is like the note as a whole, or not at all: %s', (_, template, note, found) => {
  expect(match(template, note)).toEqual(found);
});

it.each([
  ['{a}{b}号', 'nothing between'],
  ['{a} {b}号', 'nothing between'],
  ['{a}号{a}', 'twice'],
  ['{a}', 'no text'],
  ['{a号', 'brace'],
  ['{甲}号', 'brace'],
  ['', 'no text'],
  ['号'.repeat(201), 'longer'],
  [Array.from({ length: 11 }, (_, i) => `{s${i}}、`).join(''), 'more than'],
])('refuses the template %s', (template, why) => {
  expect((readTemplate(template) as { en: string }).en).toContain(why);
});

it('gives back what was put into the slots, whatever it was', () => {
  const part = fc.stringMatching(/^[甲乙丙丁0-9]{1,8}$/);
  const text = fc.stringMatching(/^[号改为、]{1,4}$/);
  fc.assert(
    fc.property(fc.array(fc.tuple(text, part), { minLength: 1, maxLength: 6 }), text, (pairs, end) => {
      const template: Template = {
        texts: [...pairs.map(([before]) => before), end],
        slots: pairs.map((_, i) => `s${i}`),
      };
      const note = pairs.map(([before, slot]) => before + slot).join('') + end;
      expect(matchTemplate(template, note)).toEqual(Object.fromEntries(pairs.map(([, slot], i) => [`s${i}`, slot])));
    }),
  );
});

it('does not read a note longer than anybody words one', () => {
  expect(match('{a}号改为{b}', `${'号改'.repeat(500)}号改为甲`)).toBeUndefined();
  expect(match('{a}号改为{b}', `${'号改'.repeat(400)}号改为甲`)).toEqual({ a: '号改'.repeat(400), b: '甲' });
});

it.each([
  ['7', ['7']],
  ['74-77', ['74', '75', '76', '77']],
  ['78 和 79', ['78', '79']],
  ['1、3-5，9', ['1', '3', '4', '5', '9']],
  ['７４－７５', ['74', '75']],
  ['2~3', ['2', '3']],
  ['7、7', ['7']],
])('lists the numbers of %s', (text, numbers) => expect(numbersIn(text)).toEqual(numbers));

it.each(['', '甲', '7-', '9-7', '1-1000000', '1-201', '0-999999', '1-2-3', '-5', '1.5'])(
  'takes %p for no list of numbers',
  (text) => expect(numbersIn(text)).toBeUndefined(),
);
