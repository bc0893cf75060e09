import type { JsonObject } from '#kernel';
import { eventId } from '#kernel/scenario';
import { corrected, exited, given, registered, revoked, stage, start, startedOn } from './project.harness.ts';
import { type ProjectCommand } from './project.ts';

describe('mending', () => {
  const correct = (n: number, data: JsonObject): ProjectCommand => ({
    type: 'CorrectFact',
    data: corrected(n, data).data,
  });
  const revoke = (n: number): ProjectCommand => ({ type: 'RevokeFact', data: revoked(n).data });
  it('corrects a fact once', () => {
    given(registered, startedOn('2026-05'))
      .when(correct(2, { on: '2026-06' }))
      .then(corrected(2, { on: '2026-06' }));
    given(registered, startedOn('2026-05'), corrected(2, { on: '2026-06' }))
      .when(correct(2, { on: '2026-06' }))
      .then();
  });
  it('is not started any more once the start is revoked', () =>
    given(registered, startedOn('2026-05'), revoked(2)).shows(stage, { stage: 'registered' }));
  it('takes a new report once the old one is revoked', () =>
    given(registered, startedOn('2026-05'), revoked(2)).when(start('2026-07')).then(startedOn('2026-07')));
  it('passes on exited projects', () =>
    given(registered, startedOn('2026-05'), exited)
      .when(correct(2, { on: '2026-04' }))
      .then(corrected(2, { on: '2026-04' })));
  it('corrects the fact, not the correction', () => {
    given(registered, startedOn('2026-05'), corrected(2, { on: '2026-04' }))
      .when(correct(3, { on: '2026-03' }))
      .thenRefused('MendingNotCorrectable');
    given(registered, startedOn('2026-05'), corrected(2, { on: '2026-04' }))
      .when(revoke(3))
      .then(revoked(3));
  });
  it('names a fact that is there', () => {
    given(registered)
      .when(revoke(7))
      .thenRefused('FactNotFound', { factId: eventId(7) });
    given().when(revoke(1)).thenRefused('ProjectNotFound');
  });
  it('revokes once', () => given(registered, startedOn('2026-05'), revoked(2)).when(revoke(2)).then());
  it('does not move a fact into the future', () =>
    given(registered, startedOn('2026-05'))
      .when(correct(2, { on: '2027' }))
      .thenRefused('FactInTheFuture'));
});
