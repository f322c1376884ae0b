"""Reads messages with Python's email package and prints what it makes of them as JSON."""

import base64
import email
import email.policy
import json
import sys


def text_of(part):
    try:
        return part.get_content()
    except Exception:
        return None


def read(raw):
    message = email.message_from_bytes(raw, policy=email.policy.default)
    sender = message["from"].addresses[0] if message["from"] and message["from"].addresses else None
    text = html = None
    files = []
    for part in message.walk():
        if part.is_multipart():
            continue
        if part.get_filename() or part.get_content_disposition() == "attachment":
            content = part.get_payload(decode=True) or b""
            files.append({"filename": part.get_filename() or "", "content": content.decode("latin-1")})
        elif part.get_content_type() == "text/html":
            html = text_of(part)
        else:
            text = text_of(part)
    return {
        "subject": str(message["subject"] or ""),
        "from": {"name": sender.display_name if sender else "", "address": sender.addr_spec if sender else ""},
        "text": text,
        "html": html,
        "files": files,
    }


def safely(raw):
    try:
        reading = read(raw)
        json.dumps(reading).encode("utf-8")
        return reading
    except Exception:
        return None


with open(sys.argv[1]) as file:
    messages = json.load(file)
readings = [safely(base64.b64decode(message)) for message in messages]
sys.stdout.buffer.write(json.dumps(readings).encode("utf-8", "surrogatepass"))
