import type { Socket } from "node:net";
import { SMTPServer } from "smtp-server";
import { SMTPConnection } from "smtp-server/lib/smtp-connection";

/**
 * An `SMTPServer` that greets at once.
 *
 * The library waits 100 ms before its greeting to catch spammers that talk too soon. On loopback
 * there are none, and a test that sends one mail would spend most of its time there.
 */
export class PromptSmtpServer extends SMTPServer {
  override connect(socket: Socket): void {
    const connection = new PromptConnection(this, socket);
    this.connections.add(connection);
    connection.on("error", (error) => this.emit("error", error));
    connection.on("connect", (info) => this.emit("connect", info));
    connection.init();
    connection.connectionReady();
  }
}

class PromptConnection extends SMTPConnection {
  #isGreeted = false;

  // The library's own timer calls this a second time.
  override connectionReady(next?: () => void): void {
    if (this.#isGreeted) return;
    this.#isGreeted = true;
    super.connectionReady(next);
  }
}
