"""Reading English duties: for every mechanism a sentence that it marks, beside a look-alike that stays silent."""

import pytest

from jdlint.language.duty import read_duty, said
from jdlint.language.mark import Mark, Sentence

PAIRS = [
    # what is governed: a field of work, or a thing
    ("duty/hollow-verb", "Drive marketing operations", "Drive the marketing van"),
    ("duty/hollow-verb", "Direct the operations of the salt works", "Direct the cutting of the salt pans"),
    ("duty/subjective-qualifier", "Offer an excellent ferry service to residents and staff", "Staff the ferry"),
    ("duty/hollow-verb", "Administer sales functions", "Administer vaccines"),
    ("duty/non-duty-text", "A cottage by the lock is provided", "See that a cottage by the lock is provided"),
    ("duty/obligation-as-duty", "Observe all fishing regulations", "Observe herons"),
    ("duty/obligation-as-duty", "Must wear goggles in the forge", "Mend goggles in the forge"),
    ("duty/non-duty-text", "The harbour is closed in winter", "Keep the harbour open in winter"),
    ("duty/non-duty-text", "Required to work on feast days", "Work on the sluice gates"),
    ("duty/absolute-guarantee", "Guarantees no lost parcels", "Guarantees loans to growers"),
    ("duty/trait-as-duty", "Passionate in bell ringing", "Ring the bells"),
    ("duty/subjective-qualifier", "Take sound decisions", "Take decisions on the tides"),
    ("duty/obligation-as-duty", "Strictly no smoking in the stables", "Fit smoking ovens in the stables"),
    ("duty/non-duty-text", "Reports to the harbour master", "Reports to the coastguard any oil spill"),
    ("duty/hollow-verb", "Manage marketing operations", "Manage the training budget"),
    ("duty/hollow-verb", "Conduct marketing activities", "Conduct a stocktake"),
    (
        "duty/hollow-verb",
        "Be responsible for the day-to-day running of the theatre",
        "Responsible for training new bakers",
    ),
    ("duty/hollow-verb", "Responsible for the appearance of the showroom", "Responsible for the repair of roof tiles"),
    (
        "duty/hollow-verb",
        "The deputy is responsible for the welfare of the boarders",
        "The deputy is responsible for counting keys",
    ),
    # whom support is given to, and what it brings
    ("duty/support-unscoped", "Assist in cataloguing the archive", "Assist the archivist in cataloguing the archive"),
    ("duty/support-unscoped", "Supports the rollout of tablets", "Supports cartographers with field sketches"),
    ("duty/support-unscoped", "Provide logistical support to the orchestra", "Provide lifting straps to the orchestra"),
    ("duty/support-unscoped", "Offers technical assistance", "Offers technical assistance by repairing looms"),
    ("duty/support-unscoped", "Is involved in the design of exhibits", "Joins the night patrol"),
    (
        "duty/support-unscoped",
        "Work closely with the finance department",
        "Work closely with the vets to vaccinate calves",
    ),
    # empty nouns
    ("duty/vague-object", "Resolve problems promptly", "Resolve wiring problems"),
    ("duty/vague-object", "Liaise with other departments", "Send the minutes to relevant parties"),
    ("duty/hollow-verb", "Coordinate activities", "Coordinate sheep shearing activities"),
    ("duty/vague-object", "Take necessary measures", "Handle issues with the boiler"),
    ("duty/vague-object", "Keep close contact with the growers", "Keep a close watch on the kiln"),
    ("duty/vague-object", "Resolve various issues", "Accepts and issues cash against vouchers"),
    ("duty/vague-object", "Communicate with the staff", "Communicate tide times to the staff"),
    ("duty/vague-object", "Resolve difficulties of the section", "Resolve difficulties of the winch"),
    ("duty/vague-object", "Resolve problems that arise during the shift", "Resolve kiln problems that arise in winter"),
    ("duty/vague-object", "Attend the administrative issues", "Attend the parish council"),
    ("duty/vague-object", "Takes measures to improve the dye works", "Takes measurements to improve the dye recipe"),
    ("duty/vague-object", "Supervise the daily work", "Supervise the daily work of the weavers"),
    ("duty/vague-object", "Handle relevant documents", "Scan relevant pages of the deed"),
    ("duty/vague-object", "Determines and takes corrective measures", "Apply corrective coats of varnish"),
    ("duty/vague-object", "Explore new opportunities", "Explore the caves with pupils"),
    ("duty/vague-object", "Formulate and execute strategies", "Execute wills"),
    ("duty/vague-object", "Keeps on good terms with the growers", "Keeps the growers' terms on file"),
    ("duty/vague-object", "Implement necessary changes", "Make necessary changes to the dye recipe"),
    ("duty/vague-object", "Sort out everyday problems", "Sort everyday china from the fine"),
    ("duty/vague-object", "Coordinates daily affairs", "Coordinates the daily milk round"),
    # bounds left open
    ("duty/open-ended", "Replace filters where needed", "Replace filters when the lamp turns red"),
    ("duty/open-ended", "Sew hems, buttons and more", "Sell more tickets or similar vouchers by phone"),
    # alternatives
    ("duty/ambiguous-or", "Draft or review tenancy letters", "Meet growers to buy or sell barley"),
    # opinions
    ("duty/subjective-qualifier", "Deliver excellent guided walks", "Deliver two excellent guided walks a week"),
    ("duty/subjective-qualifier", "Serve meals in a courteous manner", "Serve meals in a suitable tray"),
    ("duty/subjective-qualifier", "Lead the crew effectively", "Refer callers to the proper department"),
    (
        "duty/subjective-qualifier",
        "Clean the stables to a satisfactory standard",
        "Clean the stables with suitable brushes",
    ),
    ("duty/subjective-qualifier", "Keep the stalls at the highest level", "Keep the water at the red mark"),
    ("duty/exhortation", "Always look for ways to save coal", "Look for leaks in the boiler"),
    ("duty/subjective-qualifier", "Ensure rigorous control of rejects", "Conduct rigorous brake tests on each tram"),
    ("duty/subjective-qualifier", "Updates the files in an accurate and timely manner", "Updates accurate files"),
    ("duty/support-unscoped", "Contribute to the planning and review of fairs", "Plan and review the fair"),
    (
        "duty/subjective-qualifier",
        "See that pupils in the hall are seated properly",
        "See that pupils in the hall are counted",
    ),
    ("duty/subjective-qualifier", "Keeps in proper repair the fence", "Keeps the fence book"),
    ("duty/subjective-qualifier", "Keep the tack room neat, tidy and swept", "Keep the tack room locked"),
    ("duty/subjective-qualifier", "Develops positive customer relations", "Develops the customer register"),
    ("duty/subjective-qualifier", "Creates a favourable climate in the team", "Charts the climate of the valley"),
    (
        "duty/subjective-qualifier",
        "The bursar makes sure that funds are adequately kept",
        "The bursar makes sure that fees are banked weekly",
    ),
    ("duty/subjective-qualifier", "Build strong partnerships with parents", "Build strong crates with pupils"),
    (
        "duty/subjective-qualifier",
        "To ensure all looms are in tip-top condition",
        "To ensure all looms are oiled daily",
    ),
    ("duty/subjective-qualifier", "Ensure proper maintenance of registers", "Ensure a copy of each lease is on file"),
    (
        "duty/subjective-qualifier",
        "Runs the club in a positive and cheerful manner",
        "Runs the club in a positive lead",
    ),
    (
        "duty/subjective-qualifier",
        "The manager of purchasing sees that orders are filled smoothly",
        "The manager of purchasing sees that orders are filled by noon",
    ),
    # pep
    ("duty/exhortation", "Endeavour to sell memberships", "Sell memberships at the door"),
    # the residual clause
    ("duty/catch-all", "Any reasonable duties delegated by the bursar", "Check any duties paid on imports"),
    ("duty/catch-all", "All other related functions as required", "Test all functions of the loom"),
    ("duty/catch-all", "Such particular tasks as may be assigned", "Split such tasks into steps"),
    ("duty/catch-all", "Duties commensurate with the grade", "Explain duties and taxes to importers"),
    (
        "duty/hollow-verb",
        "Be fully responsible for the work of the dye house section",
        "Fully responsible for dyeing wool",
    ),
    # no duty at all
    ("duty/non-duty-text", "Work is reviewed through monthly reports", "Work is weighed before it leaves the loom"),
    ("duty/non-duty-text", "Reside on the estate", "Inspect houses whose tenants reside on the estate"),
    ("duty/trait-as-duty", "Is well groomed and polite", "See that each horse is well groomed by noon"),
    ("duty/trait-as-duty", "Must react calmly in a storm", "React to storm warnings within an hour"),
    ("duty/obligation-as-duty", "Executes orders of the management", "Executes orders of customers for bricks"),
    ("duty/non-duty-text", "Responsible to the head forester", "Responsible to feed the calves"),
    ("duty/non-duty-text", "Shall be held liable for lost keys", "Shall hold a list of lost keys"),
    ("duty/trait-as-duty", "Has higher technical education", "Has technical drawings copied"),
    ("duty/trait-as-duty", "Functions effectively with little supervision", "Fits functions of the loom with levers"),
    ("duty/obligation-as-duty", "Enforces and abides by all policies", "Enforces the ban on fires"),
    ("duty/non-duty-text", "Gives full time to the post", "Blows the full time whistle"),
    ("duty/non-duty-text", "Must live in the lodge", "Let the lodge to those who must live near the lock"),
    ("duty/non-duty-text", "The warden is appointed by the board", "The warden files deeds"),
    ("duty/hollow-verb", "Has general supervision of operations", "Has a general ledger bound each year"),
    ("duty/absolute-guarantee", "See that nothing is wasted", "Nothing is carved before the drawing is signed"),
    ("duty/obligation-as-duty", "Treats property of the mill with care", "Treats property deeds against damp"),
    ("duty/trait-as-duty", "Be alert and vigilant at all times", "Alert the lifeboat within a minute"),
    ("duty/non-duty-text", "Bears full financial responsibility", "Bears the mace in the procession"),
    ("text/broken-sentence", "Files the deed in the box and", "Files the deed in the box that it belongs to"),
    ("duty/trait-as-duty", "Be dynamic and dedicated", "Be at the lock gates by six"),
    ("duty/support-unscoped", "Play a supporting role in fairs", "Play the organ at fairs"),
    ("duty/non-duty-text", "Has the right to the first signature", "Has the signature book bound"),
    ("duty/trait-as-duty", "Be a passionate gardener", "Be a judge at the flower show"),
    ("duty/trait-as-duty", "Diploma in nursing or equivalent", "Design a diploma in nursing with the college"),
    ("duty/trait-as-duty", "Minimum 3 years in a similar post", "Store 3 years of seed in a similar bin"),
    ("duty/non-duty-text", "Exposure to dust and noise", "Measure exposure to dust and noise"),
    ("duty/non-duty-text", "The employee is entitled to leave", "Tell widows who is entitled to a pension"),
    ("duty/obligation-as-duty", "Respect the dignity of residents", "Mark given distances on the track"),
    ("duty/obligation-as-duty", "Carry out orders of superiors", "Carry out orders for bread before dawn"),
    ("duty/trait-as-duty", "Is obliged to know the looms", "Is engaged in dyeing wool"),
    (
        "duty/hollow-verb",
        "Assumes responsibility for the nursing section",
        "Assumes responsibility for training new staff",
    ),
    ("duty/non-duty-text", "Works overtime and Sundays as required", "Works the loom as required"),
    ("duty/non-duty-text", "Is responsible for failure to keep the log", "Is responsible for keeping the log"),
    ("duty/trait-as-duty", "Get along well with the growers", "Get along the quay to the buoys by noon"),
    ("duty/obligation-as-duty", "Handle confidential information with discretion", "Handle confidential waste bins"),
    ("duty/obligation-as-duty", "Staying out past curfew is strictly prohibited", "Staying guests are fed at noon"),
    ("duty/trait-as-duty", "Maintain expertise in soil science", "Maintain the soil probes"),
    ("duty/trait-as-duty", "Can work with minimum supervision", "Work with minimum tide tables on the slip"),
    ("duty/non-duty-text", "Will be reportable to the board", "List accidents reportable to the coastguard"),
    ("duty/trait-as-duty", "Have a good sense of humour", "Have the vans washed"),
    ("duty/trait-as-duty", "Excellent organisational skills", "Excellent pies baked and sold"),
    ("duty/trait-as-duty", "A steward must have knowledge of fire routes", "A steward must check fire routes"),
    ("duty/trait-as-duty", "Keep up-to-date with tax law", "Keep up the hedges"),
    ("duty/trait-as-duty", "Willingness to work outdoors", "Work the outdoor till"),
    (
        "duty/obligation-as-duty",
        "Maintain confidentiality at all times",
        "Maintain accurate files in line with regulations",
    ),
    ("duty/obligation-as-duty", "Have due regard for the safety of others", "Have the safety valve tested"),
    (
        "duty/obligation-as-duty",
        "Conform to the dress code when on duty",
        "Check that visitors conform to the dress code",
    ),
    ("duty/obligation-as-duty", "Keep patient information confidential", "Keep patient information in the safe"),
    ("duty/obligation-as-duty", "Work in accordance with statutory requirements", "Work the press in two shifts"),
    ("duty/non-duty-text", "This list is not exhaustive", "List the parts that are missing"),
    ("duty/non-duty-text", "The ranger may be required to travel to other parks", "The ranger will count deer"),
    ("duty/non-duty-text", "Reports to the Curator", "Report to the Curator each morning on visitor numbers"),
    ("duty/non-duty-text", "A competitive remuneration package", "Prepare the remuneration table"),
    ("duty/non-duty-text", "The post is paid by the hour", "Post the letters by noon"),
    ("duty/non-duty-text", "Our company offers five weeks of leave", "Greet each company that offers prizes"),
    ("duty/non-duty-text", "Twenty hours per week in term", "Teach pottery twenty hours per week"),
    ("duty/non-duty-text", "Work on a rota that is drawn up in March", "Draw up the rota by March"),
    # what looks like a verb, and what runs through several verbs
    (
        "duty/support-unscoped",
        "Provides technical support for lathes, tools, and supplies",
        "Provides lathes, tools, and supplies",
    ),
    ("duty/hollow-verb", "Lead and manage marketing", "Manage stonemasons and coordinate marketing"),
    ("duty/hollow-verb", "Oversee administration", "Oversee the work of volunteers"),
    (
        "duty/hollow-verb",
        "The treasurer carries responsibility for the smooth running of the hall",
        "The treasurer rings the bell",
    ),
    ("duty/open-ended", "Order candles as required", "Keep baptism records as required by church law"),
    ("duty/trait-as-duty", "Exercise sound judgement", "Exercise the dogs"),
    ("duty/trait-as-duty", "Continually refresh your knowledge", "Continually refresh your stock labels"),
    ("duty/obligation-as-duty", "Operates within the code of practice", "Operates within the vineyard"),
    # what no table knows may be a verb; what vague words only name is clear
    ("duty/no-verb", "Good customer relations", "Lacquer the commercial frames"),
    ("duty/vague-object", "Handle business matters", "Chair the business issues meeting"),
    # things that a hollow verb governs; ideals that are only advanced; conditions that somebody or the day fills
    ("duty/hollow-verb", "In charge of the kennels", "In charge of the sale of kennels"),
    ("duty/hollow-verb", "Accountable for guests' luggage", "Accountable for the handover of luggage"),
    ("duty/hollow-verb", "Responsible for the northern territory", "Responsible for the design of menus"),
    ("duty/vague-object", "Foster a culture of curiosity", "Foster orphaned lambs onto ewes"),
    ("duty/vague-object", "Instil a sense of belonging among staff", "Add value-added tax to the invoice"),
    ("duty/open-ended", "Travel as the needs of the business dictate", "Travel when the needs are listed"),
    ("duty/open-ended", "Hire a crane if the foreman sees fit", "Test if the crane is safe"),
    ("duty/open-ended", "Change the menu where commercially feasible", "Ask where seats are required"),
    ("duty/catch-all", "Undertake such further tasks as arise", "Log the tasks that arise on the night shift"),
    ("duty/subjective-qualifier", "Provide insightful analysis to growers", "Provide growers with a soil analysis"),
    # what somebody is like, or how everybody is to be treated; what a place has, and a post offers
    ("duty/trait-as-duty", "Tolerant of noise and dust", "Creative briefs for the agency"),
    ("duty/trait-as-duty", "Remain courteous under pressure", "Remain on the bridge until the pilot is on board"),
    ("duty/trait-as-duty", "Firm grasp of tides", "Typing tests for applicants"),
    ("duty/obligation-as-duty", "Treat fellow crew with courtesy", "Treat burns with cold water"),
    ("duty/obligation-as-duty", "Keep the secrets of the firm", "Keep the uniform store"),
    ("duty/non-duty-text", "Our team consists of eight drivers", "Our team is paid by the eighth"),
    ("duty/non-duty-text", "Free parking and staff discount", "Mark free parking bays"),
    # care that is only pledged; help for anybody
    ("duty/vague-object", "Ensure the wellbeing of horses and riders", "Ensure safety nets are rigged"),
    ("duty/vague-object", "Guarantee guest comfort", "Guarantee comfort breaks by posting the rota"),
    ("duty/support-unscoped", "Support the wider team during busy periods", "Support the team by ordering parts"),
    # adverbs of praise and zeal behind the verb, and at the end
    ("duty/subjective-qualifier", "Respond appropriately to hecklers", "Store properly labelled samples"),
    ("duty/subjective-qualifier", "Make decisions quickly", "Test if the doors are shut quickly"),
    ("duty/exhortation", "Expand market share actively", "Mark the actively trading shops"),
    ("duty/ambiguous-or", "Order or collect supplies", "File the order or collection note"),
    # sentences cut off
    ("text/broken-sentence", "Inspect the silos and record their", "Inspect the silos that they own"),
    ("text/broken-sentence", "Lend costumes to schools during", "Lend costumes to schools during term"),
    ("text/broken-sentence", "Have invoices signed by", "Have the drivers stand by"),
    ("text/broken-sentence", "Look after the looms, including maintaining", "Keep maintaining the looms"),
    ("text/broken-sentence", "tions and send them to tenants", "Tag lambs and send them to market"),
]


def _said(text: str) -> list[Mark]:
    """Give what rules say, weights apart."""
    return said(Sentence(text))


@pytest.mark.parametrize(("rule", "marked"), [pair[:2] for pair in PAIRS])
def test_is_marked(rule: str, marked: str) -> None:
    assert rule in {mark.rule for mark in _said(marked)}


@pytest.mark.parametrize(("rule", "silent"), [pair[::2] for pair in PAIRS])
def test_look_alike_stays_silent(rule: str, silent: str) -> None:
    assert rule not in {mark.rule for mark in _said(silent)}


@pytest.mark.parametrize("text", [pair[1] for pair in PAIRS])
def test_subject_changes_nothing_in_a_verb_phrase(text: str) -> None:
    found = {mark.rule for mark in _said(text)}
    assert found
    assert {mark.rule for mark in _said(text.upper())} == found


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Report broken looms to the 设备科长 by noon", ""),
        ("Handle various issues and report to the 厂长", "duty/vague-object"),
        ("ERP 系统的日常管理工作", "duty/no-verb"),
    ],
)
def test_chinese_names_leave_an_english_sentence_english(text: str, rule: str) -> None:
    assert {mark.rule for mark in _said(text) if mark.confidence == "high"} == ({rule} if rule else set())


@pytest.mark.parametrize(
    "text",
    [
        "The warden will lock the gates at dusk",
        "All volunteers must sign the visitors' book",
        "The clerk files the deeds",
        "The head porter is required to log lost keys",
        "He/she repairs the sluices",
        "She milks the goats",
        "The post holder will dredge the canal",
        "The incumbent dredges the canal",
    ],
)
def test_verb_is_found_behind_its_subject(text: str) -> None:
    (clause,) = read_duty(text).clauses
    assert clause.heads
    assert clause.context_end > 0


def test_role_word_that_is_a_verb_names_no_role() -> None:
    """`lead` and `bank` don't measure a duty; a named role does."""
    assert read_duty("Lead the choir effectively").marks
    assert not read_duty("Lead the choir effectively with the organist and the headteacher each week").marks


def test_a_field_without_a_verb_is_read_to_the_end() -> None:
    reading = read_duty("Own lifecycle management of the barges, from slip to scrapyard")
    assert {mark.rule for mark in reading.marks} == {"duty/hollow-verb"}


@pytest.mark.parametrize(
    ("text", "confidence"),
    [
        ("Maintains proper records of stock", "medium"),
        ("Maintain proper records", "medium"),
        ("Ensure proper maintenance of registers", "high"),
    ],
)
def test_papers_that_are_praised_are_left_to_an_audit(text: str, confidence: str) -> None:
    marks = _said(text)
    assert [mark.confidence for mark in marks if mark.rule == "duty/subjective-qualifier"] == [confidence]
