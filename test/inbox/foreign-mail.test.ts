import { expect, test } from "vitest";
import { createMail } from "./foreign-mail/create-mail.ts";
import { createRandom } from "./foreign-mail/random.ts";
import { readWithInbox } from "./foreign-mail/readers.ts";

test("three hundred messages as foreign clients write them read as they were written", async () => {
  for (let seed = 20_001; seed <= 20_300; seed += 1) {
    const { raw, truth, features } = createMail(createRandom(seed));
    expect(await readWithInbox(raw), `seed ${seed}: ${features.join(", ")}`).toEqual(truth);
  }
});
