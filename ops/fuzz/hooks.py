"""What no schema says, told to Schemathesis: values that exist in the demo, and rules over several fields."""

import json
import os
import re
import uuid

import schemathesis
from hypothesis import strategies as st

with open(os.environ["FUZZ_FACTS"], encoding="utf-8") as file:
    FACTS = json.load(file)

# Text in which something can be seen, with any other character beside it.
schemathesis.openapi.format(
    "visible-text",
    st.tuples(st.sampled_from("aZ7ßж漢"), st.text(max_size=12)).map("".join),
)
for name, values in FACTS["formats"].items():
    schemathesis.openapi.format(name, st.sampled_from(values))

# Refusals of input that matches its schema: it names what does not exist, or its fields do not go together.
STATE_CODES = {"IDEMPOTENCY_KEY_REUSED", "INVALID_CURSOR", "REASON_REQUIRED", "SORT_UNSUPPORTED"}
STATE_MESSAGES = re.compile(
    "|".join(
        [
            r"^There is no (product|group|country|such colleague|such person)",
            r"is not a member of",
            r"^The deadline is already over",
            r"^Send deadlineMs or deadlineAt, not both",
            r"^The greatest amount is below the least",
            r" is ordered more than ",
            r" stands twice, once with a line total",
            r" has a stand-in product and no line total",
            r"^The (city|region|postal code) is missing",
            r"^zone is the name of a time zone",
            r"^The payload is larger than",
            r"^Is nested too deeply",
        ]
    )
)


def is_valid(case):
    """True where every part of the case matches its schema."""
    return case.meta is not None and case.meta.generation.mode.is_positive


@schemathesis.hook
def map_case(context, case):
    """Gives valid requests a key of their own, and one deadline: otherwise most of them would be refused."""
    if not is_valid(case):
        return case
    if case.headers and "Idempotency-Key" in case.headers:
        case.headers["Idempotency-Key"] = str(uuid.uuid4())
    if isinstance(case.body, dict) and {"deadlineMs", "deadlineAt"} <= case.body.keys():
        case.body = {name: value for name, value in case.body.items() if name != "deadlineAt"}
    return case


def is_about_state(problem):
    """True for a refusal that no schema can foretell."""
    if problem.get("code") in STATE_CODES:
        return True
    errors = problem.get("errors") or []
    return bool(errors) and all(STATE_MESSAGES.search(error["message"]) for error in errors)


@schemathesis.hook
def filter_failure(context, failure, case, response):
    """Drops the refusal of matching input that names what does not exist, and 431, which refuses input of any kind."""
    if response.status_code == 431:
        return type(failure).__name__ not in ("AcceptedNegativeData", "RejectedPositiveData")
    if type(failure).__name__ != "RejectedPositiveData" or response.status_code != 422:
        return True
    return not is_about_state(response.json())
