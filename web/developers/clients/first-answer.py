"""Who is responsible for this need at this postcode?  python3 first-answer.py

Needs nothing but Python 3.8. Every outcome is dealt with: a wrong referral is worse than none.
"""

import json
import os
import urllib.error
import urllib.request

SERVER = os.environ.get("SERVER", "http://127.0.0.1:4000")

QUERY = """
query ($input: ReferralInput!) {
  referral(input: $input) {
    __typename
    ... on Routed {
      confidence
      responsible { sector presumed body { name } }
      teams { openNow contactNow { label phone } team { name } }
    }
    ... on NeedsChoice { key question options { answer label } }
    ... on NotRoutable { reason message next { label detail } }
  }
}
"""


def ask(query, variables):
    body = json.dumps({"query": query, "variables": variables}).encode()
    headers = {"content-type": "application/json"}
    request = urllib.request.Request(SERVER + "/graphql", body, headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as response:
            answer = json.load(response)
    except urllib.error.HTTPError as refused:
        answer = json.load(refused)
    if answer.get("errors"):
        raise SystemExit(answer["errors"][0]["message"])
    return answer["data"]


def show(referral):
    outcome = referral["__typename"]
    if outcome == "Routed":
        for each in referral["responsible"]:
            presumed = " (presumed)" if each["presumed"] else ""
            print(each["sector"], each["body"]["name"] + presumed)
        for offer in referral["teams"]:
            now = offer["contactNow"]
            print(offer["team"]["name"], now["phone"] if now else "nobody answers now")
        print("Confidence:", referral["confidence"])
    elif outcome == "NeedsChoice":
        print(referral["question"])
        for option in referral["options"]:
            print("-", option["label"])
    else:
        print(referral["reason"], referral["message"])
        for step in referral["next"]:
            print("-", step["label"], step["detail"])


show(ask(QUERY, {"input": {"postcode": "SO23 8UJ", "need": "carers"}})["referral"])
