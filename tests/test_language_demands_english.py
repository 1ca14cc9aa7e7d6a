"""What English duties demand: classes of verbs and nouns, each with look-alikes that demand nothing."""

import pytest

from tests.demanding import demanded, wanted


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Disciplines the ferry crew after a hearing", "reward personnel"),
        ("Keep good order and discipline on deck", ""),
        ("Shows courtesy, discipline and patience at the counter", ""),
        ("Tell the headmistress about lateness, discipline and lost property", ""),
        ("Promotes staff after the annual round", "reward personnel"),
        ("Promotes growth of the young ushers", ""),
        ("Sets the summer programme of the lido", "approve plan"),
        ("Develops a fishing programme for beginners", ""),
        ("Creates and updates the app roadmap", ""),
        ("Revision and development of the pottery curriculum", ""),
        ("Develops the five-year plan of the harbour", "approve plan"),
    ],
)
def test_discipline_and_programmes(text: str, expected: str) -> None:
    assert demanded(text) == wanted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Receive all monies paid to the rowing club", "custody finance.fee"),
        ("Collects harbour taxes from the skippers", "custody finance.fee"),
        ("Collect and record library fines", "custody finance.fee"),
        ("Receiving of payments at the kiosk", "custody finance.fee"),
        ("Recovery of dues from lapsed members", "custody finance.fee"),
        ("Explains new taxes to farmers", ""),
        ("Collect samples and record them", ""),
        ("Pays out money on the warrant of the committee", "spend finance.payment"),
        ("Make all payments of the choir", "spend finance.payment"),
        ("Informs parents about taxes and money", ""),
        ("Be the custodian of the club's records and trophies", "custody asset"),
        ("Has charge of all funds of the guild", "custody asset"),
        ("Keeps custody of all securities", "custody asset"),
        ("Keep all equipment in safe custody", "custody asset"),
        ("Takes prisoners into custody", ""),
        ("Take charge of the evening watch", ""),
        ("Keeps records of the tide", ""),
        ("Procures equipment for the sailing school", "spend procurement"),
        ("Purchase materials for the stage set", "spend procurement"),
        ("Files the purchase orders of the stage", ""),
        ("Keeps registers of the purchase and repair of equipment", ""),
    ],
)
def test_money_custody_and_purchases(text: str, expected: str) -> None:
    assert demanded(text) == wanted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prescribes norms for the weighing of catches", "approve policy"),
        ("Prescribe the procedure for the ferry", "approve policy"),
        ("Follow the prescribed procedure at the lock", ""),
        ("Develops the management system of the archive", "approve policy"),
        ("Enters loans in the property management system", ""),
        ("Develops long-range plans for the museum", "approve plan"),
        ("Defines the product vision with care", "approve plan"),
        ("Reads long-range plans to the board", ""),
        ("Has custody of the guild's papers and seal", "custody asset"),
        ("Making payments by cheque for the guild", "spend finance.payment"),
        ("Shows members how to make payments by card", ""),
    ],
)
def test_rules_plans_and_payments(text: str, expected: str) -> None:
    assert demanded(text) == wanted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("An even allocation of work between the ferrymen", "assign personnel"),
        ("Planning and allotment of work in the dyehouse", "assign personnel"),
        ("Directs and instructs the deckhands", "assess personnel, assign personnel"),
        ("Encourages and instructs the deckhands", ""),
        ("Controls the work of the lock staff", "assign personnel"),
        ("Control the work area before blasting", ""),
        ("Appoints the members and chairpersons of the jury's committees", "assign personnel"),
        ("Reports to the committees of the guild", ""),
        ("Issues shift assignments at the gate", "assign personnel"),
        ("Gives instructions to passengers at the gate", ""),
        ("Gives instructions to the deckhands", "assess personnel, assign personnel"),
        ("Conducts yearly employee reviews", "assess personnel"),
        ("Reads employee reviews of the hotel on the web", ""),
        ("Monitors crew performance on each crossing", "assess personnel"),
        ("Leave approvals for the kennel staff", "approve personnel"),
        ("Leave the gate open at noon", ""),
        ("Handles disciplinary cases of porters", "reward personnel"),
    ],
)
def test_people(text: str, expected: str) -> None:
    assert demanded(text) == wanted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Controlling energy costs of the greenhouse", "inspect finance.expense"),
        ("Controlling pests in the greenhouse", ""),
        ("Keeps controllable expenses below last year's", "inspect finance.expense"),
        ("Monitors waste and keeps the bins closed", ""),
        ("Sign drafts and checks of the lodge", "sign finance.payment"),
        ("Is one of two signatories on the accounts", "sign finance.payment"),
        ("Executes legal documents of the lodge", "sign contract"),
        ("Files legal documents of the lodge", ""),
        ("Acts as drawing and disbursing officer of the college", "spend finance.payment"),
        ("Supervises the work of the ostlers", "assess personnel, assign personnel"),
        ("Supervises the work of the contractor", ""),
        ("Is in charge of the deckhands", "assess personnel, assign personnel"),
        ("Is in charge of the boathouse", ""),
        ("Exercises supervision over the keepers", "assess personnel, assign personnel"),
        ("Gives workers their duties each morning", "assign personnel"),
        ("Discharges the duties of the matron in her absence", ""),
        ("Is responsible for discharge of the duties of all porters", "assign personnel"),
        ("Scrutinises the returns of the parishes", ""),
        ("Scrutinises invoices before payment", "review finance.expense"),
        ("Keeps the landing stage clean and safe", ""),
        ("Keeps the safe and its keys", "custody asset"),
        ("Writes up the cash book of the lodge", ""),
        ("Keeps a daily cash book", ""),
        ("Keep the building and grounds clear of people", ""),
        ("Suspends pupils who fight", "correct customer"),
        ("Organises all staff for the regatta", "assign personnel"),
        ("Organises staff parties", ""),
        ("Writes to the organising secretary", ""),
        ("Requests paint from the purchasing department", ""),
    ],
)
def test_costs_signatures_and_charge(text: str, expected: str) -> None:
    assert demanded(text) == wanted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Recruits deckhands and cooks", "hire personnel"),
        ("Recruit front desk staff", "hire personnel"),
        ("Recruit volunteers for the regatta", ""),
        ("Assists the bosun in recruiting deckhands", ""),
        ("Waives mooring charges of boats in distress", "approve finance.fee"),
        ("Explains to skippers which charges were waived", ""),
        ("Writes off the dues of lapsed members", "approve finance.writeoff"),
        ("Lists dues to be written off by the treasurer", ""),
        ("Issues verbal and written reprimands", "reward personnel"),
        ("Keeps the petty cash tin of the kiosk", "custody asset"),
        ("Counts the buoys in the store", ""),
    ],
)
def test_what_is_told_whatever_it_is_on(text: str, expected: str) -> None:
    assert demanded(text) == wanted(expected)
