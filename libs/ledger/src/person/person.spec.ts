import { eventId, scenario } from '#kernel/scenario';
import { person } from './person.ts';
import { personFacts, postsHeld } from './posts.ts';

const given = scenario(person);
const appoint = (unitId: string, post: string, from: string, doc?: string) =>
  ({ type: 'AppointPerson', data: { unitId, post, from, ...(doc !== undefined && { doc }) } }) as const;
const appointed = (unitId: string, post: string, from: string) =>
  ({ type: 'PersonAppointed', data: { unitId, post, from } }) as const;
const leave = (unitId: string, until: string, post?: string) =>
  ({ type: 'LeavePost', data: { unitId, until, ...(post !== undefined && { post }) } }) as const;
const left = (unitId: string, until: string, post?: string) =>
  ({ type: 'PersonLeftPost', data: { unitId, until, ...(post !== undefined && { post }) } }) as const;
const revoked = (n: number) => ({ type: 'FactRevoked', data: { factId: eventId(n), reason: '有误' } }) as const;
const posts = (state: Parameters<typeof personFacts>[0]) =>
  postsHeld(personFacts(state)).map(({ unitId, post, fromDay, until }) => [unitId, post, fromDay, until]);

describe('an appointment', () => {
  it('is of a person whom the registry knows, at a unit that is defined', () => {
    given()
      .when(appoint('u1', '主任', '2021-05'))
      .then(appointed('u1', '主任', '2021-05'));
    given()
      .when(appoint('u1', '主任', '2021-05'), { missing: new Set(['person-p9']) })
      .thenRefused('PersonNotFound', { id: 'p9' });
    given()
      .when(appoint('u9', '主任', '2021-05'), { missing: new Set(['organization-u9']) })
      .thenRefused('UnitUnknown', { id: 'u9' });
  });
  it('does not lie ahead, and is filed once', () => {
    given()
      .when(appoint('u1', '主任', '2026-12'))
      .thenRefused('FactInTheFuture');
    given()
      .when(appoint('u1', '主任', '2026-11'))
      .then(appointed('u1', '主任', '2026-11'));
    const once = given(appointed('u1', '主任', '2021-05'));
    once.when(appoint('u1', '主任', '2021-05')).then();
    once.when(appoint('u1', '主任', '2021-05', '2号')).thenRefused('FactAlreadyFiled', { factId: eventId(1) });
  });
  it('ends no other post; a person may hold several', () =>
    given(
      appointed('u1', '主任', '2021-05-08'),
      appointed('u2', '书记', '2020'),
      appointed('u1', '主任', '2023-01-01'),
    ).shows(posts, [
      ['u2', '书记', '2020-12-31', undefined],
      ['u1', '主任', '2021-05-08', '2023-01-01'],
      ['u1', '主任', '2023-01-01', undefined],
    ]));
  it('from an unknown day holds from the day it was filed', () =>
    given(appointed('u1', '主任', 'unknown')).shows(posts, [['u1', '主任', '2026-11-22', undefined]]));
});

describe('leaving', () => {
  const both = [appointed('u1', '主任', '2021-05-08'), appointed('u1', '书记', '2022-01-01')] as const;
  it('ends the post that is named, or all at the unit', () => {
    given(...both)
      .when(leave('u1', '2027-01-01', '书记'))
      .then(left('u1', '2027-01-01', '书记'));
    given(...both, left('u1', '2023-01-01', '书记')).shows(posts, [
      ['u1', '主任', '2021-05-08', undefined],
      ['u1', '书记', '2022-01-01', '2023-01-01'],
    ]);
    given(...both, left('u1', '2023-01-01')).shows(posts, [
      ['u1', '主任', '2021-05-08', '2023-01-01'],
      ['u1', '书记', '2022-01-01', '2023-01-01'],
    ]);
    given(...both, left('u1', '2023-01-01'), revoked(3)).shows(posts, [
      ['u1', '主任', '2021-05-08', undefined],
      ['u1', '书记', '2022-01-01', undefined],
    ]);
  });
  it('of a post that is not held then is refused', () => {
    given().when(leave('u1', '2023-01-01')).thenRefused('PostNotHeld', { unitId: 'u1' });
    given(...both)
      .when(leave('u2', '2023-01-01'))
      .thenRefused('PostNotHeld');
    given(...both)
      .when(leave('u1', '2023-01-01', '科长'))
      .thenRefused('PostNotHeld');
    given(...both, left('u1', '2023-01-01'))
      .when(leave('u1', '2024-01-01'))
      .thenRefused('PostNotHeld');
    given(...both, left('u1', '2023-01-01'))
      .when(leave('u1', '2023-01-01'))
      .then();
  });
  it('before the post began is refused', () =>
    given(...both)
      .when(leave('u1', '2021-05-07', '主任'))
      .thenRefused('TenureEndsBeforeItStarts', { from: '2021-05-08', until: '2021-05-07' }));
});
