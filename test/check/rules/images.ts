import type { Answer } from "../../../src/check/online/answer.ts";
import { correctHtml, type FixtureParts, type Fixtures } from "../fixture.ts";

const image = (src: string, more = 'width="80" alt="A box"') => `<p><img src="${src}" ${more}></p>`;
const files = (file: { sizeBytes: number; width?: number; height?: number } | null) =>
  new Map([["/static/a.png", file]]);
const shop = "https://shop.example";

/** Fixtures of the rules about images. */
function remotePicture(type: string | undefined): FixtureParts {
  const address = "https://shop.example/desk.png";
  const answer: Answer =
    type === undefined
      ? { kind: "login", status: 401 }
      : { kind: "answers", status: 200, address, type };
  const body = `<img src="${address}" alt="A blue desk" width="520" height="300" style="display:block">`;
  return { body, answers: new Map([[address, answer]]) };
}

export const images: Fixtures = {
  "image-answers": {
    passes: [remotePicture("image/png"), { ...remotePicture("image/png"), answers: undefined }],
    fails: [remotePicture("text/html"), remotePicture(undefined)],
  },
  "image-address": {
    passes: [
      image(`${shop}/a.png`),
      image("/static/a.png"),
      image("cid:a@letterpress"),
      image("data:image/png;base64,iVBORw0KGgo="),
    ],
    fails: [
      image(""),
      image("a.png"),
      image("/images/a.png"),
      image("//shop.example/a.png"),
      image("file:///a.png"),
      image(`data:image/png;base64,${"A".repeat(11_000)}`),
    ],
  },
  "insecure-image": {
    passes: [image(`${shop}/a.png`)],
    fails: [image("http://shop.example/a.png")],
  },
  "image-missing": {
    passes: [
      {
        body: image("/static/a.png"),
        images: files({ sizeBytes: 2_000, width: 160, height: 160 }),
      },
    ],
    fails: [{ body: image("/static/a.png"), images: files(null) }],
  },
  "image-dimensions": {
    passes: [image(`${shop}/a.png`), image(`${shop}/a.png`, 'width="100%" alt="A box"')],
    fails: [
      image(`${shop}/a.png`, 'alt="A box"'),
      image(`${shop}/a.png`, 'alt="A box" style="width:80px"'),
      image(`${shop}/a.png`, 'alt="A box" width="auto"'),
    ],
  },
  "image-ratio": {
    passes: [
      {
        body: image("/static/a.png", 'width="80" height="40" alt="A box"'),
        images: files({ sizeBytes: 2_000, width: 160, height: 80 }),
      },
      {
        body: image("/static/a.png", 'width="80" height="80" alt="A box" style="height:auto"'),
        images: files({ sizeBytes: 2_000, width: 160, height: 80 }),
      },
    ],
    fails: [
      {
        body: image("/static/a.png", 'width="80" height="80" alt="A box"'),
        images: files({ sizeBytes: 2_000, width: 160, height: 80 }),
      },
    ],
  },
  "image-gap": {
    passes: [
      `<div><img src="${shop}/a.png" width="80" alt="A" style="display:block"><img src="${shop}/b.png" width="80" alt="B" style="display:block"></div>`,
      `<p><img src="${shop}/a.png" width="80" alt="A"><img src="${shop}/b.png" width="80" alt="B"></p>`,
    ],
    fails: [
      `<div><img src="${shop}/a.png" width="80" alt="A"><br><img src="${shop}/b.png" width="80" alt="B"></div>`,
      `<div><img src="${shop}/a.png" width="80" alt="A"><img src="${shop}/b.png" width="80" alt="B" style="display:block"></div>`,
    ],
  },
  "image-weight": {
    passes: [
      {
        body: image("/static/a.png"),
        images: files({ sizeBytes: 20_000, width: 160, height: 160 }),
      },
    ],
    fails: [
      {
        body: image("/static/a.png"),
        images: files({ sizeBytes: 250_000, width: 160, height: 160 }),
      },
      {
        body: image("/static/a.png"),
        images: files({ sizeBytes: 2_500_000, width: 160, height: 160 }),
      },
      {
        body: image("/static/a.png"),
        images: files({ sizeBytes: 20_000, width: 160, height: 160 }),
        options: { budgets: { allImagesBytes: 10_000 } },
      },
    ],
  },
  "image-resolution": {
    passes: [
      {
        body: image("/static/a.png"),
        images: files({ sizeBytes: 2_000, width: 160, height: 160 }),
      },
      image(`${shop}/a.png`),
    ],
    fails: [
      { body: image("/static/a.png"), images: files({ sizeBytes: 2_000, width: 80, height: 80 }) },
      {
        body: image("/static/a.png"),
        images: files({ sizeBytes: 150_000, width: 800, height: 800 }),
      },
    ],
  },
  "image-only": {
    passes: [image(`${shop}/a.png`, 'width="600" alt="A desk"')],
    fails: [
      {
        html: correctHtml({}).replace(
          /<h1>.*<\/p>/,
          `<h1>Sale</h1>${image(`${shop}/a.png`, 'width="600" alt="All at half price"')}`,
        ),
      },
    ],
  },
};
