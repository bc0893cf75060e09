import { recorded } from '#kernel/scenario';
import { factsOf, type ProjectEvent, type ProjectFact } from '#ledger';
import { agreementsBlock, landBlock } from './page-site.ts';

const signed: ProjectFact = { type: 'ProjectSigned', data: { on: '2018-01-05', agreedStart: '2018-06' } };
const land = (parcelId: string): ProjectFact => ({
  type: 'LandSupplied',
  data: { on: '2018-01-05', mode: 'auction', area: 100, agreedHandover: '2018-02-28', parcelId },
});
const facts = (...events: ProjectEvent[]) => factsOf(recorded<ProjectEvent>(events));

it('counts days late until anything after what was agreed is certain', () => {
  const completed: ProjectFact = { type: 'ProjectCompleted', data: { on: '2018-07-10' } };
  const start = { agreed: '2018-06', actual: null, daysLate: 10 };
  expect(agreementsBlock(facts(signed, completed), '2026-01-01')).toMatchObject({ contracts: [{ start }] });
});

it('shows the hand-over of each parcel by itself', () => {
  const handedOver: ProjectFact = { type: 'LandHandedOver', data: { on: '2018-03-10', parcelId: 'B' } };
  const blocks = landBlock(facts(land('A'), land('B'), handedOver), '2018-04-01') as { handover: object }[];
  expect(blocks.map(({ handover }) => handover)).toEqual([
    { agreed: '2018-02-28', actual: null, daysLate: 32 },
    { agreed: '2018-02-28', actual: '2018-03-10', daysLate: 10 },
  ]);
});
