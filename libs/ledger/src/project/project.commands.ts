import { exampleFactId, exampleId, rowsOf, type CommandTable } from '../command-row.ts';
import { projectSlice } from '../slices.ts';
import * as mending from './project-mending.commands.ts';
import * as milestones from './project-milestones.commands.ts';
import * as people from './project-people.commands.ts';
import type { ProjectCommand } from './project.ts';
import * as registration from './project-registration.commands.ts';
import * as reports from './project-reports.commands.ts';

const zoneId = exampleId('zones');
const personId = exampleId('people');
const unitId = exampleId('organizations');
const yi = (amount: number) => ({ fen: String(amount * 10_000_000_000), currency: 'CNY' });

/** Every command on a project, in the order of its life. The type leaves none out. */
export const projectCommands: CommandTable = {
  slice: projectSlice,
  collection: 'projects',
  label: { zh: '项目', en: 'project' },
  rows: rowsOf<ProjectCommand>({
    RegisterProject: {
      dto: registration.RegisterProject,
      verb: undefined,
      summary: { zh: '项目入库', en: 'Register a project' },
      example: {
        name: '年产2万吨新材料项目',
        zoneId,
        nature: 'new',
        content: '新建厂房三座、生产线两条',
        builder: { name: '湖北示例新材料有限公司', creditCode: '91350100M000100Y43' },
        industry: { edition: '2017', code: 'C3099' },
        capital: 'domestic',
        totalInvestment: yi(12),
        place: '工业园一路',
        source: '2026年春季招商会',
      },
    },
    RenameProject: {
      dto: registration.RenameProject,
      verb: 'rename',
      summary: { zh: '项目更名', en: 'Rename the project' },
      example: { name: '年产3万吨新材料项目', note: '备案变更' },
    },
    GiveProjectCode: {
      dto: registration.GiveProjectCode,
      verb: 'give-code',
      summary: { zh: '赋项目代码', en: 'Give the project its code' },
      example: { code: '2603-141124-89-05-346948' },
    },
    ChangeBuilder: {
      dto: registration.ChangeBuilder,
      verb: 'change-builder',
      summary: { zh: '变更建设单位', en: 'Change the builder' },
      example: { builder: { name: '湖北示例新材料科技有限公司', creditCode: '91350100M000100Y43' } },
    },
    ReviseContent: {
      dto: registration.ReviseContent,
      verb: 'revise-content',
      summary: { zh: '调整建设内容', en: 'Revise what is built' },
      example: { content: '新建厂房四座、生产线三条' },
    },
    ChangeTotalInvestment: {
      dto: registration.ChangeTotalInvestment,
      verb: 'change-total-investment',
      summary: { zh: '调整总投资', en: 'Change the total investment' },
      example: { amount: yi(15), reason: '增加一条生产线', doc: '发改备〔2026〕17号' },
    },
    ListAsKeyProject: {
      dto: registration.ListAsKeyProject,
      verb: 'list-as-key-project',
      summary: { zh: '列入重点项目名单', en: 'List as a key project of a year' },
      example: { level: 'city', year: 2026, category: 'newStart', doc: '市政办发〔2026〕3号' },
    },
    RecordPlanning: {
      dto: milestones.RecordPlanning,
      verb: 'record-planning',
      summary: { zh: '谋划', en: 'Record that it is planned' },
      example: { on: '2025-Q3' },
    },
    RecordLead: {
      dto: milestones.RecordLead,
      verb: 'record-lead',
      summary: { zh: '在谈', en: 'Record that it is in talks' },
      example: { on: '2025-10', contact: '投资方华中区负责人' },
    },
    AdmitProject: {
      dto: milestones.AdmitProject,
      verb: 'admit',
      summary: { zh: '准入', en: 'Admit the project' },
      example: { on: '2025-11-18', meeting: '2025年第9次准入评审会', conditions: '亩均税收不低于20万元' },
    },
    SignFrameworkAgreement: {
      dto: milestones.SignFrameworkAgreement,
      verb: 'sign-framework-agreement',
      summary: { zh: '签订框架协议（不算签约）', en: 'Sign a framework agreement, which is no signing' },
      example: { on: '2025-12' },
    },
    SignProject: {
      dto: milestones.SignProject,
      verb: 'sign',
      summary: { zh: '签约（正式合同）', en: 'Sign the contract' },
      example: {
        on: '2026-01-15',
        contractNo: '招商合同2026-008',
        contractAmount: yi(12),
        agreedStart: '2026-06',
        agreedProduction: '2027-Q4',
      },
    },
    FileProject: {
      dto: milestones.FileProject,
      verb: 'file',
      summary: { zh: '立项备案', en: 'File the project' },
      example: { on: '2026-02-10', kind: 'filing', doc: '2026-420303-30-03-000001' },
    },
    SupplyLand: {
      dto: milestones.SupplyLand,
      verb: 'supply-land',
      summary: { zh: '供地', en: 'Supply land' },
      example: {
        on: '2026-03-20',
        mode: 'auction',
        area: 6_666_667,
        termYears: 50,
        contractNo: '鄂（2026）土合0012',
        agreedHandover: '2026-04',
        agreedStart: '2026-06',
        standardLand: true,
      },
    },
    HandOverLand: {
      dto: milestones.HandOverLand,
      verb: 'hand-over-land',
      summary: { zh: '交地', en: 'Hand over the land' },
      example: { on: '2026-04-T2' },
    },
    ObtainConstructionPermit: {
      dto: milestones.ObtainConstructionPermit,
      verb: 'obtain-construction-permit',
      summary: { zh: '取得施工许可', en: 'Obtain the construction permit' },
      example: { on: '2026-05-06', permitNo: '420303202605060101' },
    },
    StartConstruction: {
      dto: milestones.StartConstruction,
      verb: 'start-construction',
      summary: { zh: '开工', en: 'Start construction' },
      example: { on: '2026-05-12' },
    },
    EnterStatistics: {
      dto: milestones.EnterStatistics,
      verb: 'enter-statistics',
      summary: { zh: '入统', en: 'Enter the statistics' },
      example: { on: '2026-07' },
    },
    SuspendProject: {
      dto: milestones.SuspendProject,
      verb: 'suspend',
      summary: { zh: '停工', en: 'Suspend' },
      example: { on: '2026-08-01', reason: '汛期停工' },
    },
    ResumeProject: {
      dto: milestones.ResumeProject,
      verb: 'resume',
      summary: { zh: '复工', en: 'Resume' },
      example: { on: '2026-08-25' },
    },
    CompleteProject: {
      dto: milestones.CompleteProject,
      verb: 'complete',
      summary: { zh: '竣工', en: 'Complete' },
      example: { on: '2026-09-30' },
    },
    StartProduction: {
      dto: milestones.StartProduction,
      verb: 'start-production',
      summary: { zh: '投产', en: 'Start production' },
      example: { on: '2026-10-18' },
    },
    ReachFullCapacity: {
      dto: milestones.ReachFullCapacity,
      verb: 'reach-full-capacity',
      summary: { zh: '达产', en: 'Reach full capacity' },
      example: { on: '2026-11-01' },
    },
    PlanMilestone: {
      dto: reports.PlanMilestone,
      verb: 'plan-milestone',
      summary: { zh: '填报节点计划', en: 'Plan a milestone' },
      example: { milestone: 'constructionStarted', on: '2026-05' },
    },
    RescheduleMilestone: {
      dto: reports.RescheduleMilestone,
      verb: 'reschedule',
      summary: { zh: '调整节点计划', en: 'Reschedule a milestone' },
      example: { milestone: 'constructionStarted', from: '2026-05', to: '2026-06', reason: '征地未完成' },
    },
    SetAnnualPlan: {
      dto: reports.SetAnnualPlan,
      verb: 'set-annual-plan',
      summary: { zh: '下达年度计划', en: 'Set the plan of a year' },
      example: { year: 2026, investment: yi(3), goal: '主体完工' },
    },
    ReportProgress: {
      dto: reports.ReportProgress,
      verb: 'report-progress',
      summary: { zh: '填报进展', en: 'Report progress' },
      example: { period: '2026-05', text: '场地平整完成，桩基施工', difficulties: '施工用电未接通', unitId },
    },
    ReportInvestment: {
      dto: reports.ReportInvestment,
      verb: 'report-investment',
      summary: { zh: '填报完成投资', en: 'Report investment' },
      example: { period: '2026-05', inPeriod: { fen: '230000000000', currency: 'CNY' } },
    },
    AssignLeader: {
      dto: people.AssignLeader,
      verb: 'assign-leader',
      summary: { zh: '确定分包领导', en: 'Assign a leader' },
      example: { personId, lead: true, from: '2026-01-20', doc: '区办发〔2026〕2号' },
    },
    ReleaseLeader: {
      dto: people.ReleaseLeader,
      verb: 'release-leader',
      summary: { zh: '免去分包领导', en: 'Release a leader' },
      example: { personId, until: '2026-09-01', reason: '工作调动' },
    },
    AssignResponsibleUnit: {
      dto: people.AssignResponsibleUnit,
      verb: 'assign-responsible-unit',
      summary: { zh: '确定责任单位', en: 'Assign the responsible unit' },
      example: { unitId, from: '2026-01-20' },
    },
    ReleaseResponsibleUnit: {
      dto: people.ReleaseResponsibleUnit,
      verb: 'release-responsible-unit',
      summary: { zh: '免除责任单位', en: 'Release the responsible unit' },
      example: { unitId, until: '2026-09-01' },
    },
    CorrectFact: {
      dto: mending.CorrectFact,
      verb: 'correct',
      summary: { zh: '更正事实', en: 'Correct a fact' },
      example: {
        factId: exampleFactId('sign'),
        data: { on: '2026-01-16', contractNo: '招商合同2026-008', contractAmount: yi(12) },
        reason: '日期填错',
      },
    },
    RevokeFact: {
      dto: mending.RevokeFact,
      verb: 'revoke',
      summary: { zh: '撤销事实、更正或撤销', en: 'Revoke a fact, a correction or a revocation' },
      example: { factId: exampleFactId('enter-statistics'), reason: '尚未入统' },
    },
    ExitProject: {
      dto: milestones.ExitProject,
      verb: 'exit',
      summary: { zh: '退出', en: 'Exit' },
      example: { on: '2026-11-20', kind: 'agreed', reason: '投资方转产', doc: '区办函〔2026〕9号' },
    },
    VoidProject: {
      dto: registration.VoidProject,
      verb: 'void',
      summary: { zh: '作废（误入库）', en: 'Void: registered by mistake' },
      example: { reason: '重复入库' },
    },
  }),
};
