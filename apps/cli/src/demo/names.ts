// Every name here is invented: no such zone, company, street or official exists, and none should be found by searching.

/** `region` stands for the county that a zone lies in; no place has a code that begins with 99. */
export const ZONES = [
  { name: '临澜经济技术开发区', short: '临澜', kind: 'economic', region: '990101' },
  { name: '栖云高新技术产业开发区', short: '栖云', kind: 'highTech', region: '990102' },
  { name: '望岫综合产业园', short: '望岫', kind: 'other', region: '990103' },
] as const;

export const SURNAMES = [...'顾沈陆严祝阮褚邵庾岑郗邰丰郁鄢蔺简'];
export const GIVEN_NAMES = [
  '砚舟',
  '知遥',
  '牧野',
  '云岫',
  '望舒',
  '景行',
  '听澜',
  '疏桐',
  '秉烛',
  '怀瑾',
  '乐山',
  '若谷',
  '明渠',
  '守拙',
  '观棋',
  '拾柴',
  '问渠',
  '长亭',
] as const;

export const LEADER_POSTS = [
  '县委常委、副县长',
  '副县长',
  '管委会主任',
  '管委会副主任',
  '县政协副主席',
  '管委会总工程师',
] as const;

/** Units of each zone that answer for projects; the zone's short name comes before. */
export const UNITS = [
  { name: '管委会招商服务局', kind: 'committee' },
  { name: '管委会项目建设局', kind: 'committee' },
  { name: '自然资源分局', kind: 'department' },
  { name: '云渡街道办事处', kind: 'township' },
] as const;

export const COMPANY_NAMES = [
  '霁川',
  '岫远',
  '澜石',
  '栖禾',
  '砚台',
  '青篱',
  '朔方桥',
  '南渡口',
  '拾穗',
  '归帆',
  '听泉',
  '鹿鸣坡',
  '半亩塘',
  '星野里',
  '长风渡',
  '石榴湾',
] as const;

/** What a project makes: the company's trade, the product, how much of it a year, and its code in GB/T 4754-2017. */
export const TRADES = [
  { trade: '新材料', product: '生物基复合材料', measure: '万吨', industry: '2651' },
  { trade: '精密机械', product: '减速器壳体', measure: '万套', industry: '3453' },
  { trade: '食品', product: '速冻面点', measure: '万吨', industry: '1432' },
  { trade: '新能源科技', product: '储能电池包', measure: '万组', industry: '3841' },
  { trade: '医疗器械', product: '一次性耗材', measure: '万箱', industry: '3584' },
  { trade: '纺织', product: '功能面料', measure: '万米', industry: '1751' },
  { trade: '电子', product: '线路板组件', measure: '万平方米', industry: '3982' },
  { trade: '冷链物流', product: '冷链仓储配送', measure: '万吨', industry: '5941' },
  { trade: '包装', product: '可降解包装', measure: '万件', industry: '2926' },
  { trade: '汽车部件', product: '铝合金支架', measure: '万件', industry: '3670' },
] as const;

export const PLACES = ['听涛大道', '创业一路', '青石路', '云渡街', '长亭路', '白鹭大道'] as const;

/** What work looks like in a monthly report, by how far the project is. */
export const PROGRESS = {
  talks: [
    '与企业就用地位置和优惠条件再次磋商，企业已提交投资方案。',
    '企业到园区实地考察，正在比选两处地块。',
    '项目建议书已修改完毕，等待管委会会议研究。',
    '协议文本已交双方法务审核。',
  ],
  procedures: [
    '正在办理规划许可，总平面图已报审。',
    '环评报告已受理公示，能评正在编制。',
    '地块正在清表，剩余三户附属物尚未清点。',
    '施工图审查已通过，正在办理施工许可。',
    '土地挂牌方案已报批，等待公告。',
  ],
  building: [
    '一号厂房基础施工完成，正在进行主体钢结构吊装。',
    '二号车间封顶，开始砌筑隔墙。',
    '厂区道路和雨污管网完成约六成。',
    '办公楼主体完成，正在进行外墙施工。',
    '设备基础浇筑完成，首批设备已到场。',
    '因雨停工八天，正在组织抢工。',
  ],
  finishing: [
    '生产线安装完成，正在单机调试。',
    '消防验收已申报，正在整改两处问题。',
    '试生产稳定，正在办理排污许可。',
    '竣工资料整理完毕，待组织验收。',
  ],
} as const;

export const NEXT_STEPS = [
  '按计划推进主体施工。',
  '督促企业尽快交齐资料。',
  '协调供电部门落实外线工程。',
  '召开现场会，逐项销号。',
];
export const DIFFICULTIES = [
  '外线电力尚未到位。',
  '企业贷款未落实，资金到位慢。',
  '地块内有一条灌渠未改线。',
  '用工不足，夜班停开。',
];
export const SLIP_REASONS = [
  '地上附属物清表未完成',
  '企业资金未到位',
  '设计方案变更',
  '土地指标未落实',
  '环评批复延后',
  '设备到货延期',
];

/** The permits of a zone, and the milestone about which each is obtained. */
export const PERMITS = [
  { id: 'filing', name: '企业投资项目备案', group: '立项', by: 'FileProject' },
  { id: 'environment', name: '环境影响评价文件审批', group: '立项', by: 'FileProject' },
  { id: 'energy', name: '固定资产投资项目节能审查', group: '立项', by: 'SupplyLand' },
  { id: 'landPlanning', name: '建设用地规划许可证', group: '用地', by: 'SupplyLand' },
  { id: 'workPlanning', name: '建设工程规划许可证', group: '报建', by: 'ObtainConstructionPermit' },
  { id: 'drawings', name: '施工图设计文件审查', group: '报建', by: 'ObtainConstructionPermit' },
  { id: 'construction', name: '建筑工程施工许可证', group: '报建', by: 'ObtainConstructionPermit' },
  { id: 'acceptance', name: '竣工联合验收', group: '验收', by: 'CompleteProject' },
] as const;

/** What a visit to a site found, and what was done about it. */
export const FOUND_ON_SITE = [
  '施工用电未接通。',
  '进场道路未硬化。',
  '工人约六十名，主体正在施工。',
  '停工，仅有看护人员。',
];
export const HELP_GIVEN = [
  '协调供电公司架设临时线路。',
  '召开银企对接会，落实过桥资金。',
  '协调街道完成最后两户清表。',
  '帮助企业完成环评补充材料。',
];
