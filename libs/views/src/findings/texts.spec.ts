import { findingMessages } from './texts.ts';

describe('what a finding says', () => {
  it('calls ten days as one says them, and leaves other dates as they are', () => {
    const params = { type: 'ConstructionStarted', on: '2018-05-T1', filedOn: '2018-07-02', days: 53 };
    expect(findingMessages({ code: 'FiledLate', params })).toEqual({
      zh: '2018年5月上旬 的事，2018-07-02 才填报，迟 53 天',
      en: 'happened early May 2018, filed 2018-07-02: 53 days late',
    });
  });

  it('calls a milestone by its name behind the phase, in each language', () => {
    const params = { milestone: 'completed', phase: '一期', times: 2, baseline: '2018-12', current: '2019-06-T2' };
    const { zh, en } = findingMessages({ code: 'PlanSlipped', params });
    expect(zh).toBe('一期：竣工 计划推迟 2 次：最初 2018-12，现为 2019年6月中旬');
    expect(en).toMatch(/^一期: .* mid-June 2019/);
  });
});
