/**
 * Five thousand messages as foreign clients write them, read by the inbox, mailparser and Python's
 * `email`: `npm run foreign-mail -- [count] [seed]`. Prints how many each reads as it was written, by
 * what is read and by what is peculiar about the message. Ends with "N passed, N failed", which
 * counts the inbox alone.
 */
import { createMail } from "./create-mail.ts";
import { createRandom } from "./random.ts";
import { readWithInbox, readWithMailparser, readWithPython } from "./readers.ts";
import { createScore, fieldsRight, readers } from "./score.ts";

const [count = 5_000, seed = 1] = process.argv.slice(2).map(Number);
const say = (line: string) => process.stdout.write(`${line}\n`);
const mails = Array.from({ length: count }, (_, index) => createMail(createRandom(seed + index)));
const python = readWithPython(mails.map(({ raw }) => raw));
const byField = createScore();
const byFeature = createScore();
let passed = 0;

for (const [index, { raw, truth, features }] of mails.entries()) {
  const readings = {
    inbox: await readWithInbox(raw),
    mailparser: await readWithMailparser(raw),
    python: python?.[index],
  };
  for (const reader of readers) {
    const fields = fieldsRight(readings[reader], truth);
    for (const [field, isRight] of Object.entries(fields)) byField.add(field, reader, isRight);
    const isRight = Object.values(fields).every(Boolean);
    for (const feature of features) byFeature.add(feature, reader, isRight);
    if (reader !== "inbox") continue;
    if (isRight) passed += 1;
    else say(`seed ${seed + index}: ${JSON.stringify({ features, read: readings.inbox, truth })}`);
  }
}

if (!python) say("There is no python3; its column counts nothing.");
say("Messages that are read as they were written, by what is read:");
say(byField.print());
say("The same, all of it right, by what is peculiar about them:");
say(byFeature.print());
say(`${passed} passed, ${count - passed} failed`);
process.exitCode = passed === count ? 0 : 1;
