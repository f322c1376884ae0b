import * as one from "@react-email/components";
import { renderElement } from "letterpress";
import * as six from "react-email";
import { expect, test } from "vitest";

test.each([
  ["react-email 6", six],
  ["@react-email/components 1", one],
])("a colour with a variable fails with its name and what would fix it: %s", async (_name, L) => {
  const config = {
    theme: { extend: { colors: { edge: "rgb(var(--edge) / <alpha-value>)" } } },
  };
  const mail = (
    <L.Html>
      <L.Tailwind config={config}>
        <L.Head />
        <L.Body>
          <L.Text className="border border-edge">Edge</L.Text>
        </L.Body>
      </L.Tailwind>
    </L.Html>
  );
  await expect(renderElement(mail)).rejects.toThrow(
    /Tailwind's colour "rgb\(var\(--edge\) \/ 1\)", used for border-color, holds the variable --edge, and variables have to be resolved in mail; give the colour as a value/,
  );
});
