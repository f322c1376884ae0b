/**
 * Twenty thousand mutated messages, and shapes that hurt a careless parser at two sizes:
 * `npm run mime-fuzz -- [count] [seed]`. A message fails that makes the parser throw or takes long; a
 * shape fails whose time grows faster than its size. Ends with "N passed, N failed".
 */
import { parseMessage } from "../../../src/inbox/parse-message.ts";
import { createMail } from "../foreign-mail/create-mail.ts";
import { createRandom } from "../foreign-mail/random.ts";
import { mutate } from "./mutate.ts";
import { shapes } from "./shapes.ts";

const [count = 20_000, seed = 1] = process.argv.slice(2).map(Number);
const say = (line: string) => process.stdout.write(`${line}\n`);

/** Far above what any takes on a busy machine. */
const longestMs = 2_000;
const smallSize = 12_500;
const timesLarger = 4;
/** Between linear (4) and quadratic (16). */
const mostTimesLonger = 9;
/** Below this, ms, the clock decides. */
const leastMs = 100;

let failed = 0;
let longest = 0;
const fail = (line: string) => {
  failed += 1;
  say(line);
};

/** Processor time, which other programs do not lengthen. */
async function measure(raw: Uint8Array) {
  const before = process.cpuUsage();
  const { parseError } = await parseMessage(raw);
  const { user, system } = process.cpuUsage(before);
  return { parseError, ms: (user + system) / 1_000 };
}

for (let index = 0; index < count; index += 1) {
  const random = createRandom(seed + index);
  const raw = mutate(createMail(random).raw, random);
  const { parseError, ms } = await measure(raw);
  longest = Math.max(longest, ms);
  if (parseError !== undefined) fail(`seed ${seed + index}: ${parseError}`);
  else if (ms > longestMs) fail(`seed ${seed + index}: took ${Math.round(ms)} ms`);
}
say(`${count} mutated messages, the longest took ${Math.round(longest)} ms`);

for (const [name, make] of Object.entries(shapes)) {
  const small = new Uint8Array(Buffer.from(make(smallSize), "latin1"));
  const large = new Uint8Array(Buffer.from(make(smallSize * timesLarger), "latin1"));
  await measure(small);
  const first = await measure(small);
  const second = await measure(large);
  const isSlow = second.ms > Math.max(leastMs, first.ms) * mostTimesLonger;
  const line = `${name.padEnd(32)}${(large.length / 1e6).toFixed(1).padStart(6)} MB${Math.round(second.ms).toString().padStart(7)} ms, a quarter ${Math.round(first.ms)} ms`;
  if (isSlow || first.parseError !== undefined || second.parseError !== undefined)
    fail(`FAILED ${line}`);
  else say(line);
}
const all = count + Object.keys(shapes).length;
say(`${all - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
