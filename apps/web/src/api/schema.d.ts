// Written by `npm run docs` from the API; `npm test` fails when it is not up to date.
export interface paths {
    "/api/zones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 开发区 / zones */
        get: operations["listZones"];
        put?: never;
        /** 定义开发区 / Define a zone */
        post: operations["DefineZone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/zones/{id}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 开发区更名 / Rename a zone */
        post: operations["RenameZone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/zones/{id}/retier": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 开发区调档 / Put a zone into a tier */
        post: operations["RetierZone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/zones/{id}/relabel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 设定阶段和角色的叫法 / Set what stages and roles are called */
        post: operations["RelabelZone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/zones/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更正事实 / Correct a fact */
        post: operations["CorrectZoneFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/zones/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销事实、更正或撤销 / Revoke a fact, a correction or a revocation */
        post: operations["RevokeZoneFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位 / units */
        get: operations["listOrganizations"];
        put?: never;
        /** 定义单位 / Define an organization */
        post: operations["DefineOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{id}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 单位更名 / Rename an organization */
        post: operations["RenameOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{id}/merge-into": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 并入另一单位 / Merge into another organization */
        post: operations["MergeOrganization"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更正事实 / Correct a fact */
        post: operations["CorrectOrganizationFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销事实、更正或撤销 / Revoke a fact, a correction or a revocation */
        post: operations["RevokeOrganizationFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/appoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 任职 / Appoint a person */
        post: operations["AppointPerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/leave-post": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 离任 / Leave a post */
        post: operations["LeavePost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更正事实 / Correct a fact */
        post: operations["CorrectPersonFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销事实、更正或撤销 / Revoke a fact, a correction or a revocation */
        post: operations["RevokePersonFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogues": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 审批事项目录 / permit catalogues */
        get: operations["listCatalogues"];
        put?: never;
        /** 采用审批事项目录 / Adopt a permit catalogue */
        post: operations["AdoptPermitCatalogue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 台账 / the ledger */
        get: operations["projectLedgerList"];
        put?: never;
        /** 项目入库 / Register a project */
        post: operations["RegisterProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/rename": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 项目更名 / Rename the project */
        post: operations["RenameProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/give-code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 赋项目代码 / Give the project its code */
        post: operations["GiveProjectCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/change-builder": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 变更建设单位 / Change the builder */
        post: operations["ChangeBuilder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/revise-content": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 调整建设内容 / Revise what is built */
        post: operations["ReviseContent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/change-total-investment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 调整总投资 / Change the total investment */
        post: operations["ChangeTotalInvestment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/list-as-key-project": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 列入重点项目名单 / List as a key project of a year */
        post: operations["ListAsKeyProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/reclassify-industry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 变更行业分类 / Reclassify the industry */
        post: operations["ReclassifyIndustry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/move-to-zone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 划转开发区 / Move to another zone */
        post: operations["MoveToZone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/split-from": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 从打包项目拆分 / Split from a package */
        post: operations["SplitFrom"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/remove-from-key-list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 移出重点项目名单 / Remove from the key projects of a year */
        post: operations["RemoveFromKeyList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/merge-into": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 并入另一项目 / Merge into another project */
        post: operations["MergeInto"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/void": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 作废（误入库） / Void: registered by mistake */
        post: operations["VoidProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/record-planning": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 谋划 / Record that it is planned */
        post: operations["RecordPlanning"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/record-lead": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 在谈 / Record that it is in talks */
        post: operations["RecordLead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/admit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 准入 / Admit the project */
        post: operations["AdmitProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/sign-framework-agreement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签订框架协议（不算签约） / Sign a framework agreement, which is no signing */
        post: operations["SignFrameworkAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/sign": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 签约（正式合同） / Sign the contract */
        post: operations["SignProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 立项备案 / File the project */
        post: operations["FileProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/supply-land": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 供地 / Supply land */
        post: operations["SupplyLand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/hand-over-land": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 交地 / Hand over the land */
        post: operations["HandOverLand"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/obtain-construction-permit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 取得施工许可 / Obtain the construction permit */
        post: operations["ObtainConstructionPermit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/start-construction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 开工 / Start construction */
        post: operations["StartConstruction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/enter-statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 入统 / Enter the statistics */
        post: operations["EnterStatistics"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 停工 / Suspend */
        post: operations["SuspendProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/resume": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 复工 / Resume */
        post: operations["ResumeProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 竣工 / Complete */
        post: operations["CompleteProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/start-production": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 投产 / Start production */
        post: operations["StartProduction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/reach-full-capacity": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 达产 / Reach full capacity */
        post: operations["ReachFullCapacity"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/exit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 退出 / Exit */
        post: operations["ExitProject"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/plan-milestone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 填报节点计划 / Plan a milestone */
        post: operations["PlanMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 调整节点计划 / Reschedule a milestone */
        post: operations["RescheduleMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/set-annual-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 下达年度计划 / Set the plan of a year */
        post: operations["SetAnnualPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/set-quarter-plan": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 下达季度计划 / Set the plan of a quarter */
        post: operations["SetQuarterPlan"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/report-progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 填报进展 / Report progress */
        post: operations["ReportProgress"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/report-investment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 填报完成投资 / Report investment */
        post: operations["ReportInvestment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/record-funds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 资金到位 / Record funds that arrived */
        post: operations["RecordFunds"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/report-permit-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 填报审批事项办理状态 / Report where a permit stands */
        post: operations["ReportPermitStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/explain-finding": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 说明疑点 / Explain a finding */
        post: operations["ExplainFinding"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/assign-leader": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确定分包领导 / Assign a leader */
        post: operations["AssignLeader"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/release-leader": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 免去分包领导 / Release a leader */
        post: operations["ReleaseLeader"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/assign-responsible-unit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确定责任单位 / Assign the responsible unit */
        post: operations["AssignResponsibleUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/release-responsible-unit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 免除责任单位 / Release the responsible unit */
        post: operations["ReleaseResponsibleUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/assign-responsible-person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确定责任人 / Assign the responsible person */
        post: operations["AssignResponsiblePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/release-responsible-person": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 免除责任人 / Release the responsible person */
        post: operations["ReleaseResponsiblePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/assign-agent-unit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 确定代办单位 / Assign the agent unit */
        post: operations["AssignAgentUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/release-agent-unit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 免除代办单位 / Release the agent unit */
        post: operations["ReleaseAgentUnit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/record-site-visit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 现场走访 / Record a visit to the site */
        post: operations["RecordSiteVisit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/record-help-action": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 帮扶解难 / Record help given */
        post: operations["RecordHelpAction"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/correct": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更正事实 / Correct a fact */
        post: operations["CorrectFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/revoke": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 撤销事实、更正或撤销 / Revoke a fact, a correction or a revocation */
        post: operations["RevokeFact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reassignments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 调整令，新者在前 / orders, the latest first */
        get: operations["listReassignments"];
        put?: never;
        /** 下达包联领导批量调整令 / Order a bulk reassignment of leaders */
        post: operations["OrderReassignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 目标及完成进度 / targets and how far they are */
        get: operations["targetsList"];
        put?: never;
        /** 下达目标 / Set a target */
        post: operations["SetTarget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/targets/{id}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 修订目标 / Revise a target */
        post: operations["ReviseTarget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 人员名单及当日职务 / People, by name, with their posts of the day
         * @description 姓名、电话和登记所写的 unit、post 总是登记簿现在的内容；knownAt 只管任命的职务和单位名称。 / Names, phones, and unit and post where they are the words of the registry, are always as the registry has them now; knownAt is about posts by appointment and the names of units.
         */
        get: operations["listPeople"];
        put?: never;
        /** 登记人员 / Define a person */
        post: operations["DefinePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}/revise": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 更新登记，旧值留存 / Describe a person anew; what was said before is kept */
        post: operations["RevisePerson"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reassignments/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** 试算批量调整，不写入任何内容 / what an order would do; nothing is changed */
        post: operations["previewReassignment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出项目的全部事实，按入账次序 / every fact of a project in log order, as a file
         * @description 文件名即所据时点 / the name of the file says what it stands on: project-{id}-seq-{asOf.seq}.{format}
         */
        get: operations["exportsFacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/exports/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 导出台账，筛选同 /api/projects / the ledger as a file, with the filters of the list
         * @description 文件名即所据时点 / the name of the file says what it stands on: projects-{effectiveOn}-seq-{asOf.seq}.{format}
         */
        get: operations["exportsProjects"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 两个时点之间变化的项目 / the projects that differ between two points
         * @description 终点即 knownAt、effectiveOn 所指；每项变化注明原值、新值和引起它的事件；事后补报、更正与期间发生分开 / the point to compare to is that of knownAt and effectiveOn; each change has old value, new value and the events that made it; what was filed late or corrected stands apart from what happened
         */
        get: operations["compareList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/compare/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 两个时点汇总之差 / how the summaries of two points differ
         * @description 差额 = 此后得知（同一起点日，后来所知与当时所知之差）+ 期间发生（同样所知，两日之差）/ difference = learned (the earlier day as known later, less as known then) + happened (both days as known later)
         */
        get: operations["compareSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/compare": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个项目在两个时点之间的变化 / what changed of a project between two points */
        get: operations["compareOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/summary/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 汇总随时间的变化 / the summary over time
         * @description 任一时钟。clock=known：各点按其当日所知，判断当日（给出 effectiveOn 时判断该日）；第一个事件之前为零，最晚到昨日。clock=effective：不接受 effectiveOn。 / On either clock. With clock=known each point is what was known at the end of its day, judged on that day, or on effectiveOn if it is given; points before the first event are zero, and the last day to ask for is yesterday. With clock=effective there is no effectiveOn.
         */
        get: operations["ledgerSeriesSeries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/columns": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 台账行的更多列：节点计划与实际、当年各期投资、最近进展、缺报、疑点 / further columns of rows of the ledger
         * @description 按给出的次序；当时没有的项目略去。未给 effectiveOn 时列出所知的全部；给出时不列其后才有的内容 / in the order of the ids; a project that was not there is left out
         */
        get: operations["ledgerColumnsColumns"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 汇总 / counts by stage and sums */
        get: operations["projectLedgerSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/summary/leaders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 按牵头领导汇总 / the summary by who leads */
        get: operations["projectLedgerByLeader"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 项目：有效事实与疑点 / a project, its facts that hold and its findings
         * @description 未给 effectiveOn 时列出所知的全部；给出时不列其后才有的内容 / everything known; with effectiveOn, without what lies after that day
         */
        get: operations["projectHistoryPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 历程：每个事件及其所改变的 / every event, with what it changed */
        get: operations["projectHistoryTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 原始事件 / the events as they stand in the log */
        get: operations["projectHistoryEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/facts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 有效事实：更正后的内容，不含已撤销的，按入账次序 / the facts that hold, as corrected, in the order they were recorded
         * @description 给出 effectiveOn 时不列其后才有的事实 / with effectiveOn, without those that lie after that day
         */
        get: operations["factsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/facts/{factId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一条有效事实 / one fact that holds */
        get: operations["factsOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/projects/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 回放：逐个事件，所改变的，以及其后的情况 / step by step: each event, what it changed, how things stood then */
        get: operations["replayReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leaders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 包联领导及其项目、任期内逾期与推迟，多者在前 / leaders, their projects and what happened in their time */
        get: operations["leadersList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leaders/nobody": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 无人牵头的项目 / projects that nobody leads, since when, and unheld days */
        get: operations["leadersNobody"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leaders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一位领导：现任与任期内 / one leader: what they hold now, and what happened in their time */
        get: operations["leadersPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leaders/{id}/in-my-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 任期内的项目，逾期多者在前 / projects in a leader’s time, the most overdue days first */
        get: operations["leadersInMyTime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leaders/{id}/tenures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 任职经历：起止、文号、与谁交接，后起者在前 / tenures of a leader and how they passed on, the latest first */
        get: operations["leadersTenures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/leaders/{id}/actions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 走访与帮扶，新者在前 / visits and helps of a leader, the latest first */
        get: operations["leadersActions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{id}/accountability": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个单位：现任与任期内 / one unit: what it holds now, and what happened in its time */
        get: operations["unitsPage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{id}/accountability/in-my-time": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 单位任期内的项目，逾期多者在前 / projects in a unit’s time, the most overdue days first */
        get: operations["unitsInMyTime"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/zones/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个开发区：历来名称、档次和叫法 / one zone, its names and tiers over time, its labels */
        get: operations["getZone"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/organizations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个单位：历来名称、上下级和并入的单位 / one unit, its names over time, what is above, below, and after it */
        get: operations["getOrganization"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/catalogues/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一部目录及其事项 / one catalogue and its items */
        get: operations["getCatalogue"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/people/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一名人员：历来职务和登记的旧值 / One person: posts over time, and what was said before
         * @description 姓名、电话和登记所写的 unit、post 总是登记簿现在的内容；knownAt 只管任命的职务和单位名称。 / Names, phones, and unit and post where they are the words of the registry, are always as the registry has them now; knownAt is about posts by appointment and the names of units.
         */
        get: operations["getPerson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 疑点清单 / what is found on a day */
        get: operations["findingsList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/findings/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 疑点按代码计数 / how many of each code */
        get: operations["findingsSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 近期到期或已逾期的期限 / what falls due soon, or is past due */
        get: operations["deadlinesList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/deadlines/summary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 到期和逾期的期限按类计数 / how many of each kind are past due, and how many fall due */
        get: operations["deadlinesSummary"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/reassignments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一份调整令：进度与逐项目结果 / one order: how far it is, and what came of each project */
        get: operations["getReassignment"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/queries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 周调度的查询及其口径 / the queries of weekly dispatch and their rules */
        get: operations["weeklyDispatchList"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/dispatch/queries/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一项查询的结果 / the answer of one query */
        get: operations["weeklyDispatchAnswer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/targets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个目标 / one target */
        get: operations["targetsOne"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/targets/{id}/projects": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 数字背后的项目 / the projects behind a figure */
        get: operations["targetsBehind"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 全部事件，新者在前，可按类别、类型、对象、经办人、来源、批次和时间筛选 / every event, the latest first
         * @description 时间以入账先后为准（各 recordedAt 的最大值），故一段时间内的事件在日志中相连 / time is that of the log (the running maximum of recordedAt): what lies between two times follows each other in it
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 类别及其事件类型 / the categories, and the types of their events */
        get: operations["listEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 一个事件（按序号或编号）：内容、元数据、所改变的及其前后 / one event, by seq or id, and what it changed */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/feed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** 事件流（SSE），按入账次序，可续读；data 行见 FeedEventShape / the log as server-sent events, in order, resumable; each line data is a FeedEventShape */
        get: operations["feed"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        DefineZone: {
            /**
             * @description 名称 / name
             * @example 示例经济开发区
             */
            name: string;
            /**
             * @description 国家级 | 省级 / level
             * @enum {string}
             */
            level: "national" | "provincial";
            /**
             * @description 经开区 | 高新区 | 综保区 | 其他 / kind
             * @enum {string}
             */
            kind: "economic" | "highTech" | "bonded" | "other";
            /** @description 档次 / tier */
            tier?: string;
            /**
             * @description 所在县区，名称或 GB/T 2260 代码 / host county
             * @example 420303
             */
            hostCounty: string;
            /**
             * Format: date
             * @description 自何日起 / from which day on
             * @example 2018-01-01
             */
            from: string;
        };
        MessagesShape: {
            zh: string;
            en: string;
        };
        WarningShape: {
            /** @example ProjectCodeCheckDigit */
            code: string;
            /** @example code */
            field: string;
            messages: components["schemas"]["MessagesShape"];
        };
        CommandAnswerShape: {
            /**
             * Format: uuid
             * @description 编号 / id of what the command was about
             */
            id: string;
            /**
             * @description 版本号 / revision, also the ETag
             * @example 3
             */
            revision: string;
            /** @description 可交给查询的 after 参数 / hand it to a query as ?after= */
            after: string;
            /** @description 新事实的编号 / ids of the new facts */
            eventIds?: string[];
            warnings: components["schemas"]["WarningShape"][];
        };
        RenameZone: {
            /**
             * @description 新名称 / the new name
             * @example 示例高新技术产业开发区
             */
            name: string;
            /**
             * Format: date
             * @description 自何日起用新名称 / first day of the new name
             * @example 2022-06-01
             */
            from: string;
        };
        RetierZone: {
            /**
             * @description 档次 / tier
             * @example 一类
             */
            tier: string;
            /**
             * Format: date
             * @description 自何日起 / from which day on
             * @example 2024-01-01
             */
            from: string;
        };
        RelabelZone: {
            /**
             * @description 本开发区对阶段和角色的叫法（中文），整套填写；没有写的恢复通用叫法 / what stages and roles are called here, in Chinese, as a whole; what is left out has its usual name. 可写 / keys: stage.registered, stage.planned, stage.lead, stage.admitted, stage.signed, stage.filed, stage.landSupplied, stage.permitted, stage.constructionStarted, stage.completed, stage.inProduction, stage.atCapacity, stage.frameworkAgreement, stage.landHandedOver, stage.inStatistics, role.lead, role.coLead, role.responsiblePerson, role.responsibleUnit, role.agentUnit
             * @example {
             *       "stage.signed": "签约落地",
             *       "role.lead": "挂点领导"
             *     }
             */
            labels: {
                "stage.registered"?: string;
                "stage.planned"?: string;
                "stage.lead"?: string;
                "stage.admitted"?: string;
                "stage.signed"?: string;
                "stage.filed"?: string;
                "stage.landSupplied"?: string;
                "stage.permitted"?: string;
                "stage.constructionStarted"?: string;
                "stage.completed"?: string;
                "stage.inProduction"?: string;
                "stage.atCapacity"?: string;
                "stage.frameworkAgreement"?: string;
                "stage.landHandedOver"?: string;
                "stage.inStatistics"?: string;
                "role.lead"?: string;
                "role.coLead"?: string;
                "role.responsiblePerson"?: string;
                "role.responsibleUnit"?: string;
                "role.agentUnit"?: string;
            };
        };
        CorrectFact: {
            /**
             * Format: uuid
             * @description 事实、更正或撤销的编号 / id of a fact, a correction or a revocation
             */
            factId: string;
            /** @description 原因 / reason */
            reason: string;
            /** @description 文号 / document number */
            doc?: string;
            /** @description 更正后的完整数据，与原事实同样校验 / the whole data as it should be, judged like the fact itself */
            data: {
                [key: string]: unknown;
            };
        };
        RevokeFact: {
            /**
             * Format: uuid
             * @description 事实、更正或撤销的编号 / id of a fact, a correction or a revocation
             */
            factId: string;
            /** @description 原因 / reason */
            reason: string;
            /** @description 文号 / document number */
            doc?: string;
        };
        DefineOrganization: {
            /**
             * @description 名称 / name
             * @example 示例区经济和信息化局
             */
            name: string;
            /**
             * @description 政府部门 | 管委会 | 街道乡镇 | 企业 | 其他 / kind
             * @enum {string}
             */
            kind: "department" | "committee" | "township" | "enterprise" | "other";
            /**
             * Format: uuid
             * @description 上级单位 / the unit above it
             */
            parent?: string;
            /**
             * Format: date
             * @description 自何日起 / from which day on
             * @example 2018-01-01
             */
            from: string;
        };
        RenameOrganization: {
            /**
             * @description 新名称 / the new name
             * @example 示例区工业和信息化局
             */
            name: string;
            /**
             * Format: date
             * @description 自何日起用新名称 / first day of the new name
             * @example 2019-03-01
             */
            from: string;
            /** @description 文号 / document number */
            doc?: string;
        };
        MergeOrganization: {
            /**
             * Format: uuid
             * @description 并入的单位，须已定义 / the unit it goes on in, which must be defined
             */
            into: string;
            /**
             * Format: date
             * @description 自何日起并入 / first day on which it is a part of it
             * @example 2024-01-01
             */
            from: string;
            /** @description 文号 / document number */
            doc?: string;
        };
        AppointPerson: {
            /**
             * Format: uuid
             * @description 单位，须已定义 / the unit, which must be defined
             */
            unitId: string;
            /**
             * @description 职务 / post
             * @example 副主任
             */
            post: string;
            /**
             * @description 任职首日 / first day held
             * @example 2026-05
             */
            from: string;
            /** @description 文号 / document number */
            doc?: string;
        };
        LeavePost: {
            /**
             * Format: uuid
             * @description 单位 / the unit
             */
            unitId: string;
            /** @description 职务；不写即在该单位的全部职务 / post; without it, every post at the unit */
            post?: string;
            /**
             * @description 不再任职的首日 / first day not held
             * @example 2026-05
             */
            until: string;
        };
        PermitItemData: {
            /**
             * @description 事项编号，目录内唯一 / id of the item within the catalogue
             * @example env
             */
            id: string;
            /**
             * @description 事项名称 / name
             * @example 环境影响评价批复
             */
            name: string;
            /**
             * @description 所属阶段或类别 / stage or group
             * @example 立项阶段
             */
            group?: string;
        };
        AdoptPermitCatalogue: {
            /**
             * @description 目录名称 / name
             * @example 示例区审批事项目录（2026）
             */
            name: string;
            /**
             * Format: date
             * @description 自何日起施行 / in force from
             * @example 2026-01-01
             */
            from: string;
            /** @description 审批事项 / items */
            items: components["schemas"]["PermitItemData"][];
            /** @description 依据 / source */
            source?: string;
        };
        BuilderData: {
            /**
             * @description 建设单位名称 / name of the company
             * @example 湖北示例新材料有限公司
             */
            name: string;
            /**
             * @description 统一社会信用代码 / unified social credit code
             * @example 91350100M000100Y43
             */
            creditCode?: string;
        };
        IndustryData: {
            /**
             * @description 国民经济行业分类版本 / edition of GB/T 4754
             * @example 2017
             */
            edition: string;
            /**
             * @description 行业代码 / code in that edition
             * @example C3099
             */
            code: string;
        };
        MoneyData: {
            /**
             * @description 分，十进制整数文字 / fen (1/100 yuan) as decimal text
             * @example 1250000000000
             */
            fen: string;
            /**
             * @description 币种 / currency
             * @example CNY
             * @enum {string}
             */
            currency: "CNY";
        };
        RegisterProject: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 项目名称 / name
             * @example 年产2万吨新材料项目
             */
            name: string;
            /**
             * Format: uuid
             * @description 所在开发区 / the zone, which must be defined
             */
            zoneId: string;
            /** @description 项目代码，全台账唯一 / project code, unique over the ledger */
            code?: string;
            /**
             * @description 新建 | 扩建 | 改建 | 迁建 | 恢复 / nature
             * @enum {string}
             */
            nature?: "new" | "expansion" | "renovation" | "relocation" | "restoration";
            /** @description 建设内容 / what is built */
            content?: string;
            builder?: components["schemas"]["BuilderData"];
            industry?: components["schemas"]["IndustryData"];
            /**
             * @description 内资 | 外资 / capital
             * @enum {string}
             */
            capital?: "domestic" | "foreign";
            totalInvestment?: components["schemas"]["MoneyData"];
            /** @description 建设地点 / place */
            place?: string;
            /** @description 项目来源 / where the project came from */
            source?: string;
        };
        RenameProject: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /** @description 新名称 / the new name */
            name: string;
        };
        GiveProjectCode: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /** @description 项目代码，全台账唯一 / project code, unique over the ledger */
            code: string;
        };
        ChangeBuilder: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            builder: components["schemas"]["BuilderData"];
        };
        ReviseContent: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /** @description 建设内容 / what is built */
            content: string;
        };
        ChangeTotalInvestment: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            amount: components["schemas"]["MoneyData"];
            /** @description 原因 / reason */
            reason: string;
            /** @description 文号 / document number */
            doc?: string;
        };
        ListAsKeyProject: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 省 | 市 | 县 / level
             * @enum {string}
             */
            level: "province" | "city" | "county";
            /**
             * @description 名单年度 / year of the list
             * @example 2026
             */
            year: number;
            /**
             * @description 新开工 | 续建 | 保投产 | 预备 | 竣工 / category
             * @enum {string}
             */
            category: "newStart" | "continued" | "mustProduce" | "preparatory" | "completing";
            /** @description 文号 / document number */
            doc?: string;
        };
        ReclassifyIndustry: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 国民经济行业分类版本 / edition of GB/T 4754
             * @example 2017
             */
            edition: string;
            /**
             * @description 行业代码 / code in that edition
             * @example C3099
             */
            code: string;
        };
        MoveToZone: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * Format: uuid
             * @description 划入的开发区，须已定义 / the zone it moves to, which must be defined
             */
            zoneId: string;
            /** @description 划转原因 / reason */
            reason: string;
            /** @description 文号 / document number */
            doc?: string;
        };
        SplitFrom: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * Format: uuid
             * @description 打包项目：本项目是它的一部分 / the package that this project is a part of
             */
            projectId: string;
            /** @description 占总投资的份额，单位万分之一 / share of its total, in 1/100 % */
            share?: number;
        };
        RemoveFromKeyList: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 省 | 市 | 县 / level
             * @enum {string}
             */
            level: "province" | "city" | "county";
            /**
             * @description 名单年度 / year of the list
             * @example 2026
             */
            year: number;
            /** @description 移出原因 / reason */
            reason: string;
        };
        MergeInto: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * Format: uuid
             * @description 并入的项目 / the project it is counted in from now on
             */
            projectId: string;
            /** @description 并入原因 / reason */
            reason: string;
        };
        VoidProject: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /** @description 作废原因 / why it is void */
            reason: string;
        };
        RecordPlanning: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 何时发生，精度如实填写 / when it happened, in the precision it is known in
             * @example 2026-05-12
             */
            on: string;
            /** @description 依据：文号或附件摘要 / proof: document number or attachment digest */
            proof?: string;
        };
        RecordLead: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 何时发生，精度如实填写 / when it happened, in the precision it is known in
             * @example 2026-05-12
             */
            on: string;
            /** @description 依据：文号或附件摘要 / proof: document number or attachment digest */
            proof?: string;
            /** @description 洽谈对象 / who is talked to */
            contact?: string;
        };
        AdmitProject: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 何时发生，精度如实填写 / when it happened, in the precision it is known in
             * @example 2026-05-12
             */
            on: string;
            /** @description 依据：文号或附件摘要 / proof: document number or attachment digest */
            proof?: string;
            /** @description 准入会议 / the meeting */
            meeting?: string;
            /** @description 准入条件 / conditions */
            conditions?: string;
        };
        SignFrameworkAgreement: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 何时发生，精度如实填写 / when it happened, in the precision it is known in
             * @example 2026-05-12
             */
            on: string;
            /** @description 依据：文号或附件摘要 / proof: document number or attachment digest */
            proof?: string;
        };
        SignProject: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 何时发生，精度如实填写 / when it happened, in the precision it is known in
             * @example 2026-05-12
             */
            on: string;
            /** @description 依据：文号或附件摘要 / proof: document number or attachment digest */
            proof?: string;
            /** @description 合同编号 / contract number */
            contractNo?: string;
            contractAmount?: components["schemas"]["MoneyData"];
            /**
             * @description 约定开工 / agreed start
             * @example 2026-05
             */
            agreedStart?: string;
            /**
             * @description 约定投产 / agreed start of production
             * @example 2026-05
             */
            agreedProduction?: string;
        };
        FileProject: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 何时发生，精度如实填写 / when it happened, in the precision it is known in
             * @example 2026-05-12
             */
            on: string;
            /** @description 依据：文号或附件摘要 / proof: document number or attachment digest */
            proof?: string;
            /**
             * @description 审批 | 核准 | 备案 / kind of filing
             * @enum {string}
             */
            kind: "approval" | "confirmation" | "filing";
            /** @description 文号 / document number */
            doc?: string;
        };
        SupplyLand: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 何时发生，精度如实填写 / when it happened, in the precision it is known in
             * @example 2026-05-12
             */
            on: string;
            /** @description 依据：文号或附件摘要 / proof: document number or attachment digest */
            proof?: string;
            /**
             * @description 招拍挂出让 | 协议出让 | 划拨 | 租赁 | 先租后让 | 作价出资 | 弹性年期 / mode of supply
             * @enum {string}
             */
            mode: "auction" | "agreement" | "allocation" | "lease" | "leaseFirst" | "equity" | "flexibleTerm";
            /**
             * @description 面积，单位 0.01 平方米 / area in 0.01 ㎡
             * @example 6666667
             */
            area: number;
            /** @description 年限 / term in years */
            termYears?: number;
            /** @description 合同编号 / contract number */
            contractNo?: string;
            /**
             * @description 约定交地 / agreed hand-over
             * @example 2026-05
             */
            agreedHandover?: string;
            /**
             * @description 约定开工 / agreed start
             * @example 2026-05
             */
            agreedStart?: string;
            /**
             * @description 约定竣工 / agreed completion
             * @example 2026-05
             */
            agreedCompletion?: string;
            /** @description 标准地 / standard land */
            standardLand?: boolean;
            /** @description 地块编号 / parcel */
            parcelId?: string;
        };
        HandOverLand: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 何时发生，精度如实填写 / when it happened, in the precision it is known in
             * @example 2026-05-12
             */
            on: string;
            /** @description 依据：文号或附件摘要 / proof: document number or attachment digest */
            proof?: string;
            /** @description 地块编号 / parcel */
            parcelId?: string;
        };
        ObtainConstructionPermit: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 何时发生，精度如实填写 / when it happened, in the precision it is known in
             * @example 2026-05-12
             */
            on: string;
            /** @description 依据：文号或附件摘要 / proof: document number or attachment digest */
            proof?: string;
            /** @description 许可证号 / permit number */
            permitNo?: string;
        };
        StartConstruction: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 何时发生，精度如实填写 / when it happened, in the precision it is known in
             * @example 2026-05-12
             */
            on: string;
            /** @description 依据：文号或附件摘要 / proof: document number or attachment digest */
            proof?: string;
        };
        EnterStatistics: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 何时发生，精度如实填写 / when it happened, in the precision it is known in
             * @example 2026-05-12
             */
            on: string;
            /** @description 依据：文号或附件摘要 / proof: document number or attachment digest */
            proof?: string;
        };
        SuspendProject: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 何时发生，精度如实填写 / when it happened, in the precision it is known in
             * @example 2026-05-12
             */
            on: string;
            /** @description 依据：文号或附件摘要 / proof: document number or attachment digest */
            proof?: string;
            /** @description 停工原因 / why it is suspended */
            reason: string;
        };
        ResumeProject: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 何时发生，精度如实填写 / when it happened, in the precision it is known in
             * @example 2026-05-12
             */
            on: string;
            /** @description 依据：文号或附件摘要 / proof: document number or attachment digest */
            proof?: string;
        };
        CompleteProject: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 何时发生，精度如实填写 / when it happened, in the precision it is known in
             * @example 2026-05-12
             */
            on: string;
            /** @description 依据：文号或附件摘要 / proof: document number or attachment digest */
            proof?: string;
        };
        StartProduction: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 何时发生，精度如实填写 / when it happened, in the precision it is known in
             * @example 2026-05-12
             */
            on: string;
            /** @description 依据：文号或附件摘要 / proof: document number or attachment digest */
            proof?: string;
        };
        ReachFullCapacity: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 何时发生，精度如实填写 / when it happened, in the precision it is known in
             * @example 2026-05-12
             */
            on: string;
            /** @description 依据：文号或附件摘要 / proof: document number or attachment digest */
            proof?: string;
        };
        ExitProject: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 何时发生，精度如实填写 / when it happened, in the precision it is known in
             * @example 2026-05-12
             */
            on: string;
            /** @description 依据：文号或附件摘要 / proof: document number or attachment digest */
            proof?: string;
            /**
             * @description 协商终止 | 未履约清退 | 投资方终止 | 其他 / kind of exit
             * @enum {string}
             */
            kind: "agreed" | "clearedForNonPerformance" | "investorWithdrew" | "other";
            /** @description 退出原因 / reason */
            reason: string;
            /** @description 文号 / document number */
            doc?: string;
        };
        PlanMilestone: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 节点 / milestone
             * @enum {string}
             */
            milestone: "planned" | "lead" | "admitted" | "frameworkAgreement" | "signed" | "filed" | "landSupplied" | "landHandedOver" | "permitted" | "constructionStarted" | "inStatistics" | "completed" | "inProduction" | "atCapacity";
            /**
             * @description 计划时间；第一次填报的是基线 / planned for; the first one is the baseline
             * @example 2026-05
             */
            on: string;
        };
        RescheduleMilestone: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 节点 / milestone
             * @enum {string}
             */
            milestone: "planned" | "lead" | "admitted" | "frameworkAgreement" | "signed" | "filed" | "landSupplied" | "landHandedOver" | "permitted" | "constructionStarted" | "inStatistics" | "completed" | "inProduction" | "atCapacity";
            /**
             * @description 现行计划，如有不同会被拒绝 / the current plan; another one is refused
             * @example 2026-05
             */
            from: string;
            /**
             * @description 调整为 / moved to
             * @example 2026-05
             */
            to: string;
            /** @description 调整原因 / reason */
            reason: string;
        };
        SetAnnualPlan: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 年度 / year
             * @example 2026
             */
            year: number;
            investment: components["schemas"]["MoneyData"];
            /** @description 年度目标 / goal of the year */
            goal?: string;
        };
        SetQuarterPlan: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 年度 / year
             * @example 2026
             */
            year: number;
            /**
             * @description 季度 / quarter
             * @example 2
             */
            quarter: number;
            /** @description 季度目标 / goal of the quarter */
            goal: string;
            investment?: components["schemas"]["MoneyData"];
        };
        ReportProgress: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 报告期 / the period reported on
             * @example 2026-05
             */
            period: string;
            /** @description 本期进展 / progress */
            text: string;
            /** @description 下步计划 / next steps */
            nextSteps?: string;
            /** @description 存在困难 / difficulties */
            difficulties?: string;
            /**
             * Format: uuid
             * @description 填报单位 / the unit that filed it
             */
            unitId?: string;
        };
        ReportInvestment: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 报告期 / the period reported on
             * @example 2026-05
             */
            period: string;
            inPeriod?: components["schemas"]["MoneyData"];
            cumulativeInYear?: components["schemas"]["MoneyData"];
            cumulative?: components["schemas"]["MoneyData"];
            /**
             * Format: uuid
             * @description 填报单位 / the unit that filed it
             */
            unitId?: string;
        };
        ArrivedMoneyData: {
            /**
             * @description 分，十进制整数文字，大于零 / fen (1/100 of a unit) as decimal text, more than nothing
             * @example 1250000000000
             */
            fen: string;
            /**
             * @description 币种 / currency
             * @example USD
             * @enum {string}
             */
            currency: "CNY" | "USD";
        };
        RecordFunds: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 到位时间 / when it arrived
             * @example 2026-05
             */
            on: string;
            amount: components["schemas"]["ArrivedMoneyData"];
        };
        ReportPermitStatus: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * Format: uuid
             * @description 审批事项目录，须已采用 / the permit catalogue, which must be adopted
             */
            catalogue: string;
            /** @description 目录中的事项编号 / id of an item of the catalogue */
            item: string;
            /**
             * @description 无此项 | 未办理 | 办理中 | 已办结 / state
             * @enum {string}
             */
            state: "notNeeded" | "notStarted" | "inProgress" | "done";
            /**
             * @description 何时进入这一状态 / when it got there
             * @example 2026-05
             */
            on?: string;
            /**
             * Format: uuid
             * @description 填报单位 / the unit that filed it
             */
            unitId?: string;
        };
        ExplainFinding: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 发现的编号 / id of the finding
             * @example StartedBeforeLand
             */
            finding: string;
            /** @description 它所依据的事实 / the facts it rests on */
            evidence: string[];
            /** @description 说明 / explanation */
            text: string;
        };
        AssignLeader: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * Format: uuid
             * @description 人员，须已登记 / the person, who must be known
             */
            personId: string;
            /** @description 是否牵头领导；新牵头接替原牵头 / lead or co-lead; a new lead takes over from the old */
            lead: boolean;
            /**
             * @description 任职首日 / first day held
             * @example 2026-05
             */
            from: string;
            /** @description 文号 / document number */
            doc?: string;
            /**
             * Format: uuid
             * @description 调整令 / the reassignment order
             */
            orderId?: string;
        };
        ReleaseLeader: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * Format: uuid
             * @description 人员 / the person
             */
            personId: string;
            /**
             * @description 不再任职的首日 / first day not held
             * @example 2026-05
             */
            until: string;
            /** @description 原因 / reason */
            reason?: string;
        };
        AssignResponsibleUnit: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * Format: uuid
             * @description 责任单位，须已定义 / the unit, which must be defined
             */
            unitId: string;
            /**
             * @description 负责首日 / first day held
             * @example 2026-05
             */
            from: string;
            /** @description 第二责任单位：与现有单位并存，不接替 / beside the unit that is there */
            joint?: boolean;
            /** @description 文号 / document number */
            doc?: string;
        };
        ReleaseResponsibleUnit: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * Format: uuid
             * @description 责任单位 / the unit
             */
            unitId: string;
            /**
             * @description 不再负责的首日 / first day not held
             * @example 2026-05
             */
            until: string;
            /** @description 原因 / reason */
            reason?: string;
        };
        AssignResponsiblePerson: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * Format: uuid
             * @description 责任人，须已登记 / the responsible person, who must be known
             */
            personId: string;
            /**
             * @description 负责首日 / first day held
             * @example 2026-05
             */
            from: string;
            /** @description 文号 / document number */
            doc?: string;
        };
        ReleaseResponsiblePerson: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * Format: uuid
             * @description 人员 / the person
             */
            personId: string;
            /**
             * @description 不再任职的首日 / first day not held
             * @example 2026-05
             */
            until: string;
            /** @description 原因 / reason */
            reason?: string;
        };
        AssignAgentUnit: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * Format: uuid
             * @description 代办单位，须已定义 / the agent unit, which must be defined
             */
            unitId: string;
            /**
             * @description 代办首日 / first day held
             * @example 2026-05
             */
            from: string;
            /** @description 第二代办单位：与现有单位并存，不接替 / beside the unit that is there */
            joint?: boolean;
            /** @description 文号 / document number */
            doc?: string;
        };
        ReleaseAgentUnit: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * Format: uuid
             * @description 代办单位 / the unit
             */
            unitId: string;
            /**
             * @description 不再代办的首日 / first day not held
             * @example 2026-05
             */
            until: string;
            /** @description 原因 / reason */
            reason?: string;
        };
        RecordSiteVisit: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 到现场的时间 / when the site was visited
             * @example 2026-05
             */
            on: string;
            /**
             * Format: uuid
             * @description 到现场的人员 / who visited it
             */
            personId: string;
            /** @description 发现的情况 / what was found */
            found?: string;
        };
        RecordHelpAction: {
            /**
             * @description 期次，如 一期 / the phase it is about
             * @example 一期
             */
            phase?: string;
            /** @description 备注 / remark */
            note?: string;
            /**
             * @description 帮扶时间 / when
             * @example 2026-05
             */
            on: string;
            /**
             * Format: uuid
             * @description 帮扶人员 / who helped
             */
            personId: string;
            /** @description 做了什么 / what was done */
            text: string;
        };
        ReassignmentRowData: {
            /**
             * Format: uuid
             * @description 项目 / the project
             */
            projectId: string;
            /**
             * Format: uuid
             * @description 接任人员，须已登记 / who is assigned; must be known
             */
            personId: string;
            /** @description 是否牵头领导；新牵头接替原牵头 / lead or co-lead; a new lead takes over from the old */
            lead: boolean;
            /**
             * Format: uuid
             * @description 同时免去的协助领导，仅用于协助领导 / the co-lead released by it; for co-leads only
             */
            replaces?: string;
            /**
             * @description 预览时的项目版本，文字 / the revision in the preview, as text
             * @example 3
             */
            revision: string;
        };
        OrderReassignment: {
            /** @description 一个项目一行 / one row a project */
            rows: components["schemas"]["ReassignmentRowData"][];
            /**
             * @description 任职首日 / first day held
             * @example 2026-05
             */
            from: string;
            /** @description 原因 / reason */
            reason: string;
            /** @description 文号 / document number */
            doc?: string;
        };
        AnyMoneyData: {
            /**
             * @description 分，十进制整数文字 / fen (1/100 yuan) as decimal text
             * @example 1250000000000
             */
            fen: string;
            /**
             * @description 币种 / currency
             * @example USD
             * @enum {string}
             */
            currency: "CNY" | "USD";
        };
        TierTargetData: {
            /**
             * @description 开发区档次 / tier of zones
             * @example 一类
             */
            tier: string;
            /** @description 项目个数、占比（1/100 %）或金额 / projects, a share in 1/100 %, or an amount */
            value: number | components["schemas"]["AnyMoneyData"];
        };
        SetTarget: {
            /**
             * @description 范围：all、zone:<编号>、county:<名称或代码>、city:<代码前四位> / scope
             * @example all
             */
            scope: string;
            /**
             * @description 月、季或年 / a month, a quarter or a year
             * @example 2026
             */
            period: string;
            /**
             * @description 签约 | 开工 | 竣工 | 投产 | 标准地占比 | 到位资金 / indicator
             * @example started
             * @enum {string}
             */
            indicator: "signed" | "started" | "completed" | "inProduction" | "standardLandShare" | "fundsArrived";
            /** @description 开工时总投资不低于此数的才计 / counted are starts with at least this total investment as at the start */
            threshold?: components["schemas"]["MoneyData"];
            /** @description 只计工业项目（GB/T 4754 门类 B、C、D）/ industry only */
            industrial?: boolean;
            /** @description 项目个数、占比（1/100 %）或金额 / projects, a share in 1/100 %, or an amount */
            value?: number | components["schemas"]["AnyMoneyData"];
            /** @description 按档次分别下达，档内每个开发区都要完成 / by tier: each zone of a tier has to reach it */
            tiers?: components["schemas"]["TierTargetData"][];
        };
        ReviseTarget: {
            /** @description 按档次下达的，写明档次 / the tier, where there are several */
            tier?: string;
            /** @description 项目个数、占比（1/100 %）或金额 / projects, a share in 1/100 %, or an amount */
            value: number | components["schemas"]["AnyMoneyData"];
            /**
             * @description 原因 / reason
             * @example 年中调整
             */
            reason: string;
            /** @description 文号 / document number */
            doc?: string;
        };
        DefinePerson: {
            /**
             * @description 姓名 / name
             * @example 张三
             */
            name: string;
            /**
             * @description 单位 / unit
             * @example 示例区人民政府
             */
            unit?: string;
            /**
             * @description 职务 / post
             * @example 副区长
             */
            post?: string;
            /**
             * @description 电话；只存于登记册，各处只显示掩码 / phone; kept in the registry only, and shown masked everywhere
             * @example 13800000000
             */
            phone?: string;
        };
        RevisePerson: {
            /**
             * @description 姓名 / name
             * @example 张三
             */
            name?: string;
            /**
             * @description 单位 / unit
             * @example 示例区人民政府
             */
            unit?: string;
            /**
             * @description 职务 / post
             * @example 区长
             */
            post?: string;
            /**
             * @description 电话；只存于登记册，各处只显示掩码 / phone; kept in the registry only, and shown masked everywhere
             * @example 13800000000
             */
            phone?: string;
            /**
             * @description 要删去的栏目 / what is to be left out from now on
             * @example [
             *       "phone"
             *     ]
             */
            remove?: ("unit" | "post" | "phone")[];
        };
        WantedRowData: {
            /**
             * Format: uuid
             * @description 项目 / the project
             */
            projectId: string;
            /**
             * Format: uuid
             * @description 接任人员，须已登记 / who is assigned; must be known
             */
            personId: string;
            /** @description 是否牵头领导；新牵头接替原牵头 / lead or co-lead; a new lead takes over from the old */
            lead: boolean;
            /**
             * Format: uuid
             * @description 同时免去的协助领导，仅用于协助领导 / the co-lead released by it; for co-leads only
             */
            replaces?: string;
        };
        PreviewReassignment: {
            /**
             * @description 任职首日 / first day held
             * @example 2026-05
             */
            from: string;
            /** @description 原因 / reason */
            reason?: string;
            /** @description 文号 / document number */
            doc?: string;
            /** @description 逐项目填写 / row by row */
            rows?: components["schemas"]["WantedRowData"][];
            /**
             * Format: uuid
             * @description 移交人：其全部包联项目 / who hands over everything they hold
             */
            fromPersonId?: string;
            /**
             * Format: uuid
             * @description 接任人 / who takes over
             */
            toPersonId?: string;
            /**
             * @description 移交范围，默认 all / of which zones
             * @example all
             */
            scope?: string;
            /** @description 只移交这些项目 / only these projects */
            projectIds?: string[];
        };
        PreviewNamedShape: {
            /** Format: uuid */
            id: string;
            name: string | null;
        };
        PreviewHolderShape: {
            /** Format: uuid */
            id: string;
            name: string | null;
            /** @enum {string} */
            role: "lead" | "coLead";
            /** @description 任期起，照填报 / the first day held, as it was reported */
            since: string;
        };
        PreviewEventShape: {
            type: string;
            data: {
                [key: string]: unknown;
            };
        };
        PreviewMessagesShape: {
            zh: string;
            en: string;
        };
        PreviewRefusalShape: {
            /** @example PersonLeadsAlready */
            code: string;
            params: {
                [key: string]: unknown;
            };
            messages: components["schemas"]["PreviewMessagesShape"];
        };
        PreviewItemShape: {
            project: components["schemas"]["PreviewNamedShape"];
            /** @description 任职首日的现任 / who holds it on the first day held */
            holders: components["schemas"]["PreviewHolderShape"][];
            person: components["schemas"]["PreviewNamedShape"];
            lead: boolean;
            replaces: components["schemas"]["PreviewNamedShape"] | null;
            /** @description 将写入的事件 / the events that it would add */
            events: components["schemas"]["PreviewEventShape"][];
            refusal: components["schemas"]["PreviewRefusalShape"] | null;
            /** @description 可原样下达的一行；不可调整为 null / what an order takes, as it stands; null where it is refused */
            row: components["schemas"]["ReassignmentRowData"] | null;
        };
        ReassignmentPreviewShape: {
            items: components["schemas"]["PreviewItemShape"][];
            possible: number;
            refused: number;
            /** @description 还有一份调整令容不下的 / there are more than one order takes */
            more: boolean;
            /** @description 任职首日 / first day held */
            from: string;
            reason?: string;
            doc?: string;
            /** Format: date */
            effectiveOn: string;
        };
        AsOfShape: {
            /** @description 已读到的最后一个事件的序号 / number of the last event seen */
            seq: number;
            /** Format: date-time */
            recordedAt: string | null;
        };
        PointShape: {
            /** @description 已读到的最后一个事件的序号 / number of the last event seen */
            seq: number;
            /** Format: date-time */
            recordedAt: string | null;
            /** Format: date */
            effectiveOn: string;
        };
        TextsShape: {
            zh: string;
            en: string;
        };
        KindShape: {
            /** @enum {string} */
            kind: "added" | "gone" | "stage" | "standing" | "slipped" | "replanned" | "reached" | "money" | "leader" | "responsible" | "registration" | "learned" | "corrected";
            label: components["schemas"]["TextsShape"];
        };
        CausingEventShape: {
            seq: number;
            /** Format: uuid */
            eventId: string;
            revision: string;
            type: string;
            label: components["schemas"]["TextsShape"];
            /** @description 发生日期（含精度） / when it happened, with its precision */
            on: string | null;
            /** Format: date-time */
            filedAt: string;
            filedAtClaimed: boolean;
            /** Format: date-time */
            recordedAt: string;
            actor: {
                [key: string]: unknown;
            };
        };
        ComparedChangeShape: {
            /** @example plan.completed */
            field: string;
            label: components["schemas"]["TextsShape"];
            /** @enum {string} */
            kind: "added" | "gone" | "stage" | "standing" | "slipped" | "replanned" | "reached" | "money" | "leader" | "responsible" | "registration";
            /** @description 文字、金额、清单或 null / text, money, a list, or null */
            from: unknown;
            /** @description 文字、金额、清单或 null / text, money, a list, or null */
            to: unknown;
            /**
             * @description 事后补报、此后入账、事后更正、期间发生 / filed after the day, recorded since, corrected after the fact, happened since
             * @enum {string}
             */
            cause: "late" | "learned" | "corrected" | "happened";
            causeLabel: components["schemas"]["TextsShape"];
            events: components["schemas"]["CausingEventShape"][];
        };
        ComparedItemShape: {
            /** Format: uuid */
            id: string;
            number: number;
            name: string | null;
            code: string | null;
            kinds: components["schemas"]["KindShape"][];
            changes: components["schemas"]["ComparedChangeShape"][];
        };
        ComparedListShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            from: components["schemas"]["PointShape"];
            to: components["schemas"]["PointShape"];
            /** @description id → name */
            names: {
                [key: string]: string | null;
            };
            items: components["schemas"]["ComparedItemShape"][];
            next: string | null;
        };
        MoneyShape: {
            /**
             * @description 分 / 1/100 of the unit, as text
             * @example 170000000000
             */
            fen: string;
            /** @example CNY */
            currency: string;
        };
        SummedStageShape: {
            /** @description 项目数；已并入其他项目的不计 / projects; what was merged is none */
            projects: number;
            /** @description 打包口径：打包项目的拆分部分不单独计数 / projects that are no part of a package */
            packages: number;
            /** @description 即 projects / the same as projects */
            count: number;
            suspended: number;
            exited: number;
            totalInvestment: components["schemas"]["MoneyShape"];
            investedThisYear: components["schemas"]["MoneyShape"];
            invested: components["schemas"]["MoneyShape"];
            /** @enum {string} */
            stage: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
        };
        SummedPointShape: {
            /** @description 已读到的最后一个事件的序号 / number of the last event seen */
            seq: number;
            /** Format: date-time */
            recordedAt: string | null;
            /** Format: date */
            effectiveOn: string;
            /** @description 项目数；已并入其他项目的不计 / projects; what was merged is none */
            projects: number;
            /** @description 打包口径：打包项目的拆分部分不单独计数 / projects that are no part of a package */
            packages: number;
            /** @description 即 projects / the same as projects */
            count: number;
            suspended: number;
            exited: number;
            totalInvestment: components["schemas"]["MoneyShape"];
            investedThisYear: components["schemas"]["MoneyShape"];
            invested: components["schemas"]["MoneyShape"];
            stages: components["schemas"]["SummedStageShape"][];
        };
        SummedShape: {
            /** @description 项目数；已并入其他项目的不计 / projects; what was merged is none */
            projects: number;
            /** @description 打包口径：打包项目的拆分部分不单独计数 / projects that are no part of a package */
            packages: number;
            /** @description 即 projects / the same as projects */
            count: number;
            suspended: number;
            exited: number;
            totalInvestment: components["schemas"]["MoneyShape"];
            investedThisYear: components["schemas"]["MoneyShape"];
            invested: components["schemas"]["MoneyShape"];
            stages: components["schemas"]["SummedStageShape"][];
        };
        KindCountShape: {
            /** @enum {string} */
            kind: "added" | "gone" | "stage" | "standing" | "slipped" | "replanned" | "reached" | "money" | "leader" | "responsible" | "registration" | "learned" | "corrected";
            label: components["schemas"]["TextsShape"];
            projects: number;
        };
        MoveShape: {
            /** @enum {string|null} */
            from: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity" | null;
            fromLabel: components["schemas"]["TextsShape"] | null;
            /** @enum {string|null} */
            to: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity" | null;
            toLabel: components["schemas"]["TextsShape"] | null;
            projects: number;
        };
        ComparedSummaryShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            from: components["schemas"]["SummedPointShape"];
            /** @description 起点之日，按终点所知 / the first day, as known at the second point */
            between: components["schemas"]["SummedShape"];
            to: components["schemas"]["SummedPointShape"];
            /** @description to − from */
            difference: components["schemas"]["SummedShape"];
            /** @description between − from */
            learned: components["schemas"]["SummedShape"];
            /** @description to − between */
            happened: components["schemas"]["SummedShape"];
            /** @description 有变化的项目数 / projects that differ */
            projects: number;
            kinds: components["schemas"]["KindCountShape"][];
            /** @description 阶段转移；null 表示不在列 / from stage to stage; null: not listed */
            moves: components["schemas"]["MoveShape"][];
        };
        ComparedProjectShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            from: components["schemas"]["PointShape"];
            to: components["schemas"]["PointShape"];
            /** @description id → name */
            names: {
                [key: string]: string | null;
            };
            /** Format: uuid */
            id: string;
            /** @description 起点所见 / as the first point shows it */
            before: {
                [key: string]: unknown;
            };
            /** @description 起点之日，按终点所知 / the day of the first point, as known at the second */
            between: {
                [key: string]: unknown;
            };
            /** @description 终点所见 / as the second point shows it */
            after: {
                [key: string]: unknown;
            };
            kinds: components["schemas"]["KindShape"][];
            changes: components["schemas"]["ComparedChangeShape"][];
        };
        StageFiguresShape: {
            /** @description 项目数；已并入其他项目的不计 / projects; what was merged is none */
            projects: number;
            /** @description 打包口径：打包项目的拆分部分不单独计数 / projects that are no part of a package */
            packages: number;
            /** @description 即 projects / the same as projects */
            count: number;
            suspended: number;
            exited: number;
            totalInvestment: components["schemas"]["MoneyShape"];
            investedThisYear: components["schemas"]["MoneyShape"];
            invested: components["schemas"]["MoneyShape"];
            /** @enum {string} */
            stage: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
            label: components["schemas"]["TextsShape"];
            /** @description 可能已到达 / may have come as far */
            possible: number;
        };
        SeriesItemShape: {
            /** @description 项目数；已并入其他项目的不计 / projects; what was merged is none */
            projects: number;
            /** @description 打包口径：打包项目的拆分部分不单独计数 / projects that are no part of a package */
            packages: number;
            /** @description 即 projects / the same as projects */
            count: number;
            suspended: number;
            exited: number;
            totalInvestment: components["schemas"]["MoneyShape"];
            investedThisYear: components["schemas"]["MoneyShape"];
            invested: components["schemas"]["MoneyShape"];
            /**
             * Format: date
             * @description 该日终了 / at the end of this day
             */
            day: string;
            /** @description 所知至此事件；0 为尚无 / the last event known; 0: none yet */
            seq: number;
            stages: components["schemas"]["StageFiguresShape"][];
        };
        SeriesShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            items: components["schemas"]["SeriesItemShape"][];
            /** Format: date */
            effectiveOn: string;
        };
        OverdueDaysShape: {
            /** @description 对首次计划 / against the first plan */
            first: number | null;
            /** @description 对现行计划 / against the current plan */
            current: number | null;
        };
        MilestoneCellShape: {
            /** @enum {string} */
            milestone: "planned" | "lead" | "admitted" | "frameworkAgreement" | "signed" | "filed" | "landSupplied" | "landHandedOver" | "permitted" | "constructionStarted" | "inStatistics" | "completed" | "inProduction" | "atCapacity";
            /** @description 期次；null：整个项目 / null: the whole project */
            phase: string | null;
            /**
             * @description 首次计划 / the first plan
             * @example 2026-05
             */
            first: string | null;
            /** @description 现行计划 / the current plan */
            current: string | null;
            /** @description 实际 / when it was reached */
            on: string | null;
            /**
             * Format: uuid
             * @description 实际日期所在的事实 / the fact that says so
             */
            factId: string | null;
            /** @description 当日逾期天数 / days overdue on the day */
            overdue: components["schemas"]["OverdueDaysShape"] | null;
        };
        FiguresCellShape: {
            /** @example 2026-10 */
            period: string;
            phase: string | null;
            /** Format: uuid */
            unitId: string | null;
            inPeriod: components["schemas"]["MoneyShape"] | null;
            cumulativeInYear: components["schemas"]["MoneyShape"] | null;
            cumulative: components["schemas"]["MoneyShape"] | null;
            /** Format: uuid */
            factId: string;
        };
        YearCellsShape: {
            year: number;
            /** @description 年度计划投资 / the annual plan */
            planned: components["schemas"]["MoneyShape"] | null;
            /** @description 当年各期所报 / as reported, period by period */
            figures: components["schemas"]["FiguresCellShape"][];
        };
        LastReportShape: {
            /** @example 2026-10 */
            period: string;
            text: string;
            /** Format: date */
            filedOn: string;
            /** Format: uuid */
            factId: string;
        };
        FoundShape: {
            id: string;
            code: string;
            explained: boolean;
        };
        ColumnsItemShape: {
            /** Format: uuid */
            id: string;
            /**
             * @description 版本，可作 If-Match / for If-Match
             * @example 12
             */
            revision: string;
            milestones: components["schemas"]["MilestoneCellShape"][];
            /** @description effectiveOn 所在年 / of the year of effectiveOn */
            year: components["schemas"]["YearCellsShape"];
            lastReport: components["schemas"]["LastReportShape"] | null;
            /** @description 当日缺报月数 / months not reported when due */
            missedReports: number;
            findings: components["schemas"]["FoundShape"][];
        };
        ColumnsShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            items: components["schemas"]["ColumnsItemShape"][];
        };
        ProjectItemShape: {
            /** Format: uuid */
            id: string;
            /** @description 入库次序 / order of entry */
            number: number;
            code: string | null;
            name: string;
            zoneId: string;
            zoneName: string | null;
            builder: string | null;
            /** @enum {string} */
            stage: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
            /** @description 开发区自己的叫法优先 / the zone’s own word where it has one */
            stageLabel: components["schemas"]["TextsShape"];
            /** @description 开发区自己对角色的叫法 / what the zone calls roles by its own words */
            roleLabels?: {
                [key: string]: components["schemas"]["TextsShape"];
            };
            /**
             * @description 仅为可能的更远阶段 / further, but only possible
             * @enum {string}
             */
            possibleStage?: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
            /** @enum {string} */
            standing: "active" | "suspended" | "exited";
            leaderId: string | null;
            leaderName: string | null;
            coLeaderIds: string[];
            coLeaderNames: string[];
            responsiblePersonId: string | null;
            responsiblePersonName: string | null;
            agentUnitId: string | null;
            agentUnitName: string | null;
            /** @description 所属打包项目 / the package that it is a part of */
            partOf: string | null;
            /** @description edition, code (GB/T 4754) */
            industry: {
                [key: string]: unknown;
            } | null;
            /** @description domestic 内资 | foreign 外资 */
            capital: string | null;
            responsibleUnitId: string | null;
            responsibleUnitName: string | null;
            totalInvestment: components["schemas"]["MoneyShape"] | null;
            /** @description effectiveOn 当年 / of the year of effectiveOn */
            investedThisYear: components["schemas"]["MoneyShape"];
            invested: components["schemas"]["MoneyShape"];
        };
        ProjectListShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            items: components["schemas"]["ProjectItemShape"][];
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            /** Format: date */
            effectiveOn: string;
        };
        NamedShape: {
            id: string;
            name: string | null;
        };
        StageCountShape: {
            /** @enum {string} */
            stage: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
            count: number;
            /** @description 可能已到达 / may have come as far */
            possible: number;
        };
        ZoneFiguresShape: {
            /** @description 项目数；已并入其他项目的不计 / projects; what was merged is none */
            projects: number;
            /** @description 打包口径：打包项目的拆分部分不单独计数 / projects that are no part of a package */
            packages: number;
            /** @description 即 projects / the same as projects */
            count: number;
            suspended: number;
            exited: number;
            totalInvestment: components["schemas"]["MoneyShape"];
            investedThisYear: components["schemas"]["MoneyShape"];
            invested: components["schemas"]["MoneyShape"];
            zone: components["schemas"]["NamedShape"];
            stages: components["schemas"]["StageCountShape"][];
        };
        SummaryShape: {
            /** @description 项目数；已并入其他项目的不计 / projects; what was merged is none */
            projects: number;
            /** @description 打包口径：打包项目的拆分部分不单独计数 / projects that are no part of a package */
            packages: number;
            /** @description 即 projects / the same as projects */
            count: number;
            suspended: number;
            exited: number;
            totalInvestment: components["schemas"]["MoneyShape"];
            investedThisYear: components["schemas"]["MoneyShape"];
            invested: components["schemas"]["MoneyShape"];
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            stages: components["schemas"]["StageFiguresShape"][];
            zones: components["schemas"]["ZoneFiguresShape"][];
        };
        LedShape: {
            /** @description 项目数；已并入其他项目的不计 / projects; what was merged is none */
            projects: number;
            /** @description 打包口径：打包项目的拆分部分不单独计数 / projects that are no part of a package */
            packages: number;
            /** @description 即 projects / the same as projects */
            count: number;
            suspended: number;
            exited: number;
            totalInvestment: components["schemas"]["MoneyShape"];
            investedThisYear: components["schemas"]["MoneyShape"];
            invested: components["schemas"]["MoneyShape"];
            /** @description 作为 leadId 筛选即得其项目：牵头领导编号；nobody 无人牵头；none 无需牵头（已退出，或当日尚未入库） / as filter leadId it lists these projects: who leads, nobody, or none where nobody has to */
            leadId: string;
            /** @description 无人牵头、无需牵头为空 / null where nobody leads */
            leader: components["schemas"]["NamedShape"] | null;
        };
        SummaryByLeaderShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @description 项目多者在前，无人牵头、无需牵头在后；各项目只计入牵头领导，合计即汇总 / most projects first, what nobody leads last; a project counts for its lead alone, so that they add up to the summary */
            items: components["schemas"]["LedShape"][];
        };
        ChosenShape: {
            id: string;
            label: components["schemas"]["TextsShape"];
        };
        MergedIntoShape: {
            project: components["schemas"]["NamedShape"];
            reason: string;
            /** Format: date */
            filedOn: string;
            /**
             * Format: uuid
             * @description 事实编号 / id of the fact
             */
            factId: string;
        };
        SplitFromShape: {
            project: components["schemas"]["NamedShape"];
            /** @description 占总投资的份额，万分之一 / share of the total, in 1/100 % */
            share: number | null;
            /** Format: date */
            filedOn: string;
            /**
             * Format: uuid
             * @description 事实编号 / id of the fact
             */
            factId: string;
        };
        PartShape: {
            id: string;
            name: string | null;
            /** @description 占总投资的份额，万分之一 / share of the total, in 1/100 % */
            share: number | null;
        };
        BuilderShape: {
            name: string;
            creditCode?: string;
        };
        IndustryShape: {
            /**
             * @description GB/T 4754 版本 / edition
             * @example 2017
             */
            edition: string;
            /** @example C2651 */
            code: string;
        };
        RegistrationChangeShape: {
            /** @example totalInvestment */
            field: string;
            label: components["schemas"]["TextsShape"];
            /** @description 变更后的值 / the value from then on */
            value: unknown;
            zone?: components["schemas"]["NamedShape"];
            reason?: string;
            doc?: string;
            /**
             * Format: date
             * @description 自填报日起 / it holds from the day it was filed
             */
            filedOn: string;
            /**
             * Format: uuid
             * @description 事实编号 / id of the fact
             */
            factId: string;
        };
        RegistrationShape: {
            name: string;
            code: string | null;
            zone: components["schemas"]["NamedShape"];
            /** @description new | expansion | renovation | relocation | restoration */
            nature: components["schemas"]["ChosenShape"] | null;
            content: string | null;
            builder: components["schemas"]["BuilderShape"] | null;
            industry: components["schemas"]["IndustryShape"] | null;
            /** @description domestic | foreign */
            capital: components["schemas"]["ChosenShape"] | null;
            totalInvestment: components["schemas"]["MoneyShape"] | null;
            place: string | null;
            source: string | null;
            /** Format: date */
            filedOn: string;
            /**
             * Format: uuid
             * @description 事实编号 / id of the fact
             */
            factId: string;
            changes: components["schemas"]["RegistrationChangeShape"][];
        };
        PhaseMilestoneShape: {
            milestone: string;
            label: components["schemas"]["TextsShape"];
            /**
             * @description 带精度的日期 / a date with its precision
             * @example 2026-05
             */
            on: string;
            /** @example 2026年5月 */
            onText: string;
            /**
             * Format: uuid
             * @description 事实编号 / id of the fact
             */
            factId: string;
        };
        PhaseShape: {
            /** @example 一期 */
            phase: string;
            stage: string;
            stageLabel: components["schemas"]["TextsShape"];
            possibleStage?: string;
            milestones: components["schemas"]["PhaseMilestoneShape"][];
        };
        ReachedShape: {
            milestone: string;
            label: components["schemas"]["TextsShape"];
            /**
             * @description 带精度的日期 / a date with its precision
             * @example 2018-05
             */
            on: string;
            /** @example 2018年5月 */
            onText: string;
            phase?: string;
            /** @description 节点的其他内容 / what else it says */
            details: {
                [key: string]: unknown;
            };
            /** Format: date */
            filedOn: string;
            /** Format: uuid */
            factId: string;
        };
        StandingStepShape: {
            /** @enum {string} */
            standing: "active" | "suspended" | "exited";
            label: components["schemas"]["TextsShape"];
            /**
             * Format: date
             * @description 自此日确定 / the day from which it is certain
             */
            from: string;
            /** @description 带精度的日期 / a date with its precision */
            on: string;
            /** Format: uuid */
            factId: string;
        };
        FrameworkAgreementShape: {
            /**
             * @description 带精度的日期 / a date with its precision
             * @example 2026-05
             */
            on: string;
            /** @example 2026年5月 */
            onText: string;
            /** @description 期次 / phase; absent: the whole project */
            phase?: string;
            /** Format: date */
            filedOn: string;
            /**
             * Format: uuid
             * @description 事实编号 / id of the fact
             */
            factId: string;
        };
        AgreedShape: {
            /**
             * @description 约定 / agreed for
             * @example 2026-05
             */
            agreed: string | null;
            /**
             * @description 实际 / when it came about
             * @example 2026-05
             */
            actual: string | null;
            /** @description 自约定日止至实际或所问之日 / days from the end of what was agreed to when it happened, or to the day asked for */
            daysLate: number | null;
        };
        ContractShape: {
            /**
             * @description 带精度的日期 / a date with its precision
             * @example 2026-05
             */
            on: string;
            /** @example 2026年5月 */
            onText: string;
            /** @description 期次 / phase; absent: the whole project */
            phase?: string;
            /** Format: date */
            filedOn: string;
            /**
             * Format: uuid
             * @description 事实编号 / id of the fact
             */
            factId: string;
            contractNo: string | null;
            contractAmount: components["schemas"]["MoneyShape"] | null;
            start: components["schemas"]["AgreedShape"];
            production: components["schemas"]["AgreedShape"];
        };
        LandShape: {
            /**
             * @description 带精度的日期 / a date with its precision
             * @example 2026-05
             */
            on: string;
            /** @example 2026年5月 */
            onText: string;
            /** @description 期次 / phase; absent: the whole project */
            phase?: string;
            /** Format: date */
            filedOn: string;
            /**
             * Format: uuid
             * @description 事实编号 / id of the fact
             */
            factId: string;
            /** @description auction | agreement | allocation | lease | leaseFirst | equity | flexibleTerm */
            mode: components["schemas"]["ChosenShape"];
            /** @description 0.01 ㎡ */
            area: number;
            /** @description 年 / years */
            termYears: number | null;
            contractNo: string | null;
            parcelId: string | null;
            /** @description 标准地 / standard land; null: nobody said */
            standardLand: boolean | null;
            /** @description 交地 / hand-over */
            handover: components["schemas"]["AgreedShape"];
            /** @description 开工 / start */
            start: components["schemas"]["AgreedShape"];
            /** @description 竣工 / completion */
            completion: components["schemas"]["AgreedShape"];
        };
        PermitNameShape: {
            id: string;
            name: string | null;
            group: string | null;
        };
        PermitStepShape: {
            /**
             * Format: date
             * @description 自此日确定 / the day from which it is certain
             */
            from: string;
            /**
             * @description 带精度的日期 / a date with its precision
             * @example 2026-05
             */
            on: string | null;
            /** @enum {string} */
            state: "notNeeded" | "notStarted" | "inProgress" | "done";
            /**
             * Format: uuid
             * @description 事实编号 / id of the fact
             */
            factId: string;
        };
        PermitShape: {
            catalogue: components["schemas"]["NamedShape"];
            item: components["schemas"]["PermitNameShape"];
            /** @description 期次 / phase; absent: the whole project */
            phase?: string;
            /** @description notNeeded | notStarted | inProgress | done */
            state: components["schemas"]["ChosenShape"];
            /** Format: date */
            since: string;
            /** @description 自首次办理中（无则首次填报）至办结或所问之日 / days since it was begun, until it was done */
            elapsedDays: number | null;
            /** @description 填报单位 / who filed it */
            unit: components["schemas"]["NamedShape"] | null;
            steps: components["schemas"]["PermitStepShape"][];
        };
        PlanMoveShape: {
            /** @example 2026-05 */
            from: string;
            to: string;
            /**
             * @description later 即推迟 / a slip
             * @enum {string}
             */
            direction: "later" | "earlier" | "vaguer";
            /** @description 重新填报的计划没有 / absent where it was filed anew */
            reason?: string;
            /** Format: uuid */
            factId: string;
        };
        PlanShape: {
            milestone: string;
            label: components["schemas"]["TextsShape"];
            phase?: string;
            /** @description 最初计划，永远保留 / the first plan, kept for ever */
            baseline: string;
            current: string;
            moves: components["schemas"]["PlanMoveShape"][];
            /** @description 历次填报的计划 / the plans as they were filed */
            factIds: string[];
        };
        YearPlanShape: {
            /** @example 2026 */
            year: number;
            quarter?: number;
            investment?: components["schemas"]["MoneyShape"];
            goal?: string;
            /** @description 期次 / phase; absent: the whole project */
            phase?: string;
            doc?: string;
            note?: string;
            /** Format: date */
            filedOn: string;
            /**
             * Format: uuid
             * @description 事实编号 / id of the fact
             */
            factId: string;
        };
        QuarterShape: {
            quarter: number;
            /** @description 按填报次序 / in the order of filing */
            plans: components["schemas"]["YearPlanShape"][];
            /** @description 各分期（含未分期）最后一次计划之和；null：无计划 / the last plan of each phase, added up */
            planned: components["schemas"]["MoneyShape"] | null;
            /** @description 该季填报的完成投资；null：未填报 / reported for the quarter */
            invested: components["schemas"]["MoneyShape"] | null;
        };
        YearShape: {
            /** @example 2026 */
            year: number;
            /** @description 按填报次序 / in the order of filing */
            plans: components["schemas"]["YearPlanShape"][];
            /** @description 各分期（含未分期）最后一次计划之和；null：无计划 / the last plan of each phase, added up */
            planned: components["schemas"]["MoneyShape"] | null;
            /** @description 该年填报的完成投资；null：未填报 / reported for the year */
            invested: components["schemas"]["MoneyShape"] | null;
            quarters: components["schemas"]["QuarterShape"][];
        };
        ReportShape: {
            /**
             * @description 带精度的日期 / a date with its precision
             * @example 2026-05
             */
            period: string;
            periodText: string;
            /** @description 期次 / phase; absent: the whole project */
            phase?: string;
            /** @description 填报单位 / who filed it */
            unit: components["schemas"]["NamedShape"] | null;
            /**
             * @description 填报当日该单位的身份 / what the unit was on the day it filed
             * @enum {string|null}
             */
            role: "responsibleUnit" | "agentUnit" | null;
            text: string | null;
            nextSteps: string | null;
            difficulties: string | null;
            inPeriod: components["schemas"]["MoneyShape"] | null;
            cumulativeInYear: components["schemas"]["MoneyShape"] | null;
            cumulative: components["schemas"]["MoneyShape"] | null;
            /** Format: date */
            filedOn: string;
            factIds: string[];
        };
        ArrivalShape: {
            /**
             * @description 带精度的日期 / a date with its precision
             * @example 2026-05
             */
            on: string;
            /** @example 2026年5月 */
            onText: string;
            /** @description 期次 / phase; absent: the whole project */
            phase?: string;
            /** Format: date */
            filedOn: string;
            /**
             * Format: uuid
             * @description 事实编号 / id of the fact
             */
            factId: string;
            amount: components["schemas"]["MoneyShape"];
        };
        FundsShape: {
            arrivals: components["schemas"]["ArrivalShape"][];
            /** @description 分币种合计，不相加 / one sum for each currency */
            sums: components["schemas"]["MoneyShape"][];
        };
        TakenOffShape: {
            reason: string;
            /** Format: date */
            filedOn: string;
            /**
             * Format: uuid
             * @description 事实编号 / id of the fact
             */
            factId: string;
        };
        KeyListingShape: {
            year: number;
            /** @description province | city | county */
            level: components["schemas"]["ChosenShape"];
            /** @description newStart | continued | mustProduce | preparatory | completing */
            category: components["schemas"]["ChosenShape"];
            doc?: string;
            /** @description 移出 / taken off */
            removed: components["schemas"]["TakenOffShape"] | null;
            /** Format: date */
            filedOn: string;
            /**
             * Format: uuid
             * @description 事实编号 / id of the fact
             */
            factId: string;
        };
        VisitShape: {
            /**
             * @description 带精度的日期 / a date with its precision
             * @example 2026-05
             */
            on: string;
            /** @example 2026年5月 */
            onText: string;
            /** @description 期次 / phase; absent: the whole project */
            phase?: string;
            /** Format: date */
            filedOn: string;
            /**
             * Format: uuid
             * @description 事实编号 / id of the fact
             */
            factId: string;
            person: components["schemas"]["NamedShape"];
            /** @description 走访发现 / what was found */
            found?: string;
            /** @description 帮扶内容 / what was done */
            text?: string;
        };
        TenureShape: {
            /** @enum {string} */
            role: "lead" | "coLead" | "responsiblePerson" | "responsibleUnit" | "agentUnit";
            /** @description 开发区自己的叫法优先 / the zone’s own word where it has one */
            roleLabel: components["schemas"]["TextsShape"];
            holder: components["schemas"]["NamedShape"];
            /** @description 与他人并任 / held beside others */
            joint: boolean;
            from: string;
            /** Format: date */
            fromDay: string;
            /**
             * Format: date
             * @description 首个不在任日 / first day not held
             */
            until: string | null;
            /** @description 文号 / document number */
            doc?: string;
            /**
             * Format: uuid
             * @description 任命它的事实 / the fact that it began by
             */
            factId: string;
        };
        ExplanationShape: {
            text: string;
            /** Format: uuid */
            factId: string;
            /** Format: date */
            filedOn: string;
        };
        FindingShape: {
            /**
             * @description 说明时引用 / what an explanation names
             * @example FiledLate/<factId>
             */
            id: string;
            /** @enum {string} */
            code: "StartedBeforeLand" | "StartedBeforePermit" | "CompletedBeforeStarted" | "StartWithoutDate" | "ResumedBeforeSuspended" | "InvestmentBeforeStart" | "CumulativeAboveTotal" | "CumulativeFell" | "CumulativeWithoutHistory" | "PeriodsOverlap" | "SameNumberTwice" | "SameTextTwice" | "FiledLate" | "NoReportForPeriod" | "PlanSlipped" | "ContractStartOverdue" | "LandIdleOneYear" | "LandIdleTwoYears" | "PermitLapsed" | "RoleHeldTwice" | "ReleaseWithoutTenure";
            /** @description 依据的事实 / the facts behind it */
            factIds: string[];
            params: {
                [key: string]: unknown;
            };
            /**
             * Format: date
             * @description 依此可见之日 / found on this evidence since
             */
            since: string;
            explanation: components["schemas"]["ExplanationShape"] | null;
            messages: components["schemas"]["TextsShape"];
        };
        MoreShape: {
            reports: number;
            /** @description funds.arrivals */
            arrivals: number;
            siteVisits: number;
            helpActions: number;
        };
        ProjectPageShape: {
            /** Format: uuid */
            id: string;
            /** @description 入库次序 / order of entry */
            number: number;
            code: string | null;
            name: string;
            zoneId: string;
            zoneName: string | null;
            builder: string | null;
            /** @enum {string} */
            stage: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
            /** @description 开发区自己的叫法优先 / the zone’s own word where it has one */
            stageLabel: components["schemas"]["TextsShape"];
            /** @description 开发区自己对角色的叫法 / what the zone calls roles by its own words */
            roleLabels?: {
                [key: string]: components["schemas"]["TextsShape"];
            };
            /**
             * @description 仅为可能的更远阶段 / further, but only possible
             * @enum {string}
             */
            possibleStage?: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
            /**
             * @description 另有：voided 已作废，merged 已并入，withdrawn 登记已撤销 / also voided, merged, and withdrawn: the registration was revoked
             * @enum {string}
             */
            standing: "active" | "suspended" | "exited" | "voided" | "merged" | "withdrawn";
            leaderId: string | null;
            leaderName: string | null;
            coLeaderIds: string[];
            coLeaderNames: string[];
            responsiblePersonId: string | null;
            responsiblePersonName: string | null;
            agentUnitId: string | null;
            agentUnitName: string | null;
            /** @description 所属打包项目 / the package that it is a part of */
            partOf: string | null;
            /** @description edition, code (GB/T 4754) */
            industry: {
                [key: string]: unknown;
            } | null;
            /** @description domestic 内资 | foreign 外资 */
            capital: string | null;
            responsibleUnitId: string | null;
            responsibleUnitName: string | null;
            totalInvestment: components["schemas"]["MoneyShape"] | null;
            /** @description effectiveOn 当年 / of the year of effectiveOn */
            investedThisYear: components["schemas"]["MoneyShape"];
            invested: components["schemas"]["MoneyShape"];
            /** @description project | package | part | nothing */
            countedAs: components["schemas"]["ChosenShape"];
            mergedInto: components["schemas"]["MergedIntoShape"] | null;
            splitFrom: components["schemas"]["SplitFromShape"] | null;
            /** @description 拆分出的项目 / projects split from this one */
            parts: components["schemas"]["PartShape"][];
            /** @description 并入本项目的项目 / projects merged into this one */
            mergedHere: components["schemas"]["NamedShape"][];
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            standingLabel: components["schemas"]["TextsShape"];
            revision: string;
            /** @description 所问之日的登记内容及历次变更 / as of the day, with each change */
            registration: components["schemas"]["RegistrationShape"] | null;
            /** @description 各期各自的阶段；项目只计一次 / each phase; the project counts once */
            phases: components["schemas"]["PhaseShape"][];
            milestones: components["schemas"]["ReachedShape"][];
            /** @description 停工、复工、退出 / suspended, resumed, exited */
            standings: components["schemas"]["StandingStepShape"][];
            /** @description 框架协议，不算签约 / no signing */
            frameworkAgreements: components["schemas"]["FrameworkAgreementShape"][];
            contracts: components["schemas"]["ContractShape"][];
            land: components["schemas"]["LandShape"][];
            permits: components["schemas"]["PermitShape"][];
            plans: components["schemas"]["PlanShape"][];
            /** @description 年度、季度计划与填报投资 / plans of years and quarters against the money */
            years: components["schemas"]["YearShape"][];
            reports: components["schemas"]["ReportShape"][];
            funds: components["schemas"]["FundsShape"];
            keyLists: components["schemas"]["KeyListingShape"][];
            siteVisits: components["schemas"]["VisitShape"][];
            helpActions: components["schemas"]["VisitShape"][];
            tenures: components["schemas"]["TenureShape"][];
            findings: components["schemas"]["FindingShape"][];
            /** @description 各列表未列出的条数；全部见 timeline 和 export / how many older entries of each list are on the timeline and in the export only */
            more: components["schemas"]["MoreShape"];
        };
        ActorShape: {
            id: string;
            /** @example coordinator */
            role: string;
            unit?: string;
        };
        SourceShape: {
            /**
             * @description 其他程序写入的可以没有 / another program need not say it
             * @enum {string}
             */
            kind?: "api" | "screen" | "demo" | "import";
            batch?: string;
            file?: string;
            /** @description 表头为第 1 行 / the header is row 1 */
            row?: number;
            columns?: string[];
        };
        ChangeShape: {
            /** @example stage */
            field: string;
            /** @description 此前 / before; null: nothing */
            from: unknown;
            /** @description 此后 / after */
            to: unknown;
        };
        TimelineItemShape: {
            /** @description 全台账的序号，从 1 起 / number in the whole ledger, from 1 */
            seq: number;
            /**
             * @description 在其流中的版本 / revision in its stream
             * @example 3
             */
            revision: string;
            /** @example ProjectSigned */
            type: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            filedAt: string;
            /** @description 填报时间为来源自述 / the filing time is a claim of the source */
            filedAtClaimed: boolean;
            actor: components["schemas"]["ActorShape"];
            source: components["schemas"]["SourceShape"];
            /** Format: uuid */
            id: string;
            data: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            status: "effective" | "corrected" | "revoked";
            /** Format: uuid */
            correctedBy?: string;
            /** Format: uuid */
            revokedBy?: string;
            changes: components["schemas"]["ChangeShape"][];
            /** Format: uuid */
            commandId: string;
        };
        TimelineShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            items: components["schemas"]["TimelineItemShape"][];
        };
        StoredEventShape: {
            /** @description 全台账的序号，从 1 起 / number in the whole ledger, from 1 */
            seq: number;
            /** @example project-0197b2f0-6c1e-7a43-9d2e-3f4a5b6c7d8e */
            stream: string;
            /**
             * @description 在其流中的版本 / revision in its stream
             * @example 3
             */
            revision: string;
            /** @example ProjectSigned */
            type: string;
            /** Format: uuid */
            id: string;
            data: {
                [key: string]: unknown;
            };
            /** @description recordedAt、filedAt、actor、source、commandId 等 / and so on */
            metadata: {
                [key: string]: unknown;
            };
        };
        ProjectEventsShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            items: components["schemas"]["StoredEventShape"][];
        };
        FactShape: {
            /** Format: uuid */
            id: string;
            type: string;
            label: components["schemas"]["TextsShape"];
            data: {
                [key: string]: unknown;
            };
            /** Format: date */
            filedOn: string;
            revision: string;
            /** Format: uuid */
            correctedBy?: string;
        };
        FactsShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            items: components["schemas"]["FactShape"][];
            /** @description 共几条 / how many in all */
            total: number;
        };
        FactAtShape: {
            /** Format: uuid */
            id: string;
            type: string;
            label: components["schemas"]["TextsShape"];
            data: {
                [key: string]: unknown;
            };
            /** Format: date */
            filedOn: string;
            revision: string;
            /** Format: uuid */
            correctedBy?: string;
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
        };
        HappenedShape: {
            /** @example 2018-05 */
            date: string;
            /** @enum {string} */
            precision: "day" | "tenDays" | "month" | "quarter" | "year" | "unknown";
            text: components["schemas"]["TextsShape"];
        };
        MendedShape: {
            /** Format: uuid */
            eventId: string;
            seq: number;
            type: string;
            label: components["schemas"]["TextsShape"];
        };
        StepChangeShape: {
            /** @example reached.constructionStarted */
            field: string;
            label: components["schemas"]["TextsShape"];
            /** @description 此前 / before; null: nothing */
            from: unknown;
            /** @description 此后 / after */
            to: unknown;
        };
        StateAfterShape: {
            /**
             * Format: date
             * @description 该步之日 / the day of the step
             */
            day: string;
            /** @enum {string} */
            standing: "active" | "suspended" | "exited" | "voided" | "merged" | "withdrawn" | "unregistered";
            standingLabel: components["schemas"]["TextsShape"];
            name: string | null;
            code: string | null;
            zoneId: string | null;
            stage: string | null;
            possibleStage?: string;
            leaderId: string | null;
            coLeaderIds: string[];
            responsiblePersonId: string | null;
            responsibleUnitId: string | null;
            agentUnitId: string | null;
            totalInvestment: components["schemas"]["MoneyShape"] | null;
            investedThisYear: components["schemas"]["MoneyShape"] | null;
            invested: components["schemas"]["MoneyShape"] | null;
        };
        ReplayStepShape: {
            /** @description 全台账的序号，从 1 起 / number in the whole ledger, from 1 */
            seq: number;
            /**
             * @description 在其流中的版本 / revision in its stream
             * @example 3
             */
            revision: string;
            /** @example ProjectSigned */
            type: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            filedAt: string;
            /** @description 填报时间为来源自述 / the filing time is a claim of the source */
            filedAtClaimed: boolean;
            actor: components["schemas"]["ActorShape"];
            source: components["schemas"]["SourceShape"];
            step: number;
            /** Format: uuid */
            eventId: string;
            label: components["schemas"]["TextsShape"];
            data: {
                [key: string]: unknown;
            };
            /** @description 发生时间，按填报的精度 / when it happened, as reported */
            on: components["schemas"]["HappenedShape"] | null;
            /** Format: uuid */
            commandId: string;
            /** @description 所更正或撤销的事件 / what it corrects or takes back */
            mends?: components["schemas"]["MendedShape"];
            changes: components["schemas"]["StepChangeShape"][];
            /** @description 该步之日台账所示 / what the ledger showed on the day of the step */
            after: components["schemas"]["StateAfterShape"];
        };
        ReplayShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            /** @enum {string} */
            by: "recorded" | "filed";
            /** @description by=filed 所据 / what by=filed rests on */
            note?: components["schemas"]["TextsShape"];
            items: components["schemas"]["ReplayStepShape"][];
            /** @description 事件总数 / events in all */
            total: number;
        };
        AgainstShape: {
            /** @description 对现行计划 / against the current plan */
            current: number;
            /** @description 对首次计划 / against the first plan */
            first: number;
        };
        HeldPostShape: {
            /** @description 当日的名称 / the unit by its name of the day */
            unit: components["schemas"]["NamedShape"];
            post: string;
            /** @description 所填的起始时间 / since when as it was filed */
            since: string;
        };
        LeaderItemShape: {
            /** @description 任期内逾期天数，各节点相加 / overdue days, added up over milestones */
            overdueDays: components["schemas"]["AgainstShape"];
            /** @description 任期内计划推迟次数 / plans moved later */
            slips: number;
            /** @description 任期内到期仍缺的月报 / months due that are still not reported */
            missedReports: number;
            /** @description 当日逾期的项目数 / projects overdue on the day */
            overdueProjects: components["schemas"]["AgainstShape"];
            siteVisits: number;
            helpActions: number;
            /** Format: date */
            lastSiteVisit: string | null;
            /** @description null 为无人 / null: nobody */
            id: string | null;
            name: string | null;
            /** @description 仅在“无人”一行 / in the row of nobody only */
            nobody?: components["schemas"]["TextsShape"];
            /** @description 按 knownAt 所知当日所任职务中最近的；所知从未任命的，为登记簿现在所写 / of the latest post held on the day, as known at knownAt; of whom no appointment is known then, as the registry has it now */
            unit: string | null;
            /** @description 按 knownAt 所知当日所任职务中最近的；所知从未任命的，为登记簿现在所写 / of the latest post held on the day, as known at knownAt; of whom no appointment is known then, as the registry has it now */
            post: string | null;
            /** @description 当日所任职务，按 knownAt 所知 / posts held on the day, as known at knownAt */
            posts: components["schemas"]["HeldPostShape"][];
            /** @description 当日牵头的项目数 / projects led on the day */
            lead: number;
            /** @description 当日协助的项目数 / projects co-led on the day */
            coLead: number;
            /** @description 当日负责的项目数 / projects held on the day */
            projects: number;
            /** @description 当日负责的项目各到哪个阶段 / how far the projects held are */
            stages: components["schemas"]["StageCountShape"][];
            /**
             * Format: date
             * @description 当日负责的项目最近一次填报之日，不论谁在任 / when any project held was last reported, whoever held it then
             */
            lastReport: string | null;
        };
        LeaderListShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            /** Format: date */
            effectiveOn: string;
            items: components["schemas"]["LeaderItemShape"][];
        };
        MonthsShape: {
            /** @example 2018-04 */
            first: string;
            /** @example 2018-06 */
            last: string;
            count: number;
        };
        ChargeShape: {
            /** @enum {string} */
            kind: "overdueFirst" | "overdueCurrent" | "slip" | "missedReport";
            label: components["schemas"]["TextsShape"];
            /** @enum {string} */
            role: "lead" | "coLead" | "responsiblePerson" | "responsibleUnit" | "agentUnit";
            /** @enum {string|null} */
            milestone: "planned" | "lead" | "admitted" | "frameworkAgreement" | "signed" | "filed" | "landSupplied" | "landHandedOver" | "permitted" | "constructionStarted" | "inStatistics" | "completed" | "inProduction" | "atCapacity" | null;
            milestoneLabel: components["schemas"]["TextsShape"] | null;
            phase: string | null;
            /**
             * Format: date
             * @description 本任期内首日 / its first day in this tenure
             */
            since: string;
            /**
             * Format: date
             * @description 其后首日；null 为当日仍在 / the first day after it; null: it lasts
             */
            until: string | null;
            /**
             * Format: date
             * @description 全程首日，不论谁在任 / its first day, whoever held the role then
             */
            begun: string;
            /** @description 本任期内逾期天数，或推迟天数 / overdue days in this tenure, or days of a slip */
            days?: number;
            /** @description 全程逾期天数 / overdue days, whoever held the role */
            daysInAll?: number;
            /** @description 逾期的计划 / the plan that is overdue */
            plan?: string;
            /** @description 推迟前的计划 / the plan before the slip */
            from?: string;
            /** @description 推迟后的计划 / the plan after it */
            to?: string;
            /** @description 该节点第几次推迟 / the how many-th slip of the milestone */
            nth?: number;
            months?: components["schemas"]["MonthsShape"];
            /** @description 所依据的事实 / the facts behind it */
            factIds: string[];
        };
        UnheldShape: {
            /** Format: uuid */
            id: string;
            /** @description 入库次序 / order of entry */
            number: number;
            code: string | null;
            name: string;
            zoneId: string;
            zoneName: string | null;
            builder: string | null;
            /** @enum {string} */
            stage: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
            /** @description 开发区自己的叫法优先 / the zone’s own word where it has one */
            stageLabel: components["schemas"]["TextsShape"];
            /** @description 开发区自己对角色的叫法 / what the zone calls roles by its own words */
            roleLabels?: {
                [key: string]: components["schemas"]["TextsShape"];
            };
            /**
             * @description 仅为可能的更远阶段 / further, but only possible
             * @enum {string}
             */
            possibleStage?: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
            /** @enum {string} */
            standing: "active" | "suspended" | "exited";
            leaderId: string | null;
            leaderName: string | null;
            coLeaderIds: string[];
            coLeaderNames: string[];
            responsiblePersonId: string | null;
            responsiblePersonName: string | null;
            agentUnitId: string | null;
            agentUnitName: string | null;
            /** @description 所属打包项目 / the package that it is a part of */
            partOf: string | null;
            /** @description edition, code (GB/T 4754) */
            industry: {
                [key: string]: unknown;
            } | null;
            /** @description domestic 内资 | foreign 外资 */
            capital: string | null;
            responsibleUnitId: string | null;
            responsibleUnitName: string | null;
            totalInvestment: components["schemas"]["MoneyShape"] | null;
            /** @description effectiveOn 当年 / of the year of effectiveOn */
            investedThisYear: components["schemas"]["MoneyShape"];
            invested: components["schemas"]["MoneyShape"];
            /** @enum {string} */
            role: "lead" | "coLead" | "responsiblePerson" | "responsibleUnit" | "agentUnit";
            /** @description 任期起，照填报 / the first day held, as it was reported */
            since: string;
            /** @description 当日逾期，不论谁造成 / overdue on the day, whoever let it slip */
            overdue: components["schemas"]["ChargeShape"][];
            /** @description 至当日无人的天数 / days unheld up to the day */
            unheldDays: number;
        };
        NobodyPageShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            /** Format: date */
            effectiveOn: string;
            /** @description 任期内逾期天数，各节点相加 / overdue days, added up over milestones */
            overdueDays: components["schemas"]["AgainstShape"];
            /** @description 任期内计划推迟次数 / plans moved later */
            slips: number;
            /** @description 任期内到期仍缺的月报 / months due that are still not reported */
            missedReports: number;
            /** @description 当日逾期的项目数 / projects overdue on the day */
            overdueProjects: components["schemas"]["AgainstShape"];
            items: components["schemas"]["UnheldShape"][];
            nobody: components["schemas"]["TextsShape"];
            /** @description 当日无人的项目数 / projects unheld on the day */
            projects: number;
            /** @description 至当日无人的天数，各项目相加 / unheld days up to the day, over all projects */
            unheldDays: number;
        };
        NowShape: {
            projects: number;
            lead: number;
            coLead: number;
            overdueProjects: components["schemas"]["AgainstShape"];
        };
        RoleInTimeShape: {
            /** @description 任期内逾期天数，各节点相加 / overdue days, added up over milestones */
            overdueDays: components["schemas"]["AgainstShape"];
            /** @description 任期内计划推迟次数 / plans moved later */
            slips: number;
            /** @description 任期内到期仍缺的月报 / months due that are still not reported */
            missedReports: number;
            /** @description 当日逾期的项目数 / projects overdue on the day */
            overdueProjects: components["schemas"]["AgainstShape"];
            /** @enum {string} */
            role: "lead" | "coLead" | "responsiblePerson" | "responsibleUnit" | "agentUnit";
            /** @description 当日以此角色负责的项目数 / projects held in this role on the day */
            projects: number;
        };
        ProjectInTimeShape: {
            /** Format: uuid */
            id: string;
            /** @description 入库次序 / order of entry */
            number: number;
            code: string | null;
            name: string;
            zoneId: string;
            zoneName: string | null;
            builder: string | null;
            /** @enum {string} */
            stage: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
            /** @description 开发区自己的叫法优先 / the zone’s own word where it has one */
            stageLabel: components["schemas"]["TextsShape"];
            /** @description 开发区自己对角色的叫法 / what the zone calls roles by its own words */
            roleLabels?: {
                [key: string]: components["schemas"]["TextsShape"];
            };
            /**
             * @description 仅为可能的更远阶段 / further, but only possible
             * @enum {string}
             */
            possibleStage?: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
            /** @enum {string} */
            standing: "active" | "suspended" | "exited";
            leaderId: string | null;
            leaderName: string | null;
            coLeaderIds: string[];
            coLeaderNames: string[];
            responsiblePersonId: string | null;
            responsiblePersonName: string | null;
            agentUnitId: string | null;
            agentUnitName: string | null;
            /** @description 所属打包项目 / the package that it is a part of */
            partOf: string | null;
            /** @description edition, code (GB/T 4754) */
            industry: {
                [key: string]: unknown;
            } | null;
            /** @description domestic 内资 | foreign 外资 */
            capital: string | null;
            responsibleUnitId: string | null;
            responsibleUnitName: string | null;
            totalInvestment: components["schemas"]["MoneyShape"] | null;
            /** @description effectiveOn 当年 / of the year of effectiveOn */
            investedThisYear: components["schemas"]["MoneyShape"];
            invested: components["schemas"]["MoneyShape"];
            overdueDays: components["schemas"]["AgainstShape"];
            slips: number;
            missedReports: number;
            /** @description 最近 50 项 / the latest 50 */
            charges: components["schemas"]["ChargeShape"][];
        };
        InMyTimeShape: {
            /** @description 任期内逾期天数，各节点相加 / overdue days, added up over milestones */
            overdueDays: components["schemas"]["AgainstShape"];
            /** @description 任期内计划推迟次数 / plans moved later */
            slips: number;
            /** @description 任期内到期仍缺的月报 / months due that are still not reported */
            missedReports: number;
            siteVisits: number;
            helpActions: number;
            /** Format: date */
            lastSiteVisit: string | null;
            byRole: components["schemas"]["RoleInTimeShape"][];
            /** @description 首页；其余见 in-my-time / its first page */
            items: components["schemas"]["ProjectInTimeShape"][];
            /** @description 交给 in-my-time 的 cursor / the cursor of in-my-time */
            next: string | null;
        };
        HeldShape: {
            /** Format: uuid */
            id: string;
            /** @description 入库次序 / order of entry */
            number: number;
            code: string | null;
            name: string;
            zoneId: string;
            zoneName: string | null;
            builder: string | null;
            /** @enum {string} */
            stage: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
            /** @description 开发区自己的叫法优先 / the zone’s own word where it has one */
            stageLabel: components["schemas"]["TextsShape"];
            /** @description 开发区自己对角色的叫法 / what the zone calls roles by its own words */
            roleLabels?: {
                [key: string]: components["schemas"]["TextsShape"];
            };
            /**
             * @description 仅为可能的更远阶段 / further, but only possible
             * @enum {string}
             */
            possibleStage?: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
            /** @enum {string} */
            standing: "active" | "suspended" | "exited";
            leaderId: string | null;
            leaderName: string | null;
            coLeaderIds: string[];
            coLeaderNames: string[];
            responsiblePersonId: string | null;
            responsiblePersonName: string | null;
            agentUnitId: string | null;
            agentUnitName: string | null;
            /** @description 所属打包项目 / the package that it is a part of */
            partOf: string | null;
            /** @description edition, code (GB/T 4754) */
            industry: {
                [key: string]: unknown;
            } | null;
            /** @description domestic 内资 | foreign 外资 */
            capital: string | null;
            responsibleUnitId: string | null;
            responsibleUnitName: string | null;
            totalInvestment: components["schemas"]["MoneyShape"] | null;
            /** @description effectiveOn 当年 / of the year of effectiveOn */
            investedThisYear: components["schemas"]["MoneyShape"];
            invested: components["schemas"]["MoneyShape"];
            /** @enum {string} */
            role: "lead" | "coLead" | "responsiblePerson" | "responsibleUnit" | "agentUnit";
            /** @description 任期起，照填报 / the first day held, as it was reported */
            since: string;
            /** @description 当日逾期，不论谁造成 / overdue on the day, whoever let it slip */
            overdue: components["schemas"]["ChargeShape"][];
        };
        LeaderPageShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            /** Format: date */
            effectiveOn: string;
            id: string;
            name: string;
            /** @description 现任 / what they hold on the day */
            now: components["schemas"]["NowShape"];
            /** @description 任期内 / what happened in their own time */
            inMyTime: components["schemas"]["InMyTimeShape"];
            /** @description 现任的项目 / the projects held on the day */
            items: components["schemas"]["HeldShape"][];
            /** @description 按 knownAt 所知当日所任职务中最近的；所知从未任命的，为登记簿现在所写 / of the latest post held on the day, as known at knownAt; of whom no appointment is known then, as the registry has it now */
            unit?: string;
            /** @description 按 knownAt 所知当日所任职务中最近的；所知从未任命的，为登记簿现在所写 / of the latest post held on the day, as known at knownAt; of whom no appointment is known then, as the registry has it now */
            post?: string;
            /** @description 当日所任职务，按 knownAt 所知 / posts held on the day, as known at knownAt */
            posts: components["schemas"]["HeldPostShape"][];
        };
        TimePageShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            /** Format: date */
            effectiveOn: string;
            id: string;
            name: string;
            /** @description 按 knownAt 所知当日所任职务中最近的；所知从未任命的，为登记簿现在所写 / of the latest post held on the day, as known at knownAt; of whom no appointment is known then, as the registry has it now */
            unit?: string;
            /** @description 按 knownAt 所知当日所任职务中最近的；所知从未任命的，为登记簿现在所写 / of the latest post held on the day, as known at knownAt; of whom no appointment is known then, as the registry has it now */
            post?: string;
            /** @description 当日所任职务，按 knownAt 所知 / posts held on the day, as known at knownAt */
            posts?: components["schemas"]["HeldPostShape"][];
            items: components["schemas"]["ProjectInTimeShape"][];
        };
        NextHolderShape: {
            id: string;
            name: string | null;
            /** @description 接任日期，照填报 / the first day held, as it was reported */
            from: string;
            doc: string | null;
            /** Format: uuid */
            orderId: string | null;
            /** Format: uuid */
            factId: string;
        };
        LeaderTenureShape: {
            project: components["schemas"]["NamedShape"];
            /** @enum {string} */
            role: "lead" | "coLead" | "responsiblePerson";
            /** @description 开发区自己的叫法优先 / the zone’s own word where it has one */
            roleLabel: components["schemas"]["TextsShape"];
            /** @description 任职日期，照填报 / the first day held, as it was reported */
            from: string;
            /** Format: date */
            fromDay: string;
            /**
             * Format: date
             * @description 首个不在任日；null 为当日在任 / first day not held; null: held on the day
             */
            until: string | null;
            /** @description 至当日在任天数 / days held up to the day */
            days: number;
            /**
             * @description 移交、卸任、项目退出；null 为当日在任 / how it ended; null: held on the day
             * @enum {string|null}
             */
            end: "handedOver" | "released" | "exited" | null;
            /** @description 文号 / document number */
            doc: string | null;
            /**
             * Format: uuid
             * @description 调整令 / the order it was assigned by
             */
            orderId: string | null;
            /** Format: uuid */
            factId: string;
            /** @description 同日卸任的前任；无人或不止一人为 null / who left the role on its first day; null: nobody, or several */
            predecessor: components["schemas"]["NamedShape"] | null;
            /** @description 自 until 起的继任者；无人或不止一人为 null / who held the role from `until` on; null: nobody, or several */
            successor: components["schemas"]["NextHolderShape"] | null;
        };
        TenureListShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            /** Format: date */
            effectiveOn: string;
            /** Format: uuid */
            id: string;
            name: string;
            items: components["schemas"]["LeaderTenureShape"][];
        };
        ActionShape: {
            /** @enum {string} */
            kind: "siteVisit" | "helpAction";
            label: components["schemas"]["TextsShape"];
            project: components["schemas"]["NamedShape"];
            /** @description 日期，照填报 / the date, as it was reported */
            on: string;
            /**
             * Format: date
             * @description 计入之日：末日，日期不详为填报日 / the day it counts from: its last, or when it was filed
             */
            onDay: string;
            /** @description 发现的情况，或帮扶内容 / what was found, or done */
            text: string | null;
            /** Format: uuid */
            factId: string;
        };
        ActionListShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            /** Format: date */
            effectiveOn: string;
            /** Format: uuid */
            id: string;
            name: string;
            items: components["schemas"]["ActionShape"][];
        };
        UnitPageShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            /** Format: date */
            effectiveOn: string;
            id: string;
            name: string;
            /** @description 现任 / what they hold on the day */
            now: components["schemas"]["NowShape"];
            /** @description 任期内 / what happened in their own time */
            inMyTime: components["schemas"]["InMyTimeShape"];
            /** @description 现任的项目 / the projects held on the day */
            items: components["schemas"]["HeldShape"][];
        };
        ZoneItemShape: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            level: "national" | "provincial";
            /** @enum {string} */
            kind: "economic" | "highTech" | "bonded" | "other";
            tier: string | null;
            hostCounty: string;
            /** Format: date */
            from: string;
        };
        ZoneListShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            items: components["schemas"]["ZoneItemShape"][];
        };
        NameHeldShape: {
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description 第一个不再如此的日子 / first day on which it was not so
             */
            until: string | null;
            /** Format: uuid */
            factId: string;
            name: string;
            doc?: string;
        };
        TierHeldShape: {
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description 第一个不再如此的日子 / first day on which it was not so
             */
            until: string | null;
            /** Format: uuid */
            factId: string;
            tier: string;
        };
        ZoneShape: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            level: "national" | "provincial";
            /** @enum {string} */
            kind: "economic" | "highTech" | "bonded" | "other";
            tier: string | null;
            hostCounty: string;
            /** Format: date */
            from: string;
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            revision: string;
            names: components["schemas"]["NameHeldShape"][];
            tiers: components["schemas"]["TierHeldShape"][];
            /** @description 全部阶段和角色的叫法 / what every stage and role is called here, by key */
            labels: {
                [key: string]: components["schemas"]["TextsShape"];
            };
            /** @description 本开发区自己的叫法 / of them, the zone’s own words */
            ownLabels: {
                [key: string]: string;
            };
        };
        OrganizationItemShape: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            kind: "department" | "committee" | "township" | "enterprise" | "other";
            parent: components["schemas"]["NamedShape"] | null;
            /** Format: date */
            from: string;
        };
        OrganizationListShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            items: components["schemas"]["OrganizationItemShape"][];
        };
        SuccessorShape: {
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description 第一个不再如此的日子 / first day on which it was not so
             */
            until: string | null;
            /** Format: uuid */
            factId: string;
            name: string;
            doc?: string;
            /** Format: uuid */
            id: string;
        };
        OrganizationShape: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            kind: "department" | "committee" | "township" | "enterprise" | "other";
            parent: components["schemas"]["NamedShape"] | null;
            /** Format: date */
            from: string;
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            revision: string;
            names: components["schemas"]["NameHeldShape"][];
            /** @description 并入的单位 / the unit it goes on in */
            successor: components["schemas"]["SuccessorShape"] | null;
            /** @description 当日的下级单位 / the units below on the day */
            children: components["schemas"]["NamedShape"][];
            /** @description 当日前已并入本单位的单位 / the units that went on in it by the day */
            mergedInto: components["schemas"]["NamedShape"][];
        };
        CatalogueItemShape: {
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date */
            from: string;
            source?: string;
            itemCount: number;
        };
        CatalogueListShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            items: components["schemas"]["CatalogueItemShape"][];
        };
        PermitItemShape: {
            id: string;
            name: string;
            group?: string;
        };
        CatalogueShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** Format: uuid */
            id: string;
            name: string;
            /** Format: date */
            from: string;
            source?: string;
            items: components["schemas"]["PermitItemShape"][];
        };
        PersonItemShape: {
            /** @description 登记簿现在所写，不随 knownAt / as the registry has it now, whatever knownAt is */
            name: string;
            /** @description 按 knownAt 所知当日所任职务中最近的；所知从未任命的，为登记簿现在所写 / of the latest post held on the day, as known at knownAt; of whom no appointment is known then, as the registry has it now */
            unit?: string;
            /** @description 按 knownAt 所知当日所任职务中最近的；所知从未任命的，为登记簿现在所写 / of the latest post held on the day, as known at knownAt; of whom no appointment is known then, as the registry has it now */
            post?: string;
            /**
             * @description 掩码；登记簿现在所写，不随 knownAt / masked, as the registry has it now, whatever knownAt is
             * @example 138****5678
             */
            phone?: string;
            /** Format: uuid */
            id: string;
            /** @description 当日所任职务 / the posts held on the day */
            posts: components["schemas"]["HeldPostShape"][];
        };
        PeopleListShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            items: components["schemas"]["PersonItemShape"][];
        };
        PostShape: {
            /** @description 当时的名称 / the unit by its name of the time */
            unit: components["schemas"]["NamedShape"];
            post: string;
            /** @description 所填的起始时间 / since when as it was filed */
            since: string;
            /** Format: date */
            from: string;
            /**
             * Format: date
             * @description 不再任职的首日 / first day not held
             */
            until: string | null;
            doc?: string;
            /** Format: uuid */
            factId: string;
        };
        FormerShape: {
            name: string;
            unit?: string;
            post?: string;
            /**
             * @description 掩码 / masked
             * @example 138****5678
             */
            phone?: string;
            /** Format: date-time */
            revisedAt: string;
            /** @description 谁改的 / id of who revised it */
            revisedBy: string;
        };
        PersonShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** Format: uuid */
            id: string;
            /** @description 登记簿现在所写，不随 knownAt / as the registry has it now, whatever knownAt is */
            name: string;
            /** @description 登记簿现在所写，不随 knownAt / as the registry has it now, whatever knownAt is */
            unit?: string;
            /** @description 登记簿现在所写，不随 knownAt / as the registry has it now, whatever knownAt is */
            post?: string;
            /**
             * @description 掩码；登记簿现在所写，不随 knownAt / masked, as the registry has it now, whatever knownAt is
             * @example 138****5678
             */
            phone?: string;
            /** @description 历来任命的职务，按 knownAt 所知 / posts by appointment, as known at knownAt */
            posts: components["schemas"]["PostShape"][];
            /** @description 登记的旧值 / what was said before, the latest first */
            former: components["schemas"]["FormerShape"][];
        };
        ProjectRefShape: {
            id: string;
            name: string | null;
            /** @description 入库次序 / order of entry */
            number: number;
        };
        LedgerFindingShape: {
            /**
             * @description 说明时引用 / what an explanation names
             * @example FiledLate/<factId>
             */
            id: string;
            /** @enum {string} */
            code: "StartedBeforeLand" | "StartedBeforePermit" | "CompletedBeforeStarted" | "StartWithoutDate" | "ResumedBeforeSuspended" | "InvestmentBeforeStart" | "CumulativeAboveTotal" | "CumulativeFell" | "CumulativeWithoutHistory" | "PeriodsOverlap" | "SameNumberTwice" | "SameTextTwice" | "FiledLate" | "NoReportForPeriod" | "PlanSlipped" | "ContractStartOverdue" | "LandIdleOneYear" | "LandIdleTwoYears" | "PermitLapsed" | "RoleHeldTwice" | "ReleaseWithoutTenure";
            /** @description 依据的事实 / the facts behind it */
            factIds: string[];
            params: {
                [key: string]: unknown;
            };
            /**
             * Format: date
             * @description 依此可见之日 / found on this evidence since
             */
            since: string;
            explanation: components["schemas"]["ExplanationShape"] | null;
            messages: components["schemas"]["TextsShape"];
            project: components["schemas"]["ProjectRefShape"];
            zone: components["schemas"]["NamedShape"];
            /** @description 当日牵头领导 / the lead on the day */
            lead: components["schemas"]["NamedShape"] | null;
        };
        FindingListShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            items: components["schemas"]["LedgerFindingShape"][];
        };
        CodeCountShape: {
            /** @enum {string} */
            code: "StartedBeforeLand" | "StartedBeforePermit" | "CompletedBeforeStarted" | "StartWithoutDate" | "ResumedBeforeSuspended" | "InvestmentBeforeStart" | "CumulativeAboveTotal" | "CumulativeFell" | "CumulativeWithoutHistory" | "PeriodsOverlap" | "SameNumberTwice" | "SameTextTwice" | "FiledLate" | "NoReportForPeriod" | "PlanSlipped" | "ContractStartOverdue" | "LandIdleOneYear" | "LandIdleTwoYears" | "PermitLapsed" | "RoleHeldTwice" | "ReleaseWithoutTenure";
            /** @description 口径 / the rule */
            rule: components["schemas"]["TextsShape"];
            source: string;
            count: number;
            explained: number;
        };
        FindingSummaryShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            count: number;
            explained: number;
            codes: components["schemas"]["CodeCountShape"][];
        };
        DeadlineShape: {
            /** @example plan/constructionStarted */
            id: string;
            /** @enum {string} */
            kind: "plan" | "contract" | "land" | "permit";
            kindLabel: components["schemas"]["TextsShape"];
            /** @enum {string} */
            milestone: "planned" | "lead" | "admitted" | "frameworkAgreement" | "signed" | "filed" | "landSupplied" | "landHandedOver" | "permitted" | "constructionStarted" | "inStatistics" | "completed" | "inProduction" | "atCapacity";
            label: components["schemas"]["TextsShape"];
            phase: string | null;
            /**
             * Format: date
             * @description 期限的最后一天 / the last day in time
             */
            due: string;
            /** @description 距期限天数，逾期为负 / days left, negative when overdue */
            daysLeft: number;
            /**
             * Format: uuid
             * @description 依据的事实 / the fact that sets it
             */
            factId: string;
            project: components["schemas"]["ProjectRefShape"];
            zone: components["schemas"]["NamedShape"];
            /** @description 当日牵头领导 / the lead on the day */
            lead: components["schemas"]["NamedShape"] | null;
        };
        DeadlineListShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            items: components["schemas"]["DeadlineShape"][];
        };
        DeadlineCountShape: {
            /** @enum {string} */
            kind: "plan" | "contract" | "land" | "permit";
            label: components["schemas"]["TextsShape"];
            /** @description 已逾期 / past due */
            overdue: number;
            /** @description 今后 days 天内到期 / falling due within the days */
            due: number;
        };
        DeadlineSummaryShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            days: number;
            overdue: number;
            due: number;
            kinds: components["schemas"]["DeadlineCountShape"][];
        };
        OrderedShape: {
            seq: number;
            /** Format: date-time */
            recordedAt: string;
        };
        ReassignmentShape: {
            id: string;
            /**
             * @description 已下达、执行中、已执行
             * @enum {string}
             */
            state: "ordered" | "underWay" | "carriedOut";
            /** @description 任职首日 / first day held */
            from: string;
            reason: string;
            doc: string | null;
            orderedBy: string;
            ordered: components["schemas"]["OrderedShape"];
            /** Format: date-time */
            carriedOutAt: string | null;
            /** @description 项目数 / projects */
            projects: number;
            /** @description 已处理的项目数，含未作调整的 / projects settled, those left as they were too */
            settled: number;
            /** @description 未作调整的项目数，执行完毕后才有 / left as they were; null while it is open */
            skipped: number | null;
        };
        ReassignmentListShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            items: components["schemas"]["ReassignmentShape"][];
        };
        SkippedShape: {
            /** @example ChangedSincePreview */
            code: string;
            params: {
                [key: string]: unknown;
            };
            messages: components["schemas"]["TextsShape"];
        };
        OrderedProjectShape: {
            number: number;
            project: components["schemas"]["NamedShape"];
            person: components["schemas"]["NamedShape"];
            lead: boolean;
            replaces: components["schemas"]["NamedShape"] | null;
            /** @description 预览时的版本 / the revision of the preview */
            revision: string;
            /**
             * @description 已调整、未调整、待执行
             * @enum {string}
             */
            outcome: "done" | "skipped" | "pending";
            eventIds: string[];
            why: components["schemas"]["SkippedShape"] | null;
        };
        ReassignmentPageShape: {
            id: string;
            /**
             * @description 已下达、执行中、已执行
             * @enum {string}
             */
            state: "ordered" | "underWay" | "carriedOut";
            /** @description 任职首日 / first day held */
            from: string;
            reason: string;
            doc: string | null;
            orderedBy: string;
            ordered: components["schemas"]["OrderedShape"];
            /** Format: date-time */
            carriedOutAt: string | null;
            /** @description 项目数 / projects */
            projects: number;
            /** @description 已处理的项目数，含未作调整的 / projects settled, those left as they were too */
            settled: number;
            /** @description 未作调整的项目数，执行完毕后才有 / left as they were; null while it is open */
            skipped: number | null;
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            items: components["schemas"]["OrderedProjectShape"][];
        };
        DispatchQueryShape: {
            /** @example stage-counts */
            name: string;
            title: components["schemas"]["TextsShape"];
            /** @description 口径 / what exactly is counted */
            rule: components["schemas"]["TextsShape"];
        };
        DispatchQueriesShape: {
            items: components["schemas"]["DispatchQueryShape"][];
        };
        DispatchPeriodShape: {
            /** @example 2026-W47 */
            id: string;
            /** Format: date */
            first: string;
            /**
             * Format: date
             * @description 截止日 / the cut-off is the end of this day
             */
            last: string;
        };
        DispatchAnswerShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @example stage-counts */
            query: string;
            title: components["schemas"]["TextsShape"];
            /** @example all */
            scope: string;
            period: components["schemas"]["DispatchPeriodShape"];
            /** @enum {string} */
            by: "known" | "filed";
            /** @description 依据来源自称的填报时间 / the times of filing are claims of the source */
            restsOnClaimedTimes?: boolean;
            items: {
                [key: string]: unknown;
            }[];
        } & {
            [key: string]: unknown;
        };
        RatioShape: {
            /** @example 12 */
            numerator: string;
            /** @example 50 */
            denominator: string;
            /**
             * @description 百分数，四舍五入到两位小数 / percent, rounded
             * @example 24.00
             */
            rounded: string | null;
            /**
             * @description 百分数，截到两位小数 / percent, cut
             * @example 24.00
             */
            cut: string | null;
        };
        StepShape: {
            /** @description 项目个数；占比，1/100 %；或金额 / projects; a share in 1/100 %; or an amount */
            value: number | components["schemas"]["MoneyShape"];
            /** Format: date */
            filedOn: string;
            eventId: string;
            reason?: string;
            doc?: string;
        };
        ZoneProgressShape: {
            /** @description 项目个数（打包项目及其拆分部分各计一个）、金额，或标准地面积 ÷ 工业用地供应面积（0.01 ㎡）/ projects (a package and each of its parts count one), an amount, or standard land of the industrial land supplied (0.01 ㎡) */
            reached: number | components["schemas"]["MoneyShape"] | components["schemas"]["RatioShape"];
            /** @description 其中打包口径：不计打包项目的拆分部分 / of the projects reached, those that are no part of a package */
            packages?: number;
            /** @description 完成率 / reached of the value */
            rate: components["schemas"]["RatioShape"];
            /** @description 超序时进度，百分点 / rate less calendar, in percentage points */
            ahead: components["schemas"]["RatioShape"];
            isReached: boolean;
            /** @description 因日期、总投资或行业不详而未计入的 / may count as well: something is unknown */
            undetermined: number;
            zone: components["schemas"]["NamedShape"];
        };
        TargetValueShape: {
            tier: string | null;
            /** @description 项目个数；占比，1/100 %；或金额 / projects; a share in 1/100 %; or an amount */
            value: number | components["schemas"]["MoneyShape"];
            set: components["schemas"]["StepShape"];
            revisions: components["schemas"]["StepShape"][];
            isReached: boolean;
            /** @description 项目个数（打包项目及其拆分部分各计一个）、金额，或标准地面积 ÷ 工业用地供应面积（0.01 ㎡）/ projects (a package and each of its parts count one), an amount, or standard land of the industrial land supplied (0.01 ㎡) */
            reached?: number | components["schemas"]["MoneyShape"] | components["schemas"]["RatioShape"];
            /** @description 其中打包口径：不计打包项目的拆分部分 / of the projects reached, those that are no part of a package */
            packages?: number;
            rate?: components["schemas"]["RatioShape"];
            ahead?: components["schemas"]["RatioShape"];
            undetermined?: number;
            /** @description 完成的开发区 / zones that reached it */
            zonesReached?: components["schemas"]["RatioShape"];
            zones?: components["schemas"]["ZoneProgressShape"][];
            /** @description 范围内没有（这一档次的）开发区 / true where no zone lies in the scope, or none in the tier */
            noZones?: boolean;
        };
        TargetItemShape: {
            /** Format: uuid */
            id: string;
            scope: string;
            /** @example 2026 */
            period: string;
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
            /** @enum {string} */
            indicator: "signed" | "started" | "completed" | "inProduction" | "standardLandShare" | "fundsArrived";
            label: components["schemas"]["TextsShape"];
            /** @enum {string} */
            unit: "projects" | "share" | "money";
            threshold: components["schemas"]["MoneyShape"] | null;
            industrial: boolean;
            /** @description 时序进度：已过天数 ÷ 总天数 / days gone of the days of the period */
            calendar: components["schemas"]["RatioShape"];
            values: components["schemas"]["TargetValueShape"][];
        };
        TargetListShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            items: components["schemas"]["TargetItemShape"][];
        };
        TargetShape: {
            /** Format: uuid */
            id: string;
            scope: string;
            /** @example 2026 */
            period: string;
            /** Format: date */
            first: string;
            /** Format: date */
            last: string;
            /** @enum {string} */
            indicator: "signed" | "started" | "completed" | "inProduction" | "standardLandShare" | "fundsArrived";
            label: components["schemas"]["TextsShape"];
            /** @enum {string} */
            unit: "projects" | "share" | "money";
            threshold: components["schemas"]["MoneyShape"] | null;
            industrial: boolean;
            /** @description 时序进度：已过天数 ÷ 总天数 / days gone of the days of the period */
            calendar: components["schemas"]["RatioShape"];
            values: components["schemas"]["TargetValueShape"][];
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
        };
        ReasonShape: {
            code: string;
            messages: components["schemas"]["TextsShape"];
        };
        AchievementShape: {
            project: components["schemas"]["NamedShape"];
            zone: components["schemas"]["NamedShape"];
            /**
             * @description 所报日期 / as reported
             * @example 2026-05
             */
            on: string;
            /**
             * Format: date
             * @description 计在此日 / the day it counts on
             */
            day: string;
            factId: string;
            /** @description 当日总投资 / as on that day */
            totalInvestment: components["schemas"]["MoneyShape"] | null;
            industrial: boolean | null;
            /** @description 0.01 ㎡ */
            area?: number;
            standardLand?: boolean;
            amount?: components["schemas"]["MoneyShape"];
            reasons: components["schemas"]["ReasonShape"][];
        };
        AchievementListShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            items: components["schemas"]["AchievementShape"][];
        };
        SubjectShape: {
            /** @example project */
            category: string;
            label: components["schemas"]["TextsShape"];
            id: string;
            /** @description 当时的名称；目标和调整令没有 / as it was called; targets and orders have none */
            name: string | null;
        };
        LoggedShape: {
            /** @description 全台账的序号，从 1 起 / number in the whole ledger, from 1 */
            seq: number;
            /**
             * @description 在其流中的版本 / revision in its stream
             * @example 3
             */
            revision: string;
            /** @example ProjectSigned */
            type: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            filedAt: string;
            /** @description 填报时间为来源自述 / the filing time is a claim of the source */
            filedAtClaimed: boolean;
            actor: components["schemas"]["ActorShape"];
            source: components["schemas"]["SourceShape"];
            stream: string;
            /** Format: uuid */
            id: string;
            label: components["schemas"]["TextsShape"];
            subject: components["schemas"]["SubjectShape"];
            /**
             * Format: uuid
             * @description 所更正或撤销的事件 / the event it corrects or takes back
             */
            mends: string | null;
            /** @description 发生之日，按填报的精度 / when it happened, as reported; null: it says nothing of a day */
            on: components["schemas"]["HappenedShape"] | null;
        };
        EventListShape: {
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @description 下一页 / hand it back as cursor */
            next: string | null;
            items: components["schemas"]["LoggedShape"][];
        };
        TypeShape: {
            type: string;
            label: components["schemas"]["TextsShape"];
        };
        CategoryShape: {
            category: string;
            label: components["schemas"]["TextsShape"];
            types: components["schemas"]["TypeShape"][];
        };
        EventTypesShape: {
            items: components["schemas"]["CategoryShape"][];
        };
        FactEffectShape: {
            /** Format: uuid */
            id: string;
            type: string;
            label: components["schemas"]["TextsShape"];
            /** @description 此前的内容；null：此前不成立 / null: it did not hold before */
            before: {
                [key: string]: unknown;
            } | null;
            /** @description 此后的内容；null：此后不成立 / null: it does not hold after */
            after: {
                [key: string]: unknown;
            } | null;
        };
        NeighbourShape: {
            seq: number;
            /** Format: uuid */
            id: string;
            type: string;
        };
        EventShape: {
            /** @description 全台账的序号，从 1 起 / number in the whole ledger, from 1 */
            seq: number;
            /**
             * @description 在其流中的版本 / revision in its stream
             * @example 3
             */
            revision: string;
            /** @example ProjectSigned */
            type: string;
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            filedAt: string;
            /** @description 填报时间为来源自述 / the filing time is a claim of the source */
            filedAtClaimed: boolean;
            actor: components["schemas"]["ActorShape"];
            source: components["schemas"]["SourceShape"];
            stream: string;
            /** Format: uuid */
            id: string;
            label: components["schemas"]["TextsShape"];
            subject: components["schemas"]["SubjectShape"];
            /**
             * Format: uuid
             * @description 所更正或撤销的事件 / the event it corrects or takes back
             */
            mends: string | null;
            /** @description 发生之日，按填报的精度 / when it happened, as reported; null: it says nothing of a day */
            on: components["schemas"]["HappenedShape"] | null;
            asOf: components["schemas"]["AsOfShape"];
            /** @description 尚未读到的事件数 / events the view has not seen yet */
            lag: number;
            /**
             * Format: date
             * @description 所判断的业务日期 / the business day that is judged
             */
            effectiveOn: string;
            /** @description 入账时的原样 / as it was written */
            data: {
                [key: string]: unknown;
            };
            /** @description 入账时的原样 / as it was written */
            metadata: {
                [key: string]: unknown;
            };
            /** @enum {string} */
            status: "effective" | "corrected" | "revoked";
            /** Format: uuid */
            correctedBy: string | null;
            /** Format: uuid */
            revokedBy: string | null;
            /** @description 所报、所更正或所撤销的事实 / the facts it brought or mended */
            facts: components["schemas"]["FactEffectShape"][];
            /** @description 项目的哪些内容因此改变 / what it changed about a project */
            changes: components["schemas"]["StepChangeShape"][];
            /** @description 项目其后的情况，同回放 / how the project stood then, as in a replay */
            state: components["schemas"]["StateAfterShape"] | null;
            /** @description 同一对象的前一事件 / the one before in its stream */
            previous: components["schemas"]["NeighbourShape"] | null;
            /** @description 同一对象的后一事件 / the one after in its stream */
            following: components["schemas"]["NeighbourShape"] | null;
        };
        FeedEventShape: {
            /** @description 全台账的序号，从 1 起 / number in the whole ledger, from 1 */
            seq: number;
            /** @example project-0197b2f0-6c1e-7a43-9d2e-3f4a5b6c7d8e */
            stream: string;
            /**
             * @description 在其流中的版本 / revision in its stream
             * @example 3
             */
            revision: string;
            /** @example ProjectSigned */
            type: string;
            /** Format: uuid */
            id: string;
            data: {
                [key: string]: unknown;
            };
            /** @description recordedAt、filedAt、actor、source、commandId 等 / and so on */
            metadata: {
                [key: string]: unknown;
            };
            /** @example project */
            category: string;
            /** @description 同 id 行：由此续读，也可作查询的 after / as in the line id: resume from here, or hand it to a query */
            after: string;
        };
        FieldErrorShape: {
            /**
             * @description 路径 / path from the body
             * @example builder.creditCode
             */
            field: string;
            /** @example Required */
            code: string;
            params: {
                [key: string]: unknown;
            };
            messages: components["schemas"]["MessagesShape"];
        };
        InterveningEventShape: {
            /** Format: uuid */
            id: string;
            revision: string;
            type: string;
            data: {
                [key: string]: unknown;
            };
            actor: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            recordedAt: string;
            /** Format: date-time */
            filedAt: string;
        };
        ProblemShape: {
            /** @example urn:taizhang:problem:FactAlreadyFiled */
            type: string;
            /** @example 409 */
            status: number;
            /** @description 稳定代码 / stable code */
            code: string;
            title: string;
            detail: string;
            messages: components["schemas"]["MessagesShape"];
            params: {
                [key: string]: unknown;
            };
            requestId: string;
            errors?: components["schemas"]["FieldErrorShape"][];
            /** @description 412: 读取之后的事件 / the events since */
            changes?: components["schemas"]["InterveningEventShape"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listZones: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 国家级 | 省级 / level */
                level?: "national" | "provincial";
                /** @description 经开区 | 高新区 | 综保区 | 其他 / kind */
                kind?: "economic" | "highTech" | "bonded" | "other";
                /** @description 档次 / tier */
                tier?: string;
                /** @description 所在县区，名称或 GB/T 2260 代码 / host county */
                county?: string;
                /** @description 当日名称中的文字 / text in the name of that day */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZoneListShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    DefineZone: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefineZone"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RenameZone: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameZone"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RetierZone: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RetierZone"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RelabelZone: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RelabelZone"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    CorrectZoneFact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectFact"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RevokeZoneFact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeFact"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    listOrganizations: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 政府部门 | 管委会 | 街道乡镇 | 企业 | 其他 / kind */
                kind?: "department" | "committee" | "township" | "enterprise" | "other";
                /** @description 上级单位 / the unit above */
                parent?: string;
                /** @description 当日名称中的文字 / text in the name of that day */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationListShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    DefineOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefineOrganization"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RenameOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameOrganization"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    MergeOrganization: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeOrganization"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    CorrectOrganizationFact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectFact"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RevokeOrganizationFact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeFact"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    AppointPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AppointPerson"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    LeavePost: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LeavePost"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    CorrectPersonFact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectFact"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RevokePersonFact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeFact"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    listCatalogues: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueListShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    AdoptPermitCatalogue: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdoptPermitCatalogue"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    projectLedgerList: {
        parameters: {
            query?: {
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 开发区 / zone */
                zoneId?: string;
                /** @description 阶段，可有多个，逗号分隔：到该日已确定到达的最远节点 / some stages, with commas between them: the furthest certain one on the day */
                stage?: string;
                /** @description 可能已到的阶段：到该日日期不够精确、尚未确定 / a further stage that is only possible on the day */
                possibleStage?: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
                /** @description 在建、停工、已退出 / at work, suspended, exited */
                standing?: "active" | "suspended" | "exited";
                /** @description 包联领导（牵头或协同）；nobody：无人牵头 / whoever holds the project, as lead or beside the lead; nobody: nobody leads it */
                leaderId?: string;
                /** @description 牵头领导；nobody：无人牵头；none：无需牵头（已退出，或当日尚未入库） / whoever leads the project; nobody: nobody does; none: nobody has to, it has exited or was not entered by then */
                leadId?: string;
                /** @description 责任人 / the responsible person */
                responsiblePersonId?: string;
                /** @description 责任单位（含第二责任单位） / a responsible unit */
                unitId?: string;
                /** @description 代办单位（含第二代办单位） / an agent unit */
                agentUnitId?: string;
                /** @description 重点项目名单：年度/级别[/类别] / on this list of key projects: year/level[/category] */
                keyList?: string;
                /** @description 名称、代码、建设单位中包含的文字 / text in name, code or builder */
                text?: string;
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 排序，前缀 - 为降序；默认入库次序 / order, - for descending; default order of entry */
                sort?: "number" | "-number" | "name" | "-name" | "code" | "-code" | "totalInvestment" | "-totalInvestment" | "invested" | "-invested";
                /** @description 项目编号，逗号分隔，最多 100 个 / ids of projects, with commas between them */
                ids?: string;
                /** @description 从该次序的第几行之后开始；不能与 cursor 同时给出 / so many rows are passed over; not together with cursor */
                offset?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectListShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RegisterProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterProject"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RenameProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RenameProject"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    GiveProjectCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["GiveProjectCode"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ChangeBuilder: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeBuilder"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ReviseContent: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviseContent"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ChangeTotalInvestment: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChangeTotalInvestment"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ListAsKeyProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ListAsKeyProject"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ReclassifyIndustry: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReclassifyIndustry"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    MoveToZone: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MoveToZone"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    SplitFrom: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SplitFrom"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RemoveFromKeyList: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RemoveFromKeyList"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    MergeInto: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeInto"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    VoidProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VoidProject"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RecordPlanning: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordPlanning"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RecordLead: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordLead"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    AdmitProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AdmitProject"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    SignFrameworkAgreement: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignFrameworkAgreement"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    SignProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignProject"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    FileProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FileProject"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    SupplyLand: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SupplyLand"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    HandOverLand: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HandOverLand"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ObtainConstructionPermit: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ObtainConstructionPermit"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    StartConstruction: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartConstruction"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    EnterStatistics: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnterStatistics"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    SuspendProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SuspendProject"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ResumeProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResumeProject"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    CompleteProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CompleteProject"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    StartProduction: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StartProduction"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ReachFullCapacity: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReachFullCapacity"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ExitProject: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExitProject"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    PlanMilestone: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PlanMilestone"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RescheduleMilestone: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleMilestone"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    SetAnnualPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetAnnualPlan"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    SetQuarterPlan: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetQuarterPlan"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ReportProgress: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportProgress"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ReportInvestment: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportInvestment"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RecordFunds: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordFunds"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ReportPermitStatus: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportPermitStatus"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ExplainFinding: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExplainFinding"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    AssignLeader: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignLeader"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ReleaseLeader: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseLeader"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    AssignResponsibleUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignResponsibleUnit"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ReleaseResponsibleUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseResponsibleUnit"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    AssignResponsiblePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignResponsiblePerson"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ReleaseResponsiblePerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseResponsiblePerson"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    AssignAgentUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AssignAgentUnit"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ReleaseAgentUnit: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseAgentUnit"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RecordSiteVisit: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordSiteVisit"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RecordHelpAction: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RecordHelpAction"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    CorrectFact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectFact"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RevokeFact: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevokeFact"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    listReassignments: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReassignmentListShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    OrderReassignment: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderReassignment"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    targetsList: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 为此范围下达的目标 / targets set for this scope */
                scope?: string;
                /** @description 月、季或年 / a month, a quarter or a year */
                period?: string;
                /** @description 指标 / indicator */
                indicator?: "signed" | "started" | "completed" | "inProduction" | "standardLandShare" | "fundsArrived";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetListShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    SetTarget: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetTarget"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ReviseTarget: {
        parameters: {
            query?: never;
            header?: {
                /** @description 同一键只执行一次 / the same key is executed once */
                "Idempotency-Key"?: string;
                /** @description 读到的版本，如 "3"；已有改动则 412 / the revision read; 412 if it has changed */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReviseTarget"];
            };
        };
        responses: {
            /** @description 早已如此，未新增 / already true, nothing added */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 已记入 / recorded */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CommandAnswerShape"];
                };
            };
            /** @description 填写有误 / something is wrong with a field, a header or the body */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 没有这个对象 / it is not there */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理 / refused: it contradicts what is filed */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 读取之后已有改动 / changed since it was read */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description Idempotency-Key 已用于其他内容 / the key was used for something else */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    listPeople: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 姓名、单位或职务中的文字 / part of a name, unit or post */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PeopleListShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    DefinePerson: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DefinePerson"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    RevisePerson: {
        parameters: {
            query?: never;
            header?: {
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevisePerson"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    previewReassignment: {
        parameters: {
            query?: {
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewReassignment"];
            };
        };
        responses: {
            /** @description 每行的现任、将写入的事件与依据的版本 / holders, events and revision of each row */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReassignmentPreviewShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    exportsFacts: {
        parameters: {
            query?: {
                /** @description 格式，默认 json / format, default json */
                format?: "json" | "csv";
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "text/csv": string;
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    exportsProjects: {
        parameters: {
            query?: {
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 开发区 / zone */
                zoneId?: string;
                /** @description 阶段，可有多个，逗号分隔：到该日已确定到达的最远节点 / some stages, with commas between them: the furthest certain one on the day */
                stage?: string;
                /** @description 可能已到的阶段：到该日日期不够精确、尚未确定 / a further stage that is only possible on the day */
                possibleStage?: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
                /** @description 在建、停工、已退出 / at work, suspended, exited */
                standing?: "active" | "suspended" | "exited";
                /** @description 包联领导（牵头或协同）；nobody：无人牵头 / whoever holds the project, as lead or beside the lead; nobody: nobody leads it */
                leaderId?: string;
                /** @description 牵头领导；nobody：无人牵头；none：无需牵头（已退出，或当日尚未入库） / whoever leads the project; nobody: nobody does; none: nobody has to, it has exited or was not entered by then */
                leadId?: string;
                /** @description 责任人 / the responsible person */
                responsiblePersonId?: string;
                /** @description 责任单位（含第二责任单位） / a responsible unit */
                unitId?: string;
                /** @description 代办单位（含第二代办单位） / an agent unit */
                agentUnitId?: string;
                /** @description 重点项目名单：年度/级别[/类别] / on this list of key projects: year/level[/category] */
                keyList?: string;
                /** @description 名称、代码、建设单位中包含的文字 / text in name, code or builder */
                text?: string;
                /** @description 排序，前缀 - 为降序；默认入库次序 / order, - for descending; default order of entry */
                sort?: "number" | "-number" | "name" | "-name" | "code" | "-code" | "totalInvestment" | "-totalInvestment" | "invested" | "-invested";
                /** @description 格式，默认 json / format, default json */
                format?: "json" | "csv";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": string;
                    "text/csv": string;
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    compareList: {
        parameters: {
            query?: {
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 开发区 / zone */
                zoneId?: string;
                /** @description 阶段，可有多个，逗号分隔：到该日已确定到达的最远节点 / some stages, with commas between them: the furthest certain one on the day */
                stage?: string;
                /** @description 可能已到的阶段：到该日日期不够精确、尚未确定 / a further stage that is only possible on the day */
                possibleStage?: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
                /** @description 在建、停工、已退出 / at work, suspended, exited */
                standing?: "active" | "suspended" | "exited";
                /** @description 包联领导（牵头或协同）；nobody：无人牵头 / whoever holds the project, as lead or beside the lead; nobody: nobody leads it */
                leaderId?: string;
                /** @description 牵头领导；nobody：无人牵头；none：无需牵头（已退出，或当日尚未入库） / whoever leads the project; nobody: nobody does; none: nobody has to, it has exited or was not entered by then */
                leadId?: string;
                /** @description 责任人 / the responsible person */
                responsiblePersonId?: string;
                /** @description 责任单位（含第二责任单位） / a responsible unit */
                unitId?: string;
                /** @description 代办单位（含第二代办单位） / an agent unit */
                agentUnitId?: string;
                /** @description 重点项目名单：年度/级别[/类别] / on this list of key projects: year/level[/category] */
                keyList?: string;
                /** @description 名称、代码、建设单位中包含的文字 / text in name, code or builder */
                text?: string;
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 起点：当时所知；默认与终点相同；与 fromEffectiveOn 至少写一个 / to compare from: as it was known then; default as known at the other point; one of this and fromEffectiveOn is required */
                fromKnownAt?: string;
                /** @description 起点的业务日期；默认 effectiveOn，再默认 fromKnownAt 之日；与 fromKnownAt 至少写一个 / to compare from: the business day; default effectiveOn, else the day of fromKnownAt; one of the two is required */
                fromEffectiveOn?: string;
                /** @description 只看一类变化 / changes of one kind only */
                kind?: "added" | "gone" | "stage" | "standing" | "slipped" | "replanned" | "reached" | "money" | "leader" | "responsible" | "registration" | "learned" | "corrected";
                /** @description 项目编号，逗号分隔，最多 100 个 / ids of projects, with commas between them */
                ids?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparedListShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    compareSummary: {
        parameters: {
            query?: {
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 开发区 / zone */
                zoneId?: string;
                /** @description 阶段，可有多个，逗号分隔：到该日已确定到达的最远节点 / some stages, with commas between them: the furthest certain one on the day */
                stage?: string;
                /** @description 可能已到的阶段：到该日日期不够精确、尚未确定 / a further stage that is only possible on the day */
                possibleStage?: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
                /** @description 在建、停工、已退出 / at work, suspended, exited */
                standing?: "active" | "suspended" | "exited";
                /** @description 包联领导（牵头或协同）；nobody：无人牵头 / whoever holds the project, as lead or beside the lead; nobody: nobody leads it */
                leaderId?: string;
                /** @description 牵头领导；nobody：无人牵头；none：无需牵头（已退出，或当日尚未入库） / whoever leads the project; nobody: nobody does; none: nobody has to, it has exited or was not entered by then */
                leadId?: string;
                /** @description 责任人 / the responsible person */
                responsiblePersonId?: string;
                /** @description 责任单位（含第二责任单位） / a responsible unit */
                unitId?: string;
                /** @description 代办单位（含第二代办单位） / an agent unit */
                agentUnitId?: string;
                /** @description 重点项目名单：年度/级别[/类别] / on this list of key projects: year/level[/category] */
                keyList?: string;
                /** @description 名称、代码、建设单位中包含的文字 / text in name, code or builder */
                text?: string;
                /** @description 起点：当时所知；默认与终点相同；与 fromEffectiveOn 至少写一个 / to compare from: as it was known then; default as known at the other point; one of this and fromEffectiveOn is required */
                fromKnownAt?: string;
                /** @description 起点的业务日期；默认 effectiveOn，再默认 fromKnownAt 之日；与 fromKnownAt 至少写一个 / to compare from: the business day; default effectiveOn, else the day of fromKnownAt; one of the two is required */
                fromEffectiveOn?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparedSummaryShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    compareOne: {
        parameters: {
            query?: {
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 起点：当时所知；默认与终点相同；与 fromEffectiveOn 至少写一个 / to compare from: as it was known then; default as known at the other point; one of this and fromEffectiveOn is required */
                fromKnownAt?: string;
                /** @description 起点的业务日期；默认 effectiveOn，再默认 fromKnownAt 之日；与 fromKnownAt 至少写一个 / to compare from: the business day; default effectiveOn, else the day of fromKnownAt; one of the two is required */
                fromEffectiveOn?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ComparedProjectShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ledgerSeriesSeries: {
        parameters: {
            query: {
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 开发区 / zone */
                zoneId?: string;
                /** @description 阶段，可有多个，逗号分隔：到该日已确定到达的最远节点 / some stages, with commas between them: the furthest certain one on the day */
                stage?: string;
                /** @description 可能已到的阶段：到该日日期不够精确、尚未确定 / a further stage that is only possible on the day */
                possibleStage?: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
                /** @description 在建、停工、已退出 / at work, suspended, exited */
                standing?: "active" | "suspended" | "exited";
                /** @description 包联领导（牵头或协同）；nobody：无人牵头 / whoever holds the project, as lead or beside the lead; nobody: nobody leads it */
                leaderId?: string;
                /** @description 牵头领导；nobody：无人牵头；none：无需牵头（已退出，或当日尚未入库） / whoever leads the project; nobody: nobody does; none: nobody has to, it has exited or was not entered by then */
                leadId?: string;
                /** @description 责任人 / the responsible person */
                responsiblePersonId?: string;
                /** @description 责任单位（含第二责任单位） / a responsible unit */
                unitId?: string;
                /** @description 代办单位（含第二代办单位） / an agent unit */
                agentUnitId?: string;
                /** @description 重点项目名单：年度/级别[/类别] / on this list of key projects: year/level[/category] */
                keyList?: string;
                /** @description 名称、代码、建设单位中包含的文字 / text in name, code or builder */
                text?: string;
                /** @description 每日、每周、每月之末 / the end of each day, ISO week or month */
                by: "day" | "week" | "month";
                /** @description known：逐日所知；effective：按 knownAt（默认现在）所知的逐日实况 / known: what was known on each day; effective: each day as it is known at knownAt, by default now */
                clock: "known" | "effective";
                /** @description 起 / from */
                from: string;
                /** @description 止（含） / to, that day included */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    ledgerColumnsColumns: {
        parameters: {
            query: {
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 项目编号，逗号分隔，最多 100 个 / ids of projects, with commas between them */
                ids: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ColumnsShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    projectLedgerSummary: {
        parameters: {
            query?: {
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 开发区 / zone */
                zoneId?: string;
                /** @description 阶段，可有多个，逗号分隔：到该日已确定到达的最远节点 / some stages, with commas between them: the furthest certain one on the day */
                stage?: string;
                /** @description 可能已到的阶段：到该日日期不够精确、尚未确定 / a further stage that is only possible on the day */
                possibleStage?: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
                /** @description 在建、停工、已退出 / at work, suspended, exited */
                standing?: "active" | "suspended" | "exited";
                /** @description 包联领导（牵头或协同）；nobody：无人牵头 / whoever holds the project, as lead or beside the lead; nobody: nobody leads it */
                leaderId?: string;
                /** @description 牵头领导；nobody：无人牵头；none：无需牵头（已退出，或当日尚未入库） / whoever leads the project; nobody: nobody does; none: nobody has to, it has exited or was not entered by then */
                leadId?: string;
                /** @description 责任人 / the responsible person */
                responsiblePersonId?: string;
                /** @description 责任单位（含第二责任单位） / a responsible unit */
                unitId?: string;
                /** @description 代办单位（含第二代办单位） / an agent unit */
                agentUnitId?: string;
                /** @description 重点项目名单：年度/级别[/类别] / on this list of key projects: year/level[/category] */
                keyList?: string;
                /** @description 名称、代码、建设单位中包含的文字 / text in name, code or builder */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummaryShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    projectLedgerByLeader: {
        parameters: {
            query?: {
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 开发区 / zone */
                zoneId?: string;
                /** @description 阶段，可有多个，逗号分隔：到该日已确定到达的最远节点 / some stages, with commas between them: the furthest certain one on the day */
                stage?: string;
                /** @description 可能已到的阶段：到该日日期不够精确、尚未确定 / a further stage that is only possible on the day */
                possibleStage?: "registered" | "planned" | "lead" | "admitted" | "signed" | "filed" | "landSupplied" | "permitted" | "constructionStarted" | "completed" | "inProduction" | "atCapacity";
                /** @description 在建、停工、已退出 / at work, suspended, exited */
                standing?: "active" | "suspended" | "exited";
                /** @description 包联领导（牵头或协同）；nobody：无人牵头 / whoever holds the project, as lead or beside the lead; nobody: nobody leads it */
                leaderId?: string;
                /** @description 牵头领导；nobody：无人牵头；none：无需牵头（已退出，或当日尚未入库） / whoever leads the project; nobody: nobody does; none: nobody has to, it has exited or was not entered by then */
                leadId?: string;
                /** @description 责任人 / the responsible person */
                responsiblePersonId?: string;
                /** @description 责任单位（含第二责任单位） / a responsible unit */
                unitId?: string;
                /** @description 代办单位（含第二代办单位） / an agent unit */
                agentUnitId?: string;
                /** @description 重点项目名单：年度/级别[/类别] / on this list of key projects: year/level[/category] */
                keyList?: string;
                /** @description 名称、代码、建设单位中包含的文字 / text in name, code or builder */
                text?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SummaryByLeaderShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    projectHistoryPage: {
        parameters: {
            query?: {
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectPageShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    projectHistoryTimeline: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    projectHistoryEvents: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProjectEventsShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    factsList: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactsShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    factsOne: {
        parameters: {
            query?: {
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
                factId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactAtShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    replayReplay: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description recorded：按入账次序（默认）；filed：按填报时间，导入的历史据来源自述 / recorded: as it was recorded (default); filed: as it was filed, which for imported history the source claims */
                by?: "recorded" | "filed";
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    leadersList: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 范围：all、zone:<编号>、county:<名称或代码>、city:<代码前四位> / scope */
                scope?: string;
                /** @description 角色，默认牵头与协助 / role; default lead and co-lead */
                role?: "lead" | "coLead" | "responsiblePerson" | "responsibleUnit" | "agentUnit";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaderListShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    leadersNobody: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 范围：all、zone:<编号>、county:<名称或代码>、city:<代码前四位> / scope */
                scope?: string;
                /** @description 角色，默认牵头 / role; default lead */
                role?: "lead" | "responsiblePerson" | "responsibleUnit" | "agentUnit";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NobodyPageShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    leadersPage: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 范围：all、zone:<编号>、county:<名称或代码>、city:<代码前四位> / scope */
                scope?: string;
                /** @description 角色，默认牵头与协助 / role; default lead and co-lead */
                role?: "lead" | "coLead" | "responsiblePerson" | "responsibleUnit" | "agentUnit";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LeaderPageShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    leadersInMyTime: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 范围：all、zone:<编号>、county:<名称或代码>、city:<代码前四位> / scope */
                scope?: string;
                /** @description 角色，默认牵头与协助 / role; default lead and co-lead */
                role?: "lead" | "coLead" | "responsiblePerson" | "responsibleUnit" | "agentUnit";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimePageShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    leadersTenures: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 范围：all、zone:<编号>、county:<名称或代码>、city:<代码前四位> / scope */
                scope?: string;
                /** @description 角色，默认全部 / role; default all of them */
                role?: "lead" | "coLead" | "responsiblePerson";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenureListShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    leadersActions: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 范围：all、zone:<编号>、county:<名称或代码>、city:<代码前四位> / scope */
                scope?: string;
                /** @description 走访或帮扶，默认两者 / visits or helps; default both */
                kind?: "siteVisit" | "helpAction";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ActionListShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    unitsPage: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 范围：all、zone:<编号>、county:<名称或代码>、city:<代码前四位> / scope */
                scope?: string;
                /** @description 角色，默认两者 / role; default both */
                role?: "responsibleUnit" | "agentUnit";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnitPageShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    unitsInMyTime: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 范围：all、zone:<编号>、county:<名称或代码>、city:<代码前四位> / scope */
                scope?: string;
                /** @description 角色，默认两者 / role; default both */
                role?: "responsibleUnit" | "agentUnit";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimePageShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    getZone: {
        parameters: {
            query?: {
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ZoneShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    getOrganization: {
        parameters: {
            query?: {
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrganizationShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    getCatalogue: {
        parameters: {
            query?: {
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogueShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    getPerson: {
        parameters: {
            query?: {
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PersonShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    findingsList: {
        parameters: {
            query?: {
                /** @description 范围：all、zone:<编号>、county:<名称或代码>、city:<代码前四位> / scope */
                scope?: string;
                /** @description 包联领导（牵头或协同）/ the leader who holds it, as lead or beside the lead */
                leaderId?: string;
                /** @description 责任单位或代办单位 / the responsible unit or the agent unit */
                unitId?: string;
                /** @description 项目 / project */
                projectId?: string;
                /** @description 疑点代码，多个以逗号分隔 / codes, with commas between them */
                code?: string;
                /** @description 是否已说明 / whether it is explained */
                explained?: "true" | "false";
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 排序：最近的在前（默认），或按项目入库次序 / the latest first (default), or by project in the order of entry */
                sort?: "newest" | "project";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingListShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    findingsSummary: {
        parameters: {
            query?: {
                /** @description 范围：all、zone:<编号>、county:<名称或代码>、city:<代码前四位> / scope */
                scope?: string;
                /** @description 包联领导（牵头或协同）/ the leader who holds it, as lead or beside the lead */
                leaderId?: string;
                /** @description 责任单位或代办单位 / the responsible unit or the agent unit */
                unitId?: string;
                /** @description 项目 / project */
                projectId?: string;
                /** @description 疑点代码，多个以逗号分隔 / codes, with commas between them */
                code?: string;
                /** @description 是否已说明 / whether it is explained */
                explained?: "true" | "false";
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FindingSummaryShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    deadlinesList: {
        parameters: {
            query?: {
                /** @description 范围：all、zone:<编号>、county:<名称或代码>、city:<代码前四位> / scope */
                scope?: string;
                /** @description 包联领导（牵头或协同）/ the leader who holds it, as lead or beside the lead */
                leaderId?: string;
                /** @description 责任单位或代办单位 / the responsible unit or the agent unit */
                unitId?: string;
                /** @description 项目 / project */
                projectId?: string;
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 今后多少天内到期 / falling due within so many days */
                days?: number;
                /** @description true：已逾期的，最早的在前，days 不起作用 / what is past due, the oldest first; days does not count then */
                overdue?: "true" | "false";
                /** @description 计划、合同、土地、施工许可 / plan, contract, land, permit */
                kind?: "plan" | "contract" | "land" | "permit";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineListShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    deadlinesSummary: {
        parameters: {
            query?: {
                /** @description 范围：all、zone:<编号>、county:<名称或代码>、city:<代码前四位> / scope */
                scope?: string;
                /** @description 包联领导（牵头或协同）/ the leader who holds it, as lead or beside the lead */
                leaderId?: string;
                /** @description 责任单位或代办单位 / the responsible unit or the agent unit */
                unitId?: string;
                /** @description 项目 / project */
                projectId?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 今后多少天内到期 / falling due within so many days */
                days?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlineSummaryShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    getReassignment: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 只看未作调整的项目 / only the projects that were left as they were */
                outcome?: "skipped";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReassignmentPageShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    weeklyDispatchList: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchQueriesShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    weeklyDispatchAnswer: {
        parameters: {
            query: {
                /** @description 周 2026-W47、旬 2026-11-T2 或月 2026-11；截止于最后一天 24:00（北京时间）；须已开始 / week, ten days or month that has begun */
                period: string;
                /** @description 范围：all、zone:<编号>、county:<名称或代码>、city:<代码前四位> / scope */
                scope?: string;
                /** @description known：截止时刻所知的情况，时段未结束则为现在所知（默认）；filed：截止日前已填报的内容，用于导入的时段 / known: as it was known at the cut-off, or is known now while the period is under way (default); filed: as it had been filed by the cut-off, for imported periods */
                by?: "known" | "filed";
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path: {
                name: "stage-counts" | "moved" | "slipped" | "overdue-by-leader" | "signed-not-started" | "started-not-producing" | "silent-units" | "money-against-plan";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DispatchAnswerShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    targetsOne: {
        parameters: {
            query?: {
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    targetsBehind: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 业务日期，默认 knownAt 之日，再默认今天 / as it really was on this day; default the day of knownAt, else today */
                effectiveOn?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
                /** @description 计入的，或因日期、总投资、行业不详而未能判定的；默认 counted / what counts, or what cannot be told; default counted */
                of?: "counted" | "undetermined";
                /** @description 只看一个档次 / one tier only */
                tier?: string;
                /** @description 只看一个开发区 / one zone only */
                zoneId?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AchievementListShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description 每页条数 / items on a page */
                limit?: number;
                /** @description 上一页的 next / `next` of the page before */
                cursor?: string;
                /** @description 类别，多个以逗号分隔 / categories, with commas between them */
                category?: string;
                /** @description 事件类型，多个以逗号分隔 / types, with commas between them */
                type?: string;
                /** @description 关于谁：项目、开发区、单位、人员等的编号 / whom it is about: the id of a project, a zone, a unit, a person … */
                subject?: string;
                /** @description 经办人 / who acted */
                actor?: string;
                /** @description 来源 / where it came from */
                source?: "api" | "screen" | "demo" | "import";
                /** @description 导入批次 / batch of an import */
                batch?: string;
                /** @description 从何处起：序号（含）、时刻（含）或某日开始 / from where on: a seq or an instant, that one included, or the beginning of a day */
                since?: string;
                /** @description 到何处止：序号（含）、时刻（含）或某日结束 / up to where: a seq or an instant, included, or the end of a day */
                until?: string;
                /** @description 填报之日不早于 / filed on this day or later */
                filedSince?: string;
                /** @description 填报之日不晚于 / filed on this day or earlier */
                filedUntil?: string;
                /** @description -seq：新者在前（默认） / the latest first (default) */
                sort?: "-seq" | "seq";
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventListShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    listEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventTypesShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    getEvent: {
        parameters: {
            query?: {
                /** @description 台账当时所知：事件序号、时刻或某日结束；默认现在 / as it was known then: the seq of an event, an instant, or the end of a day; default now */
                knownAt?: string;
                /** @description 命令返回的 after：等到视图读到它 / `after` of a command: wait until the view has seen it */
                after?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventShape"];
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
    feed: {
        parameters: {
            query?: {
                /** @description 流的类别，多个以逗号分隔 / categories of streams, with commas between them */
                category?: string;
                /** @description 事件类型，多个以逗号分隔 / types of events, with commas between them */
                type?: string;
                /** @description 只看一个项目 / of one project only */
                project?: string;
                /** @description 从此标记之后续读；请求头 Last-Event-ID 优先 / resume after this token; the header Last-Event-ID goes before it */
                after?: string;
                /** @description 从何处起：start（第一条）或某条的 seq（含该条）；不给则从现在起 / where to begin: start, or the seq of the first event wanted; default: from now on */
                from?: string;
            };
            header?: {
                /** @description 上次收到的 id，由此续读 / the last id that was received: resume after it */
                "Last-Event-ID"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            /** @description 未受理或出错 / refused, or failed */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["ProblemShape"];
                };
            };
        };
    };
}
