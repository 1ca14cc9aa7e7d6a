"""Which authority a duty demands, in three languages, and what demands none."""

import pytest

from jdlint.language.authority import read_authority, read_grants
from jdlint.language.demand import Demand, read_demands
from jdlint.language.demand_table import demand_row
from jdlint.language.fold import fold
from jdlint.language.glued import spaced
from jdlint.language.phrase_parse import verb_forms, vocabulary
from tests.demanding import demanded, wanted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("带领全班完成挖掘", "assess personnel, assign personnel"),
        ("在护士长领导和主管护师指导下工作", ""),
        ("Assign 14 rooms to each attendant", "assign personnel"),
        ("Completes yearly appraisals of ward staff", "assess personnel"),
        ("Reviews carers' performance every six months", "assess personnel"),
        ("Rotates cleaners between floors every month", "assign personnel"),
        ("Move staff notice boards to the new wing", ""),
        ("Takes on seasonal pickers each May", "hire personnel"),
        ("Takes on the role of team leader", ""),
        ("Takes fines and hall hire payments", ""),
        ("Schedules interviews for the librarian post", ""),
        ("Waives cancellation charges for regular guests", "approve finance.fee"),
        ("Grants planning permission for minor works", "approve site"),
        ("Picks the seed merchants for the season", "approve procurement"),
        ("Picks orders and packs them", ""),
        ("Assign rooms to tutors", ""),
        ("Allocate cases to social workers weekly", "assign personnel"),
        ("Closes the pool when chlorine is out of range", "correct site"),
        ("Close the pool at 9 pm and cover it", ""),
        ("Halts the line", "correct site"),
        ("Report when the line stops", ""),
        ("Bars customers who break the rules", "correct customer"),
        ("Bars the gate at dusk", ""),
        ("Condemns equipment that is beyond repair", "approve asset"),
        ("Collect condemned stores for disposal", ""),
        ("在館長領導及組長指導下整理古籍", ""),
        ("在主厨领导和采购员配合下盘点冷库", ""),
        ("在总经理授权下签订租约", "sign contract"),
        ("在护士长指导下安排护士班次", "assign personnel"),
        ("在岗前培训中带领下属完成实操", "assess personnel, assign personnel"),
        ("确定值班编辑", "assign personnel"),
        ("确定参会人员", ""),
        ("选定加盟店", "approve channel"),
        ("对学员的培训效果进行考核", "assess personnel"),
        ("评估培训效果", ""),
        ("规范报销的审核与支付", ""),
        ("监督收银操作", ""),
        ("检查考核驾驶员", "assess personnel"),
        ("督促门市执行公司的价格", ""),
        ("制定奖金办法,经董事会批准后执行", ""),
        ("批准后签订租约", "sign contract"),
        ("批假条的登记", ""),
        ("组员三天以内的准假", "approve personnel"),
        ("劝阻游客攀爬", "correct personnel"),
        ("管理后勤人员", "assess personnel, assign personnel"),
        ("管理员工", "assess personnel, assign personnel"),
        ("员工餐厅的管理", ""),
        ("安排派报员工作", "assign personnel"),
        ("制定全园工作计划", "approve plan"),
        ("组织质量体系审核", ""),
        ("剧毒药品的保管", "custody asset"),
        ("收购价的确定", "approve finance.price"),
        ("编排费用预算", ""),
        ("审批分公司的用款申请", "approve finance.payment"),
        ("审核差旅报销单", "review finance.expense"),
        ("检查货款的审批和支付", ""),
        ("监督租约的签订", ""),
        ("保养码头收费设施", ""),
        ("安排值班岗位", "assign personnel"),
        ("了解住户口味,制定膳食计划", ""),
        ("登记各项代收代办费", ""),
        ("组织优秀班组评选", ""),
        ("检查备用金的保管并签订租约", "sign contract"),
        ("对会计凭证逐笔审核", "review finance.expense"),
        ("修订仓储作业规程并发布", "approve policy"),
        ("制定年度检修计划,分解到各班组", "approve plan"),
        ("确定景区门票价格", "approve finance.price"),
        ("核定加盟店的信用额度", "approve finance.credit"),
        ("审定年度预算", "approve finance.budget"),
        ("控制车间的制造费用", "inspect finance.expense"),
        ("监督外包食堂的承包商", "inspect procurement"),
        ("巡视装修现场,查处违规施工", "inspect site, correct site"),
        ("考核本科室护士", "assess personnel"),
        ("科室医师的考评、排班及奖惩", "assess personnel, assign personnel, reward personnel"),
        ("招聘并培训驾驶员", "hire personnel"),
        ("组建售后服务团队", "hire personnel"),
        ("管理三名客房主管", "assess personnel, assign personnel"),
        ("带领检修班组完成年度大修", "assess personnel, assign personnel"),
        ("布置任务并检查完成情况", "assign personnel"),
        ("与房东洽谈租赁条件,签订租约", "negotiate contract, sign contract"),
        ("遴选原料供应商", "approve procurement"),
        ("处理盘亏和坏账", "approve finance.writeoff"),
        ("保管库房钥匙和备用金", "custody asset"),
        ("收取停车费", "custody finance.fee"),
        ("责令违章人员停止作业", "correct personnel"),
        ("審核部屬差旅費用", "review finance.expense"),
        ("核定門市排班", "approve personnel"),
        ("編排保安員更表", "assign personnel"),
        ("批核員工假期申請", "approve personnel"),
        ("釐定服務收費", "approve finance.fee"),
        ("與承辦商議價並簽訂合約", "negotiate contract, sign contract"),
        ("評核下屬的工作表現", "assess personnel"),
        ("督導外判清潔公司", "inspect procurement"),
        ("保管大廈鑰匙", "custody asset"),
        ("Approve capital purchase requests", "approve procurement"),
        ("Is responsible for approval of overtime", "approve personnel"),
        ("Hire, train and supervise pharmacy technicians", "hire personnel, assess personnel, assign personnel"),
        ("Sets room rates and grants discounts", "approve finance.price"),
        ("Negotiate and sign catering contracts", "negotiate contract, sign contract"),
        ("Supervision of volunteers", "assess personnel, assign personnel"),
        ("Allocate daily tasks to the crew", "assign personnel"),
        ("Dismiss staff after a hearing", "reward personnel"),
        ("Monitor spending against budget", "inspect finance.expense"),
        ("Formulate quality standards", "approve policy"),
        ("Collect tuition fees", "custody finance.fee"),
        ("Hold the master keys", "custody asset"),
        ("Select subcontractors", "approve procurement"),
        ("Stop unsafe work", "correct personnel"),
        ("Vet tenders before award", "review procurement"),
        ("编写本科室的年度工作计划,下达病区护理工作计划", "approve plan"),
        ("制订教学制度、护理标准", "approve policy"),
        ("包括制定安全规程", "approve policy"),
        ("布置工作任务,安排次日工作", "assign personnel"),
        ("调配护理人力资源", "assign personnel"),
        ("审核分院提交的合同", "review contract"),
        ("带领讲解组达成接待目标,调整门票价格", "approve finance.price"),
        ("带领维修班组攻克技术难关", "assess personnel, assign personnel"),
        ("对违反规程的装卸工予以处罚", "reward personnel"),
        ("印章保管及档案归档", "custody asset"),
        ("對教師進行考核,對教材提出意見", "assess personnel"),
        ("訂定倉儲章則", "approve policy"),
        ("評選協力廠商並議價", "approve procurement, negotiate contract"),
        ("遇有險情立即勒令停工", "correct personnel"),
        ("發放同仁薪給", ""),
        ("批簽零用現金單據", "approve finance.expense"),
        ("Responsible for the recruitment of porters", "hire personnel"),
        ("Supervising warehouse staff", "assess personnel, assign personnel"),
        ("Hire and fire seasonal staff", "hire personnel, reward personnel"),
        ("Complete probation reviews", "assess personnel"),
        ("Evaluate the performance of tutors", "assess personnel"),
        ("根据出勤情况进行考核", "assess personnel"),
        ("审核合同、付款申请", "review contract, review finance.payment"),
        ("制定园区的工作计划", "approve plan"),
        ("與包商議價", "negotiate contract"),
        ("Carry out annual reviews of trainees", "assess personnel"),
        ("Co-ordinate the activities of porters", "assign personnel"),
        ("Day to day management of members of the team", "assess personnel, assign personnel"),
        ("调整门店的考勤制度", "approve policy"),
        ("商订演出计划", "approve plan"),
        ("决定各班人员的调换", "assign personnel"),
        ("完成应标、商务谈判与协议签订等工作", "negotiate contract, sign contract"),
        ("收取采暖费、垃圾清运费", "custody finance.fee"),
        ("保管仓库的财产", "custody asset"),
        ("開市前分配侍應的枱號", "assign personnel"),
        ("負責印章、鑰匙的管理", "custody asset"),
        ("按工单给组员派工", "assign personnel"),
        ("訂定年度行銷企畫與預算", "approve finance.budget"),
        ("制定專案計畫、里程碑", "approve plan"),
        ("对所辖顾问进行日常管理", "assess personnel, assign personnel"),
        ("批准不合格原料让步接收", "approve asset"),
        ("放行合格批次产品", "approve result"),
        ("评价讲师的授课质量", "assess personnel"),
        ("Approves spend of up to $3,000 on repairs and refunds", "approve finance.expense"),
        ("按销售预算做成本控制", "inspect finance.expense"),
        ("按月向各部门下达任务", "assign personnel"),
        ("没收违禁品", "correct customer"),
        ("对欠费用户停止供水", "correct customer"),
        ("给业务员制定销售任务", "approve plan"),
        ("责成施工方返工", "correct procurement"),
        ("选定租车公司", "approve procurement"),
        ("负责对各部门提交的预算进行审核", "review finance.budget"),
        ("对不符合卫生标准的商户责令整改", "correct customer"),
        ("对未完成任务的员工进行考核", "assess personnel"),
        ("对不服从管理的人员进行处罚", "reward personnel"),
        ("对提供虚假资料的供应商予以淘汰", "approve procurement"),
        ("核发健康证", "approve site"),
        ("查处无证经营", "correct personnel, inspect personnel"),
        ("负责公司客服团队的日常管理工作", "assess personnel, assign personnel"),
        ("员工绩效考核的组织与实施", "assess personnel"),
        ("安排司机接送客户", "assign personnel"),
        ("建立安全生产责任制", "approve policy"),
        ("对员工进行考核并提出奖惩建议", "assess personnel"),
        ("制定私人教练个人每月课程销售指标", "approve plan"),
        ("管理及督導負責護理和支援的員工", "assess personnel, assign personnel"),
        ("负责检验人员的业务学习、继续教育、考核", "assess personnel"),
        ("将销售指标分解到个人", "approve plan"),
        ("店长应考核下属员工", "assess personnel"),
        ("員工轉崗的審批", "approve personnel"),
        ("定期检查燃气用户", "inspect customer"),
        ("负责供热辖区内违章用户的监察工作", "inspect customer"),
        ("对违规商户进行处罚", "correct customer"),
        ("给各班组下达生产任务", "assign personnel"),
        ("向組員分派工作任務", "assign personnel"),
        ("按预算做成本控制", "inspect finance.expense"),
        ("对队员的工作任务做出安排", "assign personnel"),
        ("与租户洽谈合同条款", "negotiate contract"),
        ("负责采购谈判", "negotiate contract"),
        ("修订公司制度", "approve policy"),
        ("遴选应征者", "hire personnel"),
        ("修訂每日工作編排", "assign personnel"),
        ("负责备用金的保管", "custody asset"),
        ("调整员工薪资", "approve personnel"),
        ("组织公交驾驶员考核", "assess personnel"),
        ("Schedules working hours and days off of lock-keepers", "assign personnel"),
        ("Prepares the weekly diver schedule", "assign personnel"),
        ("Prepare monthly schedules for the sluice crew", "assign personnel"),
        ("Preparation of duty rosters for pilots", "assign personnel"),
        ("Distribution of work among the clerks", "assign personnel"),
        ("Allotment of duties to the invigilators", "assign personnel"),
        ("Reasonably arrange the labor force", "assign personnel"),
        ("The dockmaster shall regulate the conduct and work of the crew", "assign personnel"),
        ("Supervision and guidance of junior surveyors", "assess personnel, assign personnel"),
        ("Exercises direct supervision over a crew of riggers", "assess personnel, assign personnel"),
        (
            "Hire, train, evaluate and, where needed, dismiss deckhands",
            "assess personnel, hire personnel, reward personnel",
        ),
        ("Writes the confidential reports of all officers", "assess personnel"),
        ("Monitor the performance of the crew", "assess personnel"),
        ("Signs time sheets of the divers", "approve personnel"),
        ("Approve the release of finished goods", "approve result"),
        ("Passing of bills for payment", "approve finance.payment"),
        ("Condemnation of unserviceable articles", "approve asset"),
        ("Provides supervision and guidance to deckhands", "assess personnel, assign personnel"),
        ("Assignment of berthing duties to pilots", "assign personnel"),
        ("Passing vendor bills", "approve finance.payment"),
        ("Finalisation of contracts with chandlers", "sign contract"),
        ("Sign permits to work", "approve site"),
        ("Act as joint signatory of the bank account with the treasurer", "sign finance.payment"),
        ("Be the custodian of the seal and the keys", "custody asset"),
        ("Open and close the strong room under dual control", "custody asset"),
        ("Receives the lock fees and records them", "custody finance.fee"),
        ("Make rules for the use of the slipway", "approve policy"),
        ("Administer the annual dredging budget", "inspect finance.budget"),
        ("Evict trespassers from the quay", "correct personnel"),
        ("Audit the daily cargo report", "review information"),
    ],
)
def test_demands(text: str, expected: str) -> None:
    assert demanded(text) == wanted(expected)


@pytest.mark.parametrize(
    "text",
    [
        "编制设备更新方案,提交集团审批",
        "制定促销价格并报总部批准后执行",
        "由护理部主任审核后存档",
        "经院长批准后方可公布",
        "接受审计部门的监督和考核",
        "被考核人员的申诉登记",
        "配合人事部考核新员工",
        "签订安全目标责任书",
        "促进商户签约",
        "执行集团的预算批复",
        "建立供应商档案",
        "管理患者关系",
        "汇总考核指标和考核结果",
        "解释审批流程",
        "Supervise the transcription of price lists",
        "Issue costumes and prepare budgets",
        "Monitor the weather, performance reviews and renewals",
        "Check delivery notes and invoices against orders",
        "指导加盟商陈列商品",
        "制定自己的拜访计划",
        "制定个人学习目标",
        "参与制定教学计划",
        "协助厂长招聘操作工",
        "督促班组长考核组员",
        "起草、修订财务制度",
        "拟定薪酬方案",
        "管理员工宿舍",
        "管理合同档案",
        "按照公司制定的标准施工",
        "收集竞争对手的价格",
        "催收逾期租金",
        "在护士长的领导下工作",
        "擬訂採購計畫送主管核准",
        "協助店長排班",
        "由主任核定後辦理",
        "參與員工評核",
        "Prepare budgets for approval",
        "Assist the director in hiring staff",
        "Take part in negotiations with suppliers",
        "Submit leave requests to the manager for approval",
        "Implement policies approved by the board",
        "Set up equipment",
        "Develop good relationships with clients",
        "Attend performance review meetings",
        "Manage own workload",
        "Ensure that drivers sign delivery notes",
        "Recommend candidates to the principal",
        "Manage lead generation",
        "Draft contracts",
        "做好本人的工作计划",
        "制定护理工作总结模板",
        "会计报表及资产明细的归档",
        "就部门经理的任免向董事会提供意见",
        "對所屬人員獎懲之建議",
        "巡视施工现场,记录进度",
        "落实成本控制措施",
        "业务的执行、监督及考核",
        "陪同監理單位查看樓面",
        "統計監理、總包的到場人數",
        "執行總公司核定之售價",
        "按审批完毕的单据登账",
        "签发银行结算凭证",
        "調整車間的溫度",
        "Prepare data for the signing of contracts",
        "Take minutes during staff appraisals",
        "Read site inspection reports",
        "Check branch activity",
        "Write reviews of exhibitions",
        "根据考核结果归档",
        "Review the performance of the school against its plan",
        "Recommend changes in classification and discipline",
        "Draw up the agenda for recruitment events",
        "整理招聘作业流程",
        "考核宣传效果",
        "发放节日礼品",
        "传达会议的决策,并登记在册",
        "做好班组的6S管理",
        "组织图纸会审",
        "统计办公用品的浪费",
        "送检样品给质量科审批",
        "组织买卖双方签约",
        "文書、印信、庶務、財產管理",
        "停水停电时通知业主",
        "按采购计划办理验收",
        "给领导制定行程",
        "完成公司制定目标",
        "上缴没收物品",
        "处理停电故障",
        "对上报的材料交由主管审批",
        "对员工申报的加班情况汇总后报经理审批",
        "对需经总部审批的项目进行申报",
        "就下属提交的方案提供意见",
        "承接部门下达任务",
        "检查用户提交的申请是否齐全",
        "设专人管理",
        "对下属的晋升、降级提出建议",
        "活动的组织、宣传、考核",
        "評估既有之供應商",
        "完成店长分派工作",
        "完成公司下达任务",
        "承办上级分派任务",
        "检查用户反馈并回复",
        "做好与客户谈判前的准备",
        "收集应聘人员简历",
        "应由店长审批",
        "应服从班长的工作安排",
        "学习公司制度",
        "Schedule meetings with deckhands",
        "Schedule training for the crew",
        "Arrange interviews with pilots",
        "Arrange employees' outings",
        "Evaluate the performance of the pumps jointly with the plant engineers",
        "Evaluation of chandlers together with the purchasing department",
        "Deposit the day's collection at the bank",
        "Enforce check-cashing and credit rules",
        "Under the leadership of the dockmaster, take the soundings",
        "Write to owners regarding mooring and discipline with the help of the clerks",
        "Check the construction site every day",
        "Receive vouchers and file them",
        "Renew licences and insurance",
        "Prepare a schedule of dredging with the surveyor",
        "Make tea for the crew",
        "",
        "。",
        "2024",
    ],
)
def test_demands_nothing(text: str) -> None:
    assert demanded(text) == set()


def test_columns_are_those_of_the_original_text() -> None:
    text = "1.負責審批客戶信用額度,協助催收"
    (demand,) = read_demands(text)
    assert demand == Demand("approve", "finance.credit", "high", 4, 12, "審批客戶信用額度")
    assert text[demand.start : demand.end] == demand.words


def test_each_act_and_object_once_in_order() -> None:
    demands = read_demands("审核费用,签订合同,复核费用")
    assert [(one.act, one.object) for one in demands] == [("review", "finance.expense"), ("sign", "contract")]


@pytest.mark.parametrize(
    ("text", "confidence"),
    [("审批预算", "high"), ("分解销售目标", "medium"), ("检查产品质量", "low")],
)
def test_confidence(text: str, confidence: str) -> None:
    assert {one.confidence for one in read_demands(text)} == {confidence}


@pytest.mark.parametrize(
    ("text", "kind", "acts"),
    [
        ("对分店的折扣方案有审批权", "grant", "approve"),
        ("费用审核权和否决权", "grant", "review"),
        ("对部门规章的修改有建议权", "grant", "propose"),
        ("对违规操作的制止权", "grant", "correct"),
        ("有权调阅销售台账", "grant", "inspect"),
        ("部门人员的考核权、调配权", "grant", "assess, assign"),
        ("核定三千元以内的维修费用", "grant", "approve"),
        ("对员工处分提出意见", "grant", "propose"),
        ("採購案核定權", "grant", "approve"),
        ("對部屬之考核權", "grant", "assess"),
        ("对下属工作的安排权", "grant", "assign"),
        ("有权管理本班护理员", "grant", "assign, assess"),
        ("信用额度审批权:10万元", "grant", "approve"),
        ("採購金額三萬元以下之核決", "grant", "approve"),
        ("向上级报告权", "none", ""),
        ("档案室的管理权", "unknown-type", ""),
        ("任命领班、签订用工协议、处分违纪员工的权力", "grant", "hire, sign, reward"),
        ("有权提出调岗和辞退建议", "grant", "propose"),
        ("有权劝阻闹事者,但没有罚款、处罚的权力", "grant", "correct"),
        ("未依圖施工之廠商,得要求停工", "grant", "correct"),
        ("得隨時查核現金", "grant", "inspect"),
        ("得就人員進用提出名單", "grant", "propose"),
        ("獲授權簽署十萬元以下的合約", "grant", "sign"),
        ("Authorise repairs of not more than $90 without a tender", "grant", "approve"),
        ("Issue written warnings to porters", "grant", "reward"),
        ("Request information from the wards", "grant", "inspect"),
        ("Give orders to the night shift", "grant", "assign"),
        ("Management of the archive", "none", ""),
        ("客户跟踪权", "unknown-type", ""),
        ("对各部门下达任务的权力", "grant", "assign"),
        ("获得提成权", "entitlement", ""),
        ("公共事务处理权", "vague-scope", ""),
        ("会议精神的知情权", "none", ""),
        ("Authority to approve overtime up to 10 hours", "grant", "approve"),
        ("May sign purchase contracts", "grant", "sign"),
        ("Is authorised to hire and dismiss seasonal staff", "grant", "hire, reward"),
        ("Approve, sign and cancel orders", "grant", "approve, sign"),
        ("Up to $300 a month", "grant", "spend"),
        ("No authority over pay", "none", ""),
        ("Paid leave", "entitlement", ""),
    ],
)
def test_grants(text: str, kind: str, acts: str) -> None:
    reading = read_authority(text)
    assert {one.act for one in reading.grants} == set(filter(None, acts.split(", ")))
    if acts:
        assert reading.kind == kind


def test_a_grant_has_object_limit_and_scope() -> None:
    (grant,) = read_grants("5000元以内的费用审批权")
    assert (grant.act, grant.object, grant.scope) == ("approve", "finance.expense", "5000元以内的费用审批权")
    assert grant.limit is not None
    assert grant.limit.high == 5000


def test_a_preposition_brings_in_no_object_of_a_grant() -> None:
    (grant,) = read_grants("To employ divers on monthly terms")
    assert (grant.act, grant.object) == ("hire", "personnel")
    (grant,) = read_grants("Inspect contractors' work in the dock")
    assert (grant.act, grant.object) == ("inspect", "procurement")


def test_a_structured_entry_names_its_act() -> None:
    assert [(one.act, one.object) for one in read_grants("采购合同", "sign")] == [("sign", "contract")]
    assert [(one.act, one.object) for one in read_grants("差旅费", "审批")] == [("approve", "finance.expense")]
    assert read_authority("anything", "juggle").kind == "unknown-type"


def test_every_class_of_act_is_in_the_demand_table() -> None:
    classes = {act for word in vocabulary().words.values() for act in word.acts}
    assert all(demand_row(act) for act in classes)


def test_english_verbs_have_their_forms() -> None:
    assert [form for _, form in verb_forms("set up")] == ["set up", "sets up", "setting up"]
    assert [form for _, form in verb_forms("oversee")] == ["oversee", "oversees", "overseeing"]
    assert [form for _, form in verb_forms("approve")] == ["approve", "approves", "approving"]


def test_the_tables_are_written_as_they_are_matched() -> None:
    assert [spelling for spelling in vocabulary().words if fold(spelling) != spelling or "  " in spelling] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Assigns looms to weavers", "assign personnel"),
        ("Manage cost accounting of the mill", ""),
        ("Discharges members of the mill crew", "reward personnel"),
        ("Performance-manage the night team", "assess personnel, assign personnel"),
        ("Audit hauliers against the code", "inspect procurement"),
        ("Releases batches to the shop", "approve result"),
        ("Allocate boats and nets to deckhands", "assign personnel"),
        ("Monitor performance of the pumps", ""),
        ("Monitor performance of the crews", "assess personnel"),
        ("Issue leases and receipts", ""),
        ("Monitor reservoir levels and report breaches", ""),
        ("Read letters to the hiring manager", ""),
        ("Appraises crews and terminate", "assess personnel"),
        ("Show restraint and discipline", ""),
        ("The manager of looms selects, trains and pays weavers", "hire personnel"),
        ("Selects, trains and develops dyers", "hire personnel"),
        ("Create, review and update job descriptions", ""),
        ("Hires and fires weavers", "hire personnel, reward personnel"),
        ("Recruits volunteers", ""),
        ("Selects candidates for interview", ""),
        ("Dismisses class at noon", ""),
        ("Writes off spoilt stock", "approve finance.writeoff"),
        ("Collects fares", "custody finance.fee"),
        ("Allocates staff quarters", ""),
        ("The cashier approves credit for new growers", "approve finance.credit"),
        ("The credit controller reviews contracts", "review contract"),
        ("Timely execution of orders of the board", ""),
        ("Prepares evaluations for mill employees", "assess personnel"),
        ("Controls observance of safety discipline in the mill", ""),
        ("Manages the drawing up of annual plans of technical development", ""),
        ("Allots drivers to routes", "assign personnel"),
        ("Allots pens to ewes", ""),
        ("Sends vouchers to the audit unit for vetting", ""),
        ("Takes sick weavers to the hospital head team", ""),
        ("Provides job assignments to the dyers", "assign personnel"),
        ("Speeds up repairs by revising procedures", ""),
        ("Controls spending by approving each purchase order", "inspect finance.expense, approve procurement"),
        ("Confer with growers to set prices", ""),
        ("Liaise with clerks, vergers and building managers", ""),
        ("Authorise payroll", "approve finance.payment"),
        ("Disburse cash advances to foresters", "spend finance.payment"),
        ("Disburse loans at the mill gate", "spend finance.payment"),
        ("Supervise the performance of security and cleaning contractors", "inspect procurement"),
    ],
)
def test_english_grammar_tells_acts_from_nouns(text: str, expected: str) -> None:
    assert demanded(text) == wanted(expected)


def test_a_text_whose_blanks_were_lost_demands_what_it_would_with_them() -> None:
    text = "DefinesalestargetsforthestructuremanagedbySKU,controlresults"
    (found,) = read_demands(text)
    assert (found.act, found.object) == ("approve", "plan")
    assert text[found.start : found.end] == found.words == "Definesalestargets"


def test_words_of_a_glued_text_are_few_and_long() -> None:
    found = spaced("negotiateandsignagreedbudgetwithdistributorsandwholesalers,zzqx")
    assert found.text == "negotiate and sign agreed budget with distributors and wholesalers,zzqx"
    assert found.columns[-1] == len(found.text.replace(" ", ""))


@pytest.mark.parametrize(
    ("text", "granted"),
    [
        ("编排更表", True),
        ("安排化验员任务", True),
        ("Assign work orders", True),
        ("不得编排更表", False),
        ("查阅更表", False),
    ],
)
def test_an_authority_worded_as_work_grants_what_that_work_demands(text: str, *, granted: bool) -> None:
    assert (("assign", "personnel") in {(grant.act, grant.object) for grant in read_grants(text)}) is granted


@pytest.mark.parametrize("act", ["审批审核检查考核", "审核、检查、考核、", "review and approve and inspect "])
def test_acts_in_a_row_beyond_measure_are_read_without_looking_at_all_for_each(act: str) -> None:
    assert all(one.end <= len(act) * 400 for one in read_demands(act * 400))
    assert demanded(act * 400 + "。审批合同") >= {"approve contract"}


@pytest.mark.parametrize(
    ("text", "granted"),
    [
        ("Barge repairs: up to 5,000", "spend -, approve asset"),
        ("Has authority over the lock crew", "assign personnel, assess personnel"),
        ("Has authority over the lock gates", ""),
        ("Allows discounts on berths", "approve finance.price"),
        ("Budget holder for the dredging budget", "spend finance.budget"),
        ("Bank signatory with the treasurer", "sign -, sign finance.payment"),
        ("Receive money for berths", "custody -, custody finance.fee"),
        ("Needs the harbour master's approval for spending", ""),
        ("Require management to create safe conditions", ""),
        ("The clerk may hold back payment", "custody finance.payment"),
        ("The clerk may comment on and review the budget", "review finance.budget"),
        ("Interview and select deckhands within the head count", "hire personnel"),
        ("Selection of chandlers and suppliers", "approve procurement"),
        ("Granting of leave to pilots up to 29 days", "approve personnel"),
        ("Posting and transfer of lock-keepers", "assign personnel"),
        ("Punishment of deckhands short of dismissal", "reward personnel"),
        ("Write off of dead stock up to 5,000", "approve asset, approve finance.writeoff"),
        ("Emergency expenditure up to 500 whether or not it was planned", "spend finance.expense"),
    ],
)
def test_english_powers_in_other_words(text: str, granted: str) -> None:
    assert [f"{one.act} {one.object or '-'}" for one in read_grants(text)] == list(filter(None, granted.split(", ")))
