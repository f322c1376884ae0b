import { createServer } from "node:net";

/** Takes all mail and forgets it: the least that SMTP asks for, with pipelining. */
const server = createServer((socket) => {
  let pending = "";
  let inBody = false;
  socket.setNoDelay(true);
  socket.on("error", () => undefined);
  socket.write("220 sink ESMTP\r\n");
  socket.on("data", (chunk) => {
    pending += chunk.toString("latin1");
    let replies = "";
    for (;;) {
      const mark = inBody ? "\r\n.\r\n" : "\r\n";
      const end = pending.indexOf(mark);
      if (end < 0) break;
      const verb = pending.slice(0, 4).toUpperCase();
      pending = pending.slice(end + mark.length);
      if (inBody) replies += "250 2.0.0 Ok\r\n";
      else if (verb === "EHLO") replies += "250-sink\r\n250-PIPELINING\r\n250 8BITMIME\r\n";
      else if (verb === "DATA") replies += "354 go\r\n";
      else if (verb === "QUIT") replies += "221 bye\r\n";
      else replies += "250 ok\r\n";
      inBody = !inBody && verb === "DATA";
    }
    if (replies) socket.write(replies);
  });
});
server.listen(Number(process.argv[2]), "127.0.0.1");
