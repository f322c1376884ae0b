"""A client of Postmark's API with nothing but Python's own library. Prints what was answered, as JSON."""
import json
import sys
import urllib.error
import urllib.parse
import urllib.request

base, webhook_url = sys.argv[1:]


def ask(method, path, body=None, token="X-Postmark-Server-Token", **query):
    url = base + path + ("?" + urllib.parse.urlencode(query) if query else "")
    data = None if body is None else json.dumps(body).encode()
    headers = {token: "a-token", "Accept": "application/json", "Content-Type": "application/json"}
    request = urllib.request.Request(url, data, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as answer:
            return {"status": answer.status, "body": json.load(answer)}
    except urllib.error.HTTPError as error:
        return {"status": error.code, "body": json.load(error)}


mail = {"From": "shop@example.com", "To": "ada@example.com", "Subject": "Grüße", "TextBody": "Hallo"}
bouncing = {**mail, "To": "HardBounce@bounce-testing.postmarkapp.com"}
triggers = {"Delivery": {"Enabled": True}}
stream = {"ID": "news", "Name": "News", "MessageStreamType": "Broadcasts"}
suppressions = "/message-streams/outbound/suppressions"
eve = {"Suppressions": [{"EmailAddress": "eve@example.com"}]}

answers = {
    "webhook": ask("POST", "/webhooks", {"Url": webhook_url, "Triggers": triggers}),
    "send": ask("POST", "/email", {**mail, "Metadata": {"order": "42"}}),
    "batch": ask("POST", "/email/batch", [bouncing, {**mail, "To": "nobody"}]),
    "inactive": ask("POST", "/email", bouncing),
    "search": ask("GET", "/messages/outbound", count=5, offset=0, metadata_order="42"),
    "bounces": ask("GET", "/bounces", count=5, offset=0, type="HardBounce"),
    "stream": ask("POST", "/message-streams", stream),
    "streams": ask("GET", "/message-streams"),
    "suppressed": ask("POST", suppressions, eve),
    "suppressions": ask("GET", suppressions + "/dump"),
    "reactivated": ask("POST", suppressions + "/delete", eve),
    "server": ask("GET", "/server"),
    "statistics": ask("GET", "/stats/outbound"),
    "domains": ask("GET", "/domains", token="X-Postmark-Account-Token", count=5, offset=0),
    "wrong": ask("GET", "/domains", count=5, offset=0),
}
json.dump(answers, sys.stdout)
