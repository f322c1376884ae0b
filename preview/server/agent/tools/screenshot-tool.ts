import { findBrowser } from "../../../../src/build/requirements/find-browser.ts";
import { takePicture } from "../browser/take-picture.ts";
import { rendered, stateInput, viewState } from "../state-input.ts";
import { defineTool } from "../tool.ts";

const usualWidth = 600;
const usualHeight = 2_000;

/** Takes a picture. */
export const screenshotEmail = defineTool({
  name: "screenshot_email",
  title: "Take a picture of an email",
  description:
    "A PNG of an email as a browser shows it, at a width and in light or dark. Needs a Chromium. Images of other hosts are not loaded.",
  isReadOnly: true,
  input: {
    ...stateInput,
    width: {
      ...{ type: "number", minimum: 200, maximum: 1600 },
      description: `CSS pixels; a phone is 375. Default: ${usualWidth}`,
    },
    theme: { type: "string", enum: ["light", "dark"], description: "Default: light" },
    height: {
      ...{ type: "number", minimum: 100, maximum: 8000 },
      description: `Most of the height, from the top. Default: ${usualHeight}`,
    },
  },
  async run({ width = usualWidth, theme = "light", height = usualHeight, ...state }, sources) {
    const view = await viewState(state, sources);
    const { html, subject } = rendered(view);
    const picture = await takePicture(browserOf(sources.root), {
      ...{ html, width, theme, mostHeight: height, folders: sources.imageFolders },
    });
    return { text: `${subject} (${view.variant}, ${width} px, ${theme})`, picture };
  },
});

function browserOf(root: string): string {
  try {
    return findBrowser(root);
  } catch (error) {
    throw new Error(`Cannot take a picture: ${(error as Error).message}`, { cause: error });
  }
}
