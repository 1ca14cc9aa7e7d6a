"""Reading duties: every rule raised and not raised, in Simplified and Traditional Chinese and English."""

import pytest

from jdlint.language.clause import clauses
from jdlint.language.duty import read_duty, said
from jdlint.language.fold import fold
from jdlint.language.mark import Sentence
from jdlint.language.words import words

RAISED = {
    "text/broken-sentence": [
        "将车间的月度产量报表和",
        "把上月的盘点数据",
        "將客戶的退貨單及",
        "Send the signed lease to the",
    ],
    "duty/trait-as-duty": [
        "熟悉冷链运输的温控要求",
        "具有较强的团队意识和责任心",
        "熟悉長照機構的作業流程",
        "善於傾聽住戶的想法",
        "Strong analytical skills",
        "Knowledge of import regulations",
    ],
    "duty/obligation-as-duty": [
        "遵守学校的各项规章制度",
        "服从科室主任的安排",
        "遵守院內各項規定,保守業務機密",
        "Comply with company policies",
        "Adhere to the code of conduct",
    ],
    "duty/catch-all": [
        "完成店长交办的其他工作",
        "领导安排的其它事宜",
        "其他主任交辦事項",
        "Any other duties as assigned by the dean",
        "Other tasks as requested",
    ],
    "duty/non-duty-text": [
        "直接对院长负责",
        "工作地点:东莞厂区",
        "隸屬總務處",
        "Reports to the Head Nurse",
        "This position is based in Leeds",
    ],
    "duty/no-verb": ["校园安全事宜", "清潔"],
    "duty/hollow-verb": [
        "负责仓库管理工作",
        "负责采购工作",
        "做好食堂的日常管理",
        "設備管理",
        "負責門市營運",
        "Responsible for marketing",
        "Carries out management of subordinate employees",
    ],
    "duty/support-unscoped": [
        "参与新药的研发",
        "协助组织运动会",
        "为门店提供支持",
        "協助籌辦年會",
        "Assist with payroll",
        "Take part in recruitment",
        "Provide support to the warehouse team",
    ],
    "duty/vague-object": [
        "协调各方面关系",
        "处理各类问题",
        "办理有关事宜",
        "處理日常事務",
        "Handle various issues",
        "Take appropriate action",
    ],
    "duty/open-ended": [
        "必要时调整班次",
        "接听电话、收发快递等",
        "及时处理退货等问题",
        "視情況調整排班",
        "Order stationery, snacks, etc.",
        "Visit tenants as needed",
    ],
    "duty/ambiguous-or": [
        "主持或参与招标会议",
        "收集或整理投标文件",
        "督導或協助各班辦理校外教學",
        "Review or prepare tender documents",
    ],
    "duty/absolute-guarantee": [
        "杜绝医疗事故",
        "确保货物不丢失",
        "確保零事故",
        "Ensure zero accidents on site",
        "Prevent all losses",
    ],
    "duty/subjective-qualifier": [
        "与供应商建立良好的关系",
        "高效优质地完成工作",
        "維護良好的醫病關係",
        "Ensure smooth running of the clinic",
        "Maintain effective working relationships",
    ],
    "duty/exhortation": [
        "积极开拓市场",
        "努力降低能耗",
        "主動關懷員工",
        "Proactively identify opportunities",
        "Strive to exceed expectations",
    ],
}

GOOD = [
    "把首件送质检科检验,合格后批量加工",
    "将报销单据装订归档",
    "掌握库存动态并编制补货计划",
    "监督各班组执行交接班制度",
    "每月5日前核对其他应收款",
    "每日巡查病房二次并记录",
    "客户档案的建立与更新",
    "负责审核报销单",
    "负责仓储人员的考核",
    "协助护士长编制排班表",
    "处理顾客投诉,三日内答复",
    "钥匙的接收、借用、托管等工作",
    "定期或不定期抽查门店收银",
    "批准或驳回请假申请",
    "确保完成年度销售任务",
    "检查急救药品的有效期",
    "严格按合同要求检查保洁质量,每月评分",
    "完成《月度能耗分析报告》",
    "擬訂年度採購計畫,送總務長核定",
    "每月底編製應收帳款明細表",
    "彙整各系預算需求",
    "追收逾期租金",
    "受理住戶報修,派工並回覆結果",
    "Approve supplier invoices up to 20,000 within 3 days",
    "Report to the Managing Director every month on cash position",
    "Responsible for preparing monthly payroll reports",
    "Inspect incoming parts and log defects",
    "Supervise the night shift",
    "Assist the head chef in preparing the daily menu",
    "Post statements by the 3rd working day of the month",
    "Grade assignments and return them within one week",
    "Handle 30 customer complaints per day",
    "Update the asset register quarterly",
    "Collect rent and follow up arrears",
]

CHINESE_PAIRS = [
    # what fires, and beside it what looks alike and stays silent
    ("duty/hollow-verb", "负责温室大棚的现场管理", "负责温室大棚的巡查和记录"),
    ("duty/hollow-verb", "负责诊室医疗器械管理工作", "负责诊室医疗器械的登记和清洗"),
    ("duty/hollow-verb", "負責展場的營運管理", "負責展場設備的維護與保養"),
    ("duty/support-unscoped", "为各支教点提供后勤物资支持", "为各支教点提供教材和药品"),
    ("duty/support-unscoped", "協助採購作業", "協助採購主任詢價"),
    ("duty/support-unscoped", "配合新品推广", "配合巡店人员推广新品"),
    ("duty/vague-object", "相关活动的组织", "读书活动的组织"),
    ("duty/vague-object", "协调仓库与车队之间的关系", "协调仓库与车队的提货时间"),
    ("duty/catch-all", "场长交代的工作", "检查场长交代的饲料配方"),
    ("duty/catch-all", "其他不屬各組之事項", "其他工作人員的排班"),
    ("duty/trait-as-duty", "对老人态度和蔼", "对老人的投诉当日答复"),
    ("duty/trait-as-duty", "有基本的维修技能", "考核学徒的维修技能"),
    ("duty/trait-as-duty", "加强业务学习,提高自身素质", "每季度组织业务学习一次"),
    ("duty/trait-as-duty", "應具備溝通協調能力", "每年評估組員的溝通能力"),
    ("duty/trait-as-duty", "认真学习冷链法规,熟悉操作规程", "讲解冷链法规"),
    ("duty/trait-as-duty", "性格主动积极,做事细心", "性格测评报告的归档"),
    ("duty/trait-as-duty", "对冷链行业有浓厚兴趣", "记录学员的兴趣与特长"),
    ("duty/obligation-as-duty", "值夜班時不得擅離崗位", "查處擅離崗位的保全員"),
    ("duty/obligation-as-duty", "不得利用职务之便谋取私利", "调查利用职务之便谋取私利的举报"),
    ("duty/obligation-as-duty", "執行公司政策,服從店長指揮", "執行公司促銷政策,每日回報銷量"),
    ("duty/non-duty-text", "備註:夜班人選另行安排", "核對送貨單備註:缺件須註明數量"),
    ("duty/obligation-as-duty", "不准无证操作叉车", "核查叉车司机,无证者不准上车"),
    ("duty/obligation-as-duty", "執行國家法令、公司規定", "執行採購合約,追蹤交期"),
    ("duty/non-duty-text", "職務代理人:採購專員", "安排職務代理人,核對交接清單"),
    ("duty/trait-as-duty", "有生鲜采购经历者优先", "会员退款优先办理"),
    ("duty/non-duty-text", "“残次品”指外观受损的商品", "整理“残次品”指导手册"),
    ("duty/obligation-as-duty", "爱惜仓库的设备", "爱惜粮食宣传活动的筹备"),
    ("duty/non-duty-text", "下属人数:4人", "统计各班组下属人数"),
    ("duty/support-unscoped", "协助采购部", "协助采购部核对到货数量"),
    ("text/broken-sentence", "每日检查冷库的温度,发现", "每日检查冷库的温度,发现异常即报修"),
    ("text/broken-sentence", "把当天的退货单转交给", "核对客户退货的去向"),
    ("duty/obligation-as-duty", "炊事员应严格遵守卫生制度", "检查炊事员遵守卫生制度的情况"),
    ("duty/obligation-as-duty", "衣着整洁,佩戴工牌", "检查前台人员佩戴工牌"),
    ("duty/obligation-as-duty", "团结同事,相互帮助", "调解同事之间的纠纷"),
    ("duty/obligation-as-duty", "遵守印章使用流程", "修订印章使用流程"),
    ("duty/obligation-as-duty", "不收受红包", "登记客户退回的红包"),
    ("duty/obligation-as-duty", "当班期间,不得饮酒", "处罚酒后驾车的司机"),
    ("duty/obligation-as-duty", "驾车一定要遵守交通规则", "讲解交通规则"),
    ("duty/obligation-as-duty", "必須穿著園方指定的制服", "發放園方指定的制服"),
    ("duty/non-duty-text", "夜班长是夜间生产的负责人", "核对夜班产量是否达标"),
    ("duty/non-duty-text", "受园长直接领导", "受理家长来访"),
    ("duty/non-duty-text", "接受药剂科的业务指导", "接受患者咨询用药"),
    ("duty/non-duty-text", "直接向厂长汇报", "每周向厂长汇报产量"),
    ("duty/non-duty-text", "有权拒绝违章指挥", "拒绝违章指挥"),
    ("duty/non-duty-text", "須輪值夜班", "編排夜班輪值表"),
    ("text/broken-sentence", "务报表的编制", "务必在下班前锁好药柜"),
    ("text/broken-sentence", "定期对新进的司炉工进行", "定期对司炉工进行考核"),
    ("text/broken-sentence", "登记进出车辆并做好", "登记进出车辆并做好记录"),
    ("text/broken-sentence", "理客诉并于当日回复", "理货并登记临期食品"),
    ("duty/trait-as-duty", '树立"安全第一"的思想', "培养幼儿的阅读习惯并记录"),
    ("duty/trait-as-duty", "熟悉各样板间的卖点", "熟悉样板间后带客户参观讲解"),
    ("duty/obligation-as-duty", "机房重地,非本班组人员不准入内", "登记非本班组人员的出入"),
    ("duty/obligation-as-duty", "尊重同工,保守会员私隐", "打印对比报价供客户选择"),
    ("duty/obligation-as-duty", "进入井下必须戴安全帽", "提醒游客系安全带"),
    ("duty/non-duty-text", "行政上受店长领导,业务上受财务部指导", "受理住户投诉,接受现金缴费"),
    ("duty/obligation-as-duty", "遵守《员工手册》", "讲解《员工手册》"),
    ("duty/obligation-as-duty", "执行上级的批示和决议", "执行公司的调价方案,更换价签"),
    ("duty/obligation-as-duty", "认真贯彻执行党的教育方针和政策", "宣讲党的教育方针"),
    ("duty/trait-as-duty", "经常深入学习幼教理论,提高业务水平", "经常深入班级听课并评课"),
    ("duty/support-unscoped", "协助校长管理学校", "协助校长管理学籍档案"),
    ("text/broken-sentence", "检查各泵站是否", "检查各泵站是否漏油"),
    ("text/broken-sentence", "登记住户报修,并在2小时内", "登记住户报修,并在2小时内派单"),
    ("text/broken-sentence", "根据潮汐表,及时", "根据潮汐表,及时开闸"),
    ("text/broken-sentence", "把考勤表在每月25日前", "把考勤表在每月25日前交人事部"),
    ("text/broken-sentence", "对缆车的运行情况进", "记录缆车运行的跟进"),
    ("duty/no-verb", "灌区水利设施的完好", "灌区水利设施的完好率统计"),
    ("duty/non-duty-text", "本院院长由董事会聘任", "由值班员聘请锁匠开锁"),
    ("duty/support-unscoped", "协助庙祝抓好生产", "协助渔民修补网具"),
    ("duty/vague-object", "加强部门间的协作,充分整合资源", "加强夜间护林巡查"),
    ("text/broken-sentence", "对审计中发现的问题", "对审计中发现的问题列出清单"),
    ("text/broken-sentence", "组织年度培训,并对培训效果", "组织年度培训,并对培训效果打分"),
    ("duty/obligation-as-duty", "爱护乐器", "擦拭乐器"),
    ("duty/obligation-as-duty", "上岗必须穿救生衣", "发放必须穿的救生衣"),
    ("duty/obligation-as-duty", "入井戴好安全帽", "戴手套分拣餐具"),
    ("text/broken-sentence", "为宾客提供", "为宾客提供洗衣服务"),
    ("text/broken-sentence", "定期组织召开", "定期组织召开班务会"),
    ("duty/trait-as-duty", "不断加强自身修养,提高道德水准", "培训员工,提高接待水平"),
    ("duty/support-unscoped", "协助项目经理完成项目工作", "协助项目经理完成竣工资料"),
    ("duty/no-verb", "货架上商品的整洁、美观、整齐", "货架上商品的擦拭"),
    ("duty/no-verb", "会议室的舒适和整洁", "会议室的布置"),
    ("duty/hollow-verb", "负责水产部门的经营", "负责水产冷柜的维护"),
    ("duty/hollow-verb", "組織實施全礦的安全生產工作", "組織實施全礦反風演習"),
    ("duty/hollow-verb", "负责本岗位范围内的安全生产工作", "点检本岗位的设备"),
    ("duty/vague-object", "为会员提供专业服务", "为会员提供送餐服务"),
    ("duty/support-unscoped", "协助店长抓好店面销售", "协助店长核对销售日报"),
    ("text/broken-sentence", "对所管辖的设备定期", "对所管辖的设备定期点检"),
    ("text/broken-sentence", "根据客户的订货单,为客户", "根据客户的订货单,为客户配货"),
    ("text/broken-sentence", "将值班中发现的问题。", "将值班中发现的问题记入日志"),
    ("duty/vague-object", "收集竞品价格,及时采取应对措施", "对感染病房采取隔离措施"),
    ("duty/vague-object", "采取有效办法加以解决", "采取轮班办法安排坐席"),
    ("duty/vague-object", "整合集团资源,创造综效", "整合三家门店的会员数据"),
    ("duty/vague-object", "把握公司发展方向", "调整摄像头方向"),
    ("duty/vague-object", "召开例会,解决存在的问题", "登记系统中存在的问题件数"),
    ("duty/vague-object", "对各项工作进行督促检查", "对各项费用逐笔审核"),
    ("duty/vague-object", "收集相关信息并及时反馈", "收集各店相关数据并录入系统"),
    ("duty/vague-object", "协调供水、供电等各方面的关系", "协调供水、供电等部门的停机时间"),
    ("text/broken-sentence", "核对当日票款,并及时向财务部", "核对当日票款,并及时向财务部解款"),
    ("text/broken-sentence", "與各承運商", "與各承運商對帳"),
    ("text/broken-sentence", "每周向汇报工地进度", "向汇报人索取工地照片"),
    ("text/broken-sentence", "向总经理,并提出增补建议", "向总经理汇报,并提出增补建议"),
    ("text/broken-sentence", "检查索道的运行情况,并督", "检查索道的班组有无总督导"),
    ("text/broken-sentence", "为了保证缆车正常运行,", "为了安全,停车前断电"),
    ("text/broken-sentence", "对夜间巡查制度的执行情况进", "登记货物的出、进"),
    ("text/broken-sentence", "把住户反映的问题。", "把住户反映的问题转交维修班"),
    ("text/broken-sentence", "将小区在本地的形象宣传", "将遗失的物品登记"),
    ("text/broken-sentence", "负责组织、", "收款、开票"),
    ("text/broken-sentence", "分析停机数据,使各班组", "使用扫描枪入库"),
    ("duty/ambiguous-or", "审核或会签工程变更单", "参加大手术或新开展的手术的讨论"),
    ("duty/hollow-verb", "负责园区的保洁、绿化和安保等工作", "负责园区绿植的采购、补种和修剪等工作"),
    ("duty/hollow-verb", "组织领导全站的后勤工作", "组织领导全站的设备检修工作"),
    ("duty/hollow-verb", "负责药库业务工作的组织和管理", "负责药库药品的组织和验收"),
    ("duty/hollow-verb", "负责工程的组织、协调与管理工作", "负责工程图纸的组织、会审与归档工作"),
    ("duty/hollow-verb", "負責門店推廣", "負責抖音短視頻推廣"),
    ("duty/hollow-verb", "进行后勤管理", "对锅炉管网进行维护管理"),
    ("duty/hollow-verb", "负责行政管理", "负责宿舍楼成本控制"),
    ("duty/hollow-verb", "综理馆务", "綜理館務會議記錄"),
    ("duty/no-verb", "絕緣材料", "機房之清潔"),
    ("duty/no-verb", "塔吊故障,主管人员", "塔吊故障后,20分钟内报项目经理"),
    ("duty/support-unscoped", "参与制定后勤部用餐标准", "协助后勤部制定用餐标准"),
    ("duty/support-unscoped", "参与样机的评审,以及试产工作", "参与样机的评审,编写试产报告"),
    ("duty/vague-object", "收集相关资料", "收集投标人的相关资料"),
    ("duty/vague-object", "处理总体事务", "处理总体方案的修改意见"),
    ("duty/vague-object", "协调班组的工作", "检查、协调两个班组的工作"),
    ("duty/hollow-verb", "主持各项工作", "主持各项目的开标"),
    ("duty/catch-all", "完成站长交给的其他各项工作", "完成站长交给的报表"),
    ("duty/absolute-guarantee", "绝不发生漏检", "拒绝不合格的来料"),
    ("duty/open-ended", "办理调档等事宜", "办理调档及落户等事宜"),
    ("duty/subjective-qualifier", "与租户保持良好的沟通,介绍新铺位", "与租户保持沟通,介绍新铺位"),
    ("duty/obligation-as-duty", "注意仪容整洁,讲究个人卫生", "检查学员的仪容,讲解个人卫生"),
    ("duty/obligation-as-duty", "爱护消防器具,不得挪作他用", "关心住院的学生"),
    ("duty/obligation-as-duty", "严格执行公司制度", "严格执行查验证件制度"),
    ("duty/obligation-as-duty", "嚴格執行公司考勤制度", "嚴格執行訪客登記制度"),
    ("duty/obligation-as-duty", "坚决执行劳动纪律", "坚决执行索证索票制度"),
    ("duty/non-duty-text", "勞健保、團保", "辦理勞健保、團保之加退保"),
    ("duty/non-duty-text", "下午茶、零食、健身房", "准备下午茶、零食,打扫健身房"),
    ("duty/trait-as-duty", "需要扎实的会计功底", "根据需要的会计科目编制凭证"),
    ("duty/vague-object", "Do the needful", "Do the laundry of ward A"),
    ("duty/vague-object", "Carry out office works", "Carry out welding works on the pipe rack"),
    ("duty/non-duty-text", "Shift duty is required", "Record the shift duty that is required for each ward"),
    ("duty/non-duty-text", "Training will be given where needed", "First aid is given where needed"),
    ("duty/non-duty-text", "Five-day work, medical benefits", "Process medical benefits claims"),
    (
        "duty/obligation-as-duty",
        "Comply with lawful orders of superiors",
        "Comply with requests from the auditors by Friday",
    ),
    (
        "duty/obligation-as-duty",
        "Follow all safety instructions",
        "Follow the customer's loading instructions for each lorry",
    ),
    ("duty/obligation-as-duty", "维护管理规定", "维护管理水泵房的阀门"),
    ("duty/exhortation", "认真填写交接班记录", "每班填写交接班记录"),
    ("duty/exhortation", "积极开发房源,回访房东", "开发房源,回访房东"),
    ("duty/hollow-verb", "做好锅炉的管理", "做好锅炉的保养并登记"),
    ("duty/hollow-verb", "人事管理", "標本簽收與檔案管理"),
    ("duty/hollow-verb", "负责病区的护理工作", "负责特级护理病人的护理工作"),
    ("duty/hollow-verb", "負責本報採編工作", "負責採編早間新聞"),
    ("duty/hollow-verb", "负责矿区的测量和测绘工作", "负责地下管线的测量工作"),
    ("duty/hollow-verb", "负责全科的行政管理,按时总结", "负责全科的行政管理,按时总结用药差错"),
    ("duty/hollow-verb", "開展日常管理", "對派駐的巡檢組長進行日常管理"),
    ("duty/hollow-verb", "辦理人事業務", "辦理人事異動登記"),
    ("duty/hollow-verb", "处理站内行政工作", "处理站内漏水"),
    ("duty/hollow-verb", "负责平台建设", "负责小程序后台开发"),
    ("duty/hollow-verb", "在院长领导下,负责全院后勤工作", "在院长领导下,审核全院后勤采购单"),
    ("duty/non-duty-text", "在院长领导下开展工作", "在院长领导下,负责全院后勤工作"),
    ("duty/non-duty-text", "在护士长领导和主管护师指导下工作", "在护士长领导和主管护师指导下,测量病人体温"),
    ("duty/non-duty-text", "在店長的督導下,開展日常工作", "在店長的督導下,盤點冷庫存貨"),
    ("duty/no-verb", "电梯配件", "館藏之裝裱"),
    ("duty/support-unscoped", "协助队长抓好全场的安全工作", "协助队长抓好跑道的清扫"),
    ("duty/support-unscoped", "协助进食训练", "协助住民进食、翻身"),
    ("duty/vague-object", "各科室業務之協調", "各科室病床之協調"),
    ("duty/vague-object", "处理日常后勤需求", "处理日常配送单"),
    ("duty/vague-object", "搞好与周边单位的关系", "搞好与周边单位的联防巡逻"),
    ("duty/subjective-qualifier", "高效响应报修,确保住户满意", "两小时内响应报修,确保住户满意"),
    ("duty/subjective-qualifier", "妥善处理退票", "当日处理退票"),
    ("duty/hollow-verb", "接受馆长的督导,负责全馆的管理工作", "接受馆长的督导,负责藏品的登记"),
    ("duty/hollow-verb", "文書、印信、庶務、人事、財產管理", "文書繕打、公文歸檔、用印登記"),
    ("duty/hollow-verb", "负责基建工作", "负责基建图纸的会审"),
    ("duty/vague-object", "处理好左右的关系", "搞好冷库的除霜"),
    ("duty/open-ended", "依据需要调整班车", "依据需求单调整班车"),
    ("duty/obligation-as-duty", "注意节约,反对浪费", "统计浪费的原料"),
    ("duty/subjective-qualifier", "營造積極向上的團隊氛圍", "營造節日的團隊氛圍"),
    ("duty/subjective-qualifier", "执行用车制度,有效控制油耗", "执行用车制度,逐车控制油耗"),
    ("duty/vague-object", "及時聯繫相關單位", "及時聯繫得標廠商到場施工"),
    ("duty/vague-object", "向有关部门反映", "向有关部门反映停水"),
    ("duty/vague-object", "随时通知相关人员", "设备停机时通知相关人员"),
    ("duty/vague-object", "协调各部门、各单位", "协调各分社换发会员证"),
    ("duty/vague-object", "負責分社之間業務的協調", "負責分社之間航班的協調"),
    ("duty/vague-object", "为船员提供全程服务", "为船员提供换证服务"),
    ("duty/vague-object", "处理有关协议", "处理码头的有关协议"),
    ("duty/trait-as-duty", "待人亲切", "亲切接待船员家属"),
    ("duty/non-duty-text", "工作环境:码头露天作业", "保证工作环境通风"),
    ("duty/support-unscoped", "配合渔政部门做好禁渔管理工作", "配合渔政部门做好网具登记"),
    ("duty/support-unscoped", "協助成立義工小隊", "成立義工小隊"),
    ("duty/support-unscoped", "为渔民提供后勤支援服务", "为渔民提供气象信息"),
    ("duty/support-unscoped", "协助网具登记", "协助司法机关送达文书"),
    ("duty/hollow-verb", "进行渔船管理,以适应休渔期", "进行渔船编号,以适应休渔期"),
    ("duty/hollow-verb", "负责全厂标准化工作", "负责全厂标准化手册的编写"),
    ("duty/non-duty-text", "户外工作,需倒班", "需要时进行户外工作"),
    ("duty/vague-object", "协调解决矛盾", "协调解决渔村矛盾"),
    ("duty/vague-object", "研究船上人员日常工作", "安排船上人员日常工作"),
    ("duty/hollow-verb", "漁業推廣業務之推動", "漁業推廣手冊之印製"),
    ("duty/hollow-verb", "策划推广工作", "策划推广活动"),
    ("duty/support-unscoped", "漁村聚會運作之協助", "漁村聚會場地之租借"),
    ("duty/hollow-verb", "做好所负责的后勤工作", "审核所负责的租约"),
    ("duty/vague-object", "与相关部门沟通和协调", "与船厂沟通和协调坞期"),
    ("duty/obligation-as-duty", "遵守文明服务要求", "对船员的文明服务情况进行打分"),
    ("duty/subjective-qualifier", "与船厂沟通,维护良好的关系", "与船厂沟通坞期,签收坞修单"),
    ("duty/subjective-qualifier", "营造团结向上的船队氛围", "营造渔港节日灯饰"),
    ("duty/subjective-qualifier", "为渔民提供热情、周到的服务", "为渔民提供网具修补服务"),
    ("duty/subjective-qualifier", "确保公司正常运转", "确保冷库压缩机正常运转"),
    ("duty/vague-object", "解决问题", "解决柴油机漏油问题"),
    ("duty/vague-object", "发现问题,解决问题", "发现渗漏,解决冷库漏氟问题"),
    ("duty/vague-object", "合理配置资源", "合理配置渔网备件资源"),
    ("duty/vague-object", "协调各船队之间的衔接", "协调卸货与入库的时间"),
    ("duty/vague-object", "处理与港口、海关等单位的关系", "处理与港口的泊位费争议"),
    ("duty/vague-object", "与相关部门保持密切联系", "与海事局保持联系,领取航行通告"),
    ("duty/vague-object", "完成本职范围内的工作", "完成本航次的渔获登记"),
    ("duty/vague-object", "处理各类一般性事务", "处理一般性技术问题"),
    ("duty/vague-object", "协调各船开展工作", "协调各船开展网具检修工作"),
    ("duty/catch-all", "完成船长交给的各种任务", "完成船长交给的渔获报表"),
    ("duty/hollow-verb", "发挥桥梁纽带作用", "发挥冷库最大容量"),
    ("duty/hollow-verb", "分管渔政、科研工作", "分管渔政、科研,审核论文"),
    ("duty/hollow-verb", "監督漁會日常運作", "監督漁會日常運作費用的報銷"),
    ("duty/no-verb", "综合协调", "综合协调泊位使用"),
    ("duty/support-unscoped", "支持销售团队", "支持销售团队编制报价单"),
    ("duty/obligation-as-duty", "不得将备用金挪作他用", "核对挪作他用的备用金"),
    ("duty/obligation-as-duty", "按章驾驶,尊重客人", "按章收费,登记客人证件"),
    ("duty/trait-as-duty", "良好的文档习惯", "培养学员良好的记录习惯"),
    ("duty/trait-as-duty", "要有责任心", "学员下水要有教练陪同"),
    ("duty/non-duty-text", "接受轮班", "接受轮岗培训并提交总结"),
    ("duty/non-duty-text", "每周工作五天", "汇总每周工作记录"),
    ("duty/subjective-qualifier", "搞好渔具核算,做到账目清楚", "搞好渔具核算,做到账目清楚、账实相符"),
    ("duty/subjective-qualifier", "做好游客接待,做到服务热情,礼貌得体", "登记游客姓名,做到一人一卡"),
    ("duty/subjective-qualifier", "使冻库管理走向规范化", "使用规范化表格登记冻库温度"),
    ("duty/subjective-qualifier", "负责码头绿化,达到优美的效果", "负责码头绿化,达到招标图纸的株距"),
    ("duty/exhortation", "不断提高捕捞装备水平", "不断提高捕捞装备水平,更换拖网绞车"),
    ("duty/exhortation", "切实维护渔民的合法权益", "切实核对渔民的补贴名单"),
    ("duty/exhortation", "认真做好渔船的消毒隔离", "做好渔船的消毒并登记"),
    ("duty/absolute-guarantee", "保证冷库制冷,不积压", "检查冷库制冷,不积压货物的先发"),
    ("duty/ambiguous-or", "起吊或转运沉船", "登记起吊方或转运人"),
    ("duty/open-ended", "采购缆绳、浮标等,并登记入库", "收到缆绳、浮标等,当日登记入库"),
    ("duty/subjective-qualifier", "为船员创造一个舒适的休息环境", "为船员在一个月内换发舒适的救生衣"),
    ("duty/subjective-qualifier", "做好码头布置,确保开渔仪式顺利进行", "做好码头布置、彩排,确保开渔仪式顺利进行"),
    ("duty/subjective-qualifier", "加强与渔民的联系,建立良好的关系", "走访渔民,登记船号,建立良好的关系"),
    ("duty/subjective-qualifier", "使冷库设备得到合理利用", "使冷库设备得到维修后的电流低于额定值"),
    ("duty/ambiguous-or", "起吊或转运网具", "用起吊臂或叉车转运网具"),
    ("duty/ambiguous-or", "参加或组织渔具评审", "参加或列席渔具评审"),
    ("duty/subjective-qualifier", "迅速、准确地完成卸货任务", "准时完成卸货任务"),
    ("duty/subjective-qualifier", "保障畅通的码头网络环境", "保障码头网络环境切换,值守机房"),
    ("duty/subjective-qualifier", "及时、妥善处理渔民投诉", "及时、逐件处理渔民投诉"),
    ("duty/subjective-qualifier", "使制冰机处于良好的运行状态", "检查制冰机的运行状态"),
    ("duty/exhortation", "充分发挥船员的主动性和创造性", "充分发挥拖网绞车的额定功率"),
    ("duty/exhortation", "致力于提升冷链服务水平", "致力于远洋渔获的保鲜试验"),
    ("duty/absolute-guarantee", "做到日清月结,账目无差错", "做到日清月结,差错当日更正"),
    ("duty/absolute-guarantee", "加强轮机员的安全教育,确保航行安全", "检查轮机员的证书,确保航行安全"),
    ("duty/subjective-qualifier", "按时完成会计核算,做到账目清楚", "按时完成会计报表,送站长签字"),
    ("duty/subjective-qualifier", "培养一支高素质的护士队伍", "选送高素质的护士到站长处面谈"),
    ("duty/subjective-qualifier", "建立完善的船员服务体系,提升服务水平", "建立完善的船员服务体系,编写手册"),
    ("duty/subjective-qualifier", "建立有效的激励机制,充分调动船员积极性", "建立激励机制,每航次评选先进"),
    ("duty/subjective-qualifier", "维护正常的就餐秩序,保证船员用餐愉快", "维护就餐秩序,每餐保证热食"),
    ("duty/exhortation", "持续深化客户关系", "持续录入客户关系数据"),
    ("duty/subjective-qualifier", "高效优质地做好渔船抢修", "两小时内做好渔船抢修"),
    ("duty/subjective-qualifier", "形成科学规范的管理模式", "形成科学考察的采样清单"),
    ("duty/exhortation", "不断加强渔业自律", "不断加强网箱,替换旧绳"),
    ("duty/subjective-qualifier", "使声呐处于良好的待机状态", "使声呐处于关机状态"),
    ("duty/subjective-qualifier", "保证淡水供应稳定可靠", "保证淡水管路连接"),
    ("duty/subjective-qualifier", "保证渔场健康发展", "登记渔民的健康状况"),
    ("duty/trait-as-duty", "不断提高专业技术水平", "不断提高职工的专业技术水平"),
    ("duty/subjective-qualifier", "保证冰块供应充足、及时", "保证冰块出厂时的温度达标"),
    ("duty/subjective-qualifier", "为船员提供舒适的居住环境", "为船员提供舒适度问卷"),
    ("duty/subjective-qualifier", "与渔民建立合作关系,维系良好互动", "与渔民签订收购协议,维系良好互动"),
]

CASES = [(rule, text) for rule, texts in RAISED.items() for text in texts]


def _rules(text: str) -> set[str]:
    """Give what rules say, weights apart."""
    return {mark.rule for mark in said(Sentence(text))}


@pytest.mark.parametrize(("rule", "text"), CASES)
def test_rule_is_raised(rule: str, text: str) -> None:
    assert rule in _rules(text)


@pytest.mark.parametrize(("rule", "fires", "silent"), CHINESE_PAIRS)
def test_rule_fires_and_stays_silent_beside_it(rule: str, fires: str, silent: str) -> None:
    assert rule in _rules(fires)
    assert rule not in _rules(silent)


@pytest.mark.parametrize("text", GOOD)
def test_good_duty_gets_no_mark(text: str) -> None:
    assert not read_duty(text).marks


@pytest.mark.parametrize(("rule", "text"), CASES)
def test_mark_rests_on_words_of_the_text(rule: str, text: str) -> None:
    for mark in read_duty(f"3、{text}。").marks:
        assert mark.words == f"3、{text}。"[mark.start : mark.end]
        assert mark.words
        assert mark.reason
    assert rule in _rules(f"3、{text}。")


@pytest.mark.parametrize("text", [*GOOD, *(text for _, text in CASES)])
def test_width_and_capitals_change_nothing(text: str) -> None:
    wide = text.replace(",", ",").replace(":", ":")  # noqa: RUF100
    assert _rules(wide) == _rules(text)
    assert _rules(text.upper()) == _rules(text)


def test_first_five_rules_stand_alone() -> None:
    for rule in ("duty/trait-as-duty", "duty/obligation-as-duty", "duty/non-duty-text", "text/broken-sentence"):
        for text in RAISED[rule]:
            assert [mark.rule for mark in read_duty(text).marks] == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "。",
        "1.",
        "《》",
        "(",
        "((((((((((((((((((((((((",
        "、、、",
        "a",
        "等",
        "的",
        "业务",
        "管理",
        "采购",
        "对领导的统一指挥坚决服从,认真执行其指令",
    ],
)
def test_any_text_can_be_read(text: str) -> None:
    read_duty(text)


@pytest.mark.parametrize("text", ["深度挖掘冷链需求,实现效益最大化", "擦缆桩,营造良好的码头氛围"])
def test_praise_behind_an_act_that_no_table_names_is_doubtful(text: str) -> None:
    assert [mark.confidence for mark in said(Sentence(text)) if mark.confidence == "high"] == []


def test_act_object_and_context_of_a_clause() -> None:
    (clause,) = clauses(fold("根据库存编制月度计划"))
    assert (clause.act, clause.object, clause.modality) == ("编制", "月度计划", "own")
    assert clause.context_end == len("根据库存")
    assert clause.has_document
    assert clause.has_frequency
    assert not clause.has_number


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("协助店长排班", "support"),
        ("每周提交周报", "submit"),
        ("核对发票", "own"),
        ("月度报表", "other"),
        ("Assist the nurse in charge", "support"),
        ("Submit the rota", "submit"),
    ],
)
def test_modality(text: str, modality: str) -> None:
    assert clauses(fold(text))[0].modality == modality


def test_frame_is_context_and_numbers_are_not_cut() -> None:
    first, second = clauses(fold("根据年度预算,审批10,000元以内的费用"))
    assert first.is_context
    assert not second.is_context
    assert second.has_number
    assert second.act == "审批"


def test_missing_parts_are_named() -> None:
    (mark,) = read_duty("负责采购工作").marks
    assert mark.lacks == ("object", "standard", "frequency", "recipient")
    (mark,) = read_duty("每周为病人提供支持").marks
    assert "frequency" not in mark.lacks
    assert "recipient" not in mark.lacks


def test_english_forms_and_longest_phrases() -> None:
    found = {word.text for word in words("takes part in planning; prepared reports", chinese=False)}
    assert {"takes part in", "planning", "prepared", "reports"} <= found


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("每月5日前编制费用报表", ["编制"]),
        ("每周一上午组织召开部门例会", ["组织", "召开"]),
        ("每日8点前检查门锁", ["检查"]),
        ("每年一月底之前完成年度预算", ["完成"]),
        ("每月上报资料", ["上报"]),
        ("每日两次检查冷库温度", ["检查"]),
        ("每季末盤點庫存", ["盤點"]),
    ],
)
def test_an_act_is_read_behind_the_time_that_opens_a_clause(text: str, acts: list[str]) -> None:
    (clause,) = read_duty(text).clauses
    assert [text[head.start : head.end] for head in clause.heads] == acts
