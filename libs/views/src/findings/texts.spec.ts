import { findingMessages } from './texts.ts';

describe('what a finding says', () => {
  it('writes dates as one says them, each as precise as it is', () => {
    const params = { type: 'ConstructionStarted', on: '2018-05-T1', filedOn: '2018-07-02', days: 1053 };
    expect(findingMessages({ code: 'FiledLate', params })).toEqual({
      zh: '2018年5月上旬的事，2018年7月2日才填报，迟 1,053 天',
      en: 'happened early May 2018, filed 2 July 2018: 1,053 days late',
    });
  });

  it('calls a milestone by its name behind the phase, in each language', () => {
    const params = { milestone: 'completed', phase: '一期', times: 2, baseline: '2018-12', current: '2019-06-T2' };
    expect(findingMessages({ code: 'PlanSlipped', params })).toEqual({
      zh: '一期：竣工计划推迟 2 次：最初2018年12月，现为2019年6月中旬',
      en: '一期: the plan for "completed" slipped from December 2018 to mid-June 2019 (changes: 2)',
    });
  });

  it('writes amounts, also one that looks like a year', () => {
    const fell = { from: 15740.5, to: 2018, period: '2020-Q2' };
    expect(findingMessages({ code: 'CumulativeFell', params: fell })).toEqual({
      zh: '累计完成投资从 15,740.5 万元降到 2,018 万元（2020年第二季度）',
      en: 'the cumulative investment fell from ¥157.405 million to ¥20.18 million in Q2 2020',
    });
    const above = { invested: 15740.000001, total: 15740 };
    expect(findingMessages({ code: 'CumulativeAboveTotal', params: above })).toEqual({
      zh: '累计完成投资 15,740.000001 万元，超过总投资 15,740 万元',
      en: 'invested ¥157.40000001 million, above the total of ¥157.4 million',
    });
  });

  it('names the role, and says which months are missing', () => {
    const twice = { role: 'lead', from: '2018-03-01', count: 2 };
    expect(findingMessages({ code: 'RoleHeldTwice', params: twice })).toEqual({
      zh: '自2018年3月1日起有 2 个牵头领导',
      en: '2 hold one role from 1 March 2018 on: lead',
    });
    expect(findingMessages({ code: 'NoReportForPeriod', params: { first: '2018-02', last: null } })).toEqual({
      zh: '2018年2月至今无人填报',
      en: 'nobody reported from February 2018 to this day',
    });
    const oneMonth = { first: '2018-02', last: '2018-02' };
    expect(findingMessages({ code: 'NoReportForPeriod', params: oneMonth })).toEqual({
      zh: '2018年2月无人填报',
      en: 'nobody reported in February 2018',
    });
  });
});
