"""aiosmtpd with one fault: aiosmtpd-faults.py PORT FAULT TAKEN PEM

Appends the Message-ID of each message it takes to the file TAKEN. A fault strikes senders whose
number ends with 0, 3 or 7; "once" strikes each of them one time.
"""

import asyncio
import email
import re
import signal
import ssl
import sys
from collections import Counter

from aiosmtpd.smtp import SMTP, AuthResult

port, fault, taken, pem = sys.argv[1:]
strikes = Counter()


def is_struck(address, what):
    if not fault.startswith(what):
        return False
    if not re.search(r"-\d*[037]@", address or ""):
        return False
    strikes[address] += 1
    return not fault.endswith("once") or strikes[address] == 1


async def reset(server):
    server.transport.abort()
    await asyncio.sleep(3600)  # Cancelled, for the connection is lost.


async def hang_up(server):
    server.transport.close()
    await asyncio.sleep(3600)


class FaultySMTP(SMTP):
    async def smtp_DATA(self, arg):
        sender = self.envelope.mail_from
        if is_struck(sender, "554 to DATA"):
            self._set_post_data_state()
            return await self.push("554 5.7.1 No")
        if is_struck(sender, "resets at DATA"):
            await reset(self)
        if is_struck(sender, "resets within the message"):
            await self.push("354 Go on")
            await self._reader.read(20)
            await reset(self)
        await super().smtp_DATA(arg)


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if is_struck(address, "421 to MAIL"):
            await server.push("421 4.3.2 Busy")
            await hang_up(server)
        if is_struck(address, "550 to MAIL"):
            return "550 5.7.1 No"
        if is_struck(address, "resets at MAIL"):
            await reset(server)
        if fault == "421 after five messages" and getattr(session, "count", 0) == 5:
            await server.push("421 4.7.0 That was enough")
            await hang_up(server)
        envelope.mail_from = address
        envelope.mail_options.extend(options)
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        if is_struck(envelope.mail_from, "450 to RCPT"):
            return "450 4.2.0 Later"
        if is_struck(envelope.mail_from, "550 to RCPT"):
            return "550 5.1.1 Nobody"
        if is_struck(envelope.mail_from, "silent at RCPT"):
            await asyncio.sleep(3600)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        session.count = getattr(session, "count", 0) + 1
        sender = envelope.mail_from
        if is_struck(sender, "451 to the dot"):
            return "451 4.3.0 Later"
        if is_struck(sender, "554 to the dot"):
            return "554 5.6.0 No"
        if is_struck(sender, "resets after the dot, lost"):
            await reset(server)
        message = email.message_from_bytes(envelope.content)
        with open(taken, "a") as file:
            file.write(message["Message-ID"] + "\n")
        if is_struck(sender, "hangs up after the dot"):
            await hang_up(server)
        if is_struck(sender, "resets after the dot, kept"):
            await reset(server)
        if is_struck(sender, "silent after the dot"):
            await asyncio.sleep(3600)
        if is_struck(sender, "half an answer"):
            server._writer.write(b"25")
            await server._writer.drain()
            await hang_up(server)
        if is_struck(sender, "nonsense"):
            return "Thank you, all is well"
        if fault == "250 in pieces":
            for octet in b"250 2.0.0 O":
                server._writer.write(bytes([octet]))
                await server._writer.drain()
                await asyncio.sleep(0.001)
            return "K"
        if fault == "250 in many lines":
            return "250-2.0.0 It\r\n250-2.0.0 is\r\n250 2.0.0 taken"
        return "250 2.0.0 OK"


def authenticate(server, session, envelope, mechanism, data):
    return AuthResult(success=data.login == b"shop" and data.password == b"right", handled=False)


def make_server():
    if fault not in ("wants TLS and a login", "wrong password"):
        return FaultySMTP(Handler(), hostname="aiosmtpd.test")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(pem)
    return FaultySMTP(
        Handler(),
        hostname="aiosmtpd.test",
        tls_context=context,
        require_starttls=True,
        auth_required=True,
        authenticator=authenticate,
    )


async def main():
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, ended.set)
    server = await loop.create_server(make_server, "127.0.0.1", int(port), backlog=200)
    await ended.wait()
    server.close()


asyncio.run(main())
