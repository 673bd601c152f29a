"""What a faulty line would have declared is not missed elsewhere; other faults of names come out in the same run."""

import pytest

from criteria import pipeline

HEAD = 'plan "p"\n  year 2020\nfacts\n  seen: date\n'


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (f"{HEAD}  sent: dat\ngoal 1\n  fulfilled when sent by 2020\n", ["unexpected"]),
        (f"{HEAD}  sent\ngoal 1\n  fulfilled when sent by 2020\n", ["missing-type"]),
        (f"{HEAD}define late = = 3\ngoal 1\n  fulfilled when late\n", ["no-subject"]),
        ('plan "p"\nfcts\n  sent: date\ngoal 1\n  fulfilled when sent\n', ["unexpected"]),
        (f"{HEAD}goal 1\n  fulfilled when\n    - sent by by 2020\n    - sent\n", ["keyword-as-name", "undefined-name"]),
        (f"{HEAD}goal 1\n  fulfilled when sent\n  partial when seen by sent by\n", ["undefined-name", "unexpected"]),
    ],
)
def test_faults_of_one_run(text, kinds):
    found = [each.kind for each in pipeline.check_text(text, "plan").diagnostics if each.severity.value == "error"]
    assert sorted(found) == kinds
