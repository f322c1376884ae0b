import { describe, expect, test } from "vitest";
import { textOf } from "./text-of.ts";

const cases: Readonly<
  Record<string, readonly (readonly [what: string, html: string, text: string])[]>
> = {
  blocks: [
    [
      "headings keep their case and stand apart",
      "<h1>Your order</h1><p>is <b>on</b> its way</p>",
      "Your order\n\nis on its way",
    ],
    ["divs follow line by line", "<div>a</div><div>b</div>", "a\nb"],
    ["white space collapses", "<p>  a \n\t b  </p>", "a b"],
    ["white space between inline elements counts once", "<p><b>a </b> <i> b</i></p>", "a b"],
    ["a break ends a line", "<p>a<br>b<br/>c</p>", "a\nb\nc"],
    ["two breaks leave one blank, three no more", "<p>a<br><br>b<br><br><br>c</p>", "a\n\nb\n\nc"],
    ["a rule is drawn", "<p>a</p><hr><p>b</p>", `a\n\n${"-".repeat(40)}\n\nb`],
    ["an empty paragraph leaves no trace", "<p>a</p><p>&nbsp;</p><p></p><p>b</p>", "a\n\nb"],
    [
      "a span shown as a block is one",
      '<span style="display:block">a</span><span style="display: block">b</span>',
      "a\nb",
    ],
    ["a p in a p is two", "<p>a<p>b</p></p>", "a\n\nb"],
    ["a quotation within a line has its marks", "<p>He said <q>yes</q>.</p>", "He said “yes”."],
  ],
  characters: [
    ["entities are decoded", "<p>&lt;b&gt; &amp; &copy; &euro; &#8202;&#x41;</p>", "<b> & © € A"],
    ["a no-break space is a space", "<p>12&nbsp;kg</p>", "12 kg"],
    ["a narrow one too", "<p>1\u202f234,00\u00a0€</p>", "1 234,00 €"],
    ["zero-width ones go", "<p>a\u200bb\ufeffc\u00add\u034f</p>", "abcd"],
    [
      "joiners stay where they join",
      "<p>می\u200cخواهم 👩\u200d💻 \u200c\u200d x</p>",
      "می\u200cخواهم 👩\u200d💻 x",
    ],
    ["direction marks stay", "<p>\u200fשלום\u200f!</p>", "\u200fשלום\u200f!"],
    [
      "foreign text is isolated from its line",
      "<p>For <bdi>אורי</bdi>, 12</p>",
      "For \u2068אורי\u2069, 12",
    ],
    ["but not on a line of its own", "<p><bdi>אורי</bdi></p>", "אורי"],
    ["nor where it runs the same way", "<p>For <bdi>Ada</bdi>, 12</p>", "For Ada, 12"],
  ],
  links: [
    [
      "in a sentence",
      '<p>See <a href="https://a.b/c?d=1&amp;e=2">the terms</a>.</p>',
      "See the terms (https://a.b/c?d=1&e=2).",
    ],
    ["alone on a line", '<p><a href="https://a.b">View order</a></p>', "View order: https://a.b"],
    [
      "alone, with a colon of its own",
      '<p><a href="https://a.b">Order:</a></p>',
      "Order: https://a.b",
    ],
    [
      "with the address as text",
      '<p>Go to <a href="https://a.b/">https://a.b</a> now</p>',
      "Go to https://a.b/ now",
    ],
    [
      "with the bare host as text",
      '<p>Go to <a href="https://www.a.b/">a.b</a>!</p>',
      "Go to https://www.a.b/!",
    ],
    ["to an address", '<p><a href="mailto:help@a.b?subject=x">help@a.b</a></p>', "help@a.b"],
    [
      "to an address, by another name",
      '<p>Ask <a href="mailto:help@a.b">us</a></p>',
      "Ask us (help@a.b)",
    ],
    ["to a telephone", '<p><a href="tel:+441234">Call us</a></p>', "Call us: +441234"],
    [
      "to nowhere",
      '<p><a href="#top">Top</a> <a>none</a> <a href="javascript:x()">js</a></p>',
      "Top none js",
    ],
    [
      "side by side, glued in the HTML",
      '<a href="https://a.b">A</a><a href="https://x.com">X</a>',
      "A (https://a.b) X (https://x.com)",
    ],
    [
      "side by side, addresses as text",
      '<a href="https://a.b">https://a.b</a><a href="https://x.com">https://x.com</a>',
      "https://a.b https://x.com",
    ],
    ["with a word glued behind", '<p><a href="https://a.b">A</a>nd</p>', "A (https://a.b) nd"],
    [
      "before punctuation",
      '<p>(<a href="https://a.b">A</a>), <a href="https://x.com">https://x.com</a>.</p>',
      "(A (https://a.b)), https://x.com.",
    ],
    [
      "on an image",
      '<a href="https://a.b"><img src="x.png" alt="Our shop"></a>',
      "Our shop: https://a.b",
    ],
    [
      "on an image and text, which says it",
      '<p><a href="https://a.b"><img src="x.png" alt="Icon"> View</a> it</p>',
      "View (https://a.b) it",
    ],
    [
      "on an image without words",
      '<p>x <a href="https://a.b"><img src="x.png" alt=""></a> y</p>',
      "x https://a.b y",
    ],
    [
      "on an image, named by a label",
      '<a href="https://a.b" aria-label="Shop"><img src="x.png"></a>',
      "Shop: https://a.b",
    ],
    [
      "around blocks",
      '<a href="https://a.b"><div>Shoes</div><div>$10</div></a>',
      "Shoes\n$10\nhttps://a.b",
    ],
    ["with a break", '<p><a href="https://a.b">Track<br>it</a></p>', "Track\nit (https://a.b)"],
    [
      "with a break, in a sentence",
      '<p>Please <a href="https://a.b">track<br>it</a> now.</p>',
      "Please track\nit (https://a.b) now.",
    ],
    [
      "with a break at its end",
      '<p><a href="https://a.b">Track<br></a>it</p>',
      "Track: https://a.b\nit",
    ],
    [
      "with breaks deep at its end",
      '<p>x <a href="https://a.b"><b>Track<br><br></b></a>it</p>',
      "x Track (https://a.b)\n\nit",
    ],
    ["with a break at its start", '<a href="https://a.b"><br>Track</a>', "Track: https://a.b"],
    [
      "with a break behind an image",
      '<a href="https://a.b"><img src="a.png" alt=""><br>Track</a>',
      "Track: https://a.b",
    ],
    ["around one block", '<a href="https://a.b"><h2>News</h2></a>x', "News: https://a.b\n\nx"],
    ["around a block that asks", '<a href="https://a.b"><p>Why?</p></a>', "Why? https://a.b"],
    [
      "around a block with its own address",
      '<a href="https://a.b"><div>a.b</div></a>',
      "https://a.b",
    ],
    [
      "around paragraphs",
      '<a href="https://a.b"><p>Mug</p><p>$14</p></a><p>x</p>',
      "Mug\n\n$14\nhttps://a.b\n\nx",
    ],
    [
      "around a table",
      '<a href="https://a.b"><table role="presentation"><tr><td>Mug<td>$14</table></a>',
      "Mug  $14\nhttps://a.b",
    ],
    [
      "around a block and words",
      '<a href="https://a.b"><div>Mug</div>now</a>',
      "Mug\nnow (https://a.b)",
    ],
    [
      "in a link",
      '<a href="https://a.b">a <a href="https://c.d">b</a></a>',
      "a b (https://c.d): https://a.b",
    ],
    [
      "with a space in the address",
      '<p>x <a href="https://a.b/c d">y</a></p>',
      "x y (https://a.b/c%20d)",
    ],
  ],
  "labels that lead on take no colon": [
    ..."? ! . : … → › » > ➜ ➔ ▶ ► ⟶ ⇒ ？ ！ 。 ： ؟ ۔ । ； – — ☞".split(" "),
    "?”",
    "!)",
    "→\ufe0e",
  ].map((end) => [
    end,
    `<p><a href="https://a.b">Go ${end.replace(">", "&gt;")}</a></p>`,
    `Go ${end} https://a.b`,
  ]),
  "labels that only look as if they led on": [
    ["markup", '<p><a href="https://a.b">&lt;b></a></p>', "<b>: https://a.b"],
    ["an arrow at the start", '<p><a href="https://a.b">← Back</a></p>', "← Back: https://a.b"],
  ],
  "numbers and addresses stay as written": [
    ["a number", '<p>Call <a href="tel:+15550100">+1 555 0100</a>.</p>', "Call +1 555 0100."],
    ["without its country", '<a href="tel:+18005550100">(800) 555-0100</a>', "(800) 555-0100"],
    ["with a zero for it", '<a href="tel:+442079460000">020 7946 0000</a>', "020 7946 0000"],
    ["with 00 for it", '<a href="tel:+442079460000">0044 20 7946 0000</a>', "0044 20 7946 0000"],
    ["with words", '<a href="tel:+15550100">Call +1 555 0100 now</a>', "Call +1 555 0100 now"],
    ["in Arabic figures", '<a href="tel:+20225550100">٠٢ ٢٥٥٥ ٠١٠٠</a>', "٠٢ ٢٥٥٥ ٠١٠٠"],
    ["a short one", '<a href="tel:112">112</a>', "112"],
    ["with an extension", '<a href="tel:+15550100;ext=12">+1 555 0100</a>', "+1 555 0100"],
    ["another number", '<a href="tel:+15550100">Room 12</a>', "Room 12: +15550100"],
    ["a text message", '<a href="sms:+15550100?body=x">+1 555 0100</a>', "+1 555 0100"],
    ["a mail address", '<a href="mailto:help@a.b">Help@A.b</a>', "Help@A.b"],
    ["among words", '<a href="mailto:help@a.b">Write to help@a.b</a>', "Write to help@a.b"],
    ["a URL in other case", '<a href="https://shop.b/sale">Shop.b/Sale</a>', "https://shop.b/sale"],
    [
      "a URL of another script",
      '<a href="https://xn--mnchen-3ya.example/">münchen.example</a>',
      "https://xn--mnchen-3ya.example/",
    ],
    [
      "a URL among words",
      '<a href="https://a.b/c">Go to https://a.b/c now</a>',
      "Go to https://a.b/c now",
    ],
    [
      "a URL that only begins like it",
      '<a href="https://a.b/c">https://a.b/cd</a>',
      "https://a.b/cd: https://a.b/c",
    ],
    [
      "a URL that leads elsewhere",
      '<a href="https://track.b/r?u=1">https://a.b</a>',
      "https://a.b: https://track.b/r?u=1",
    ],
  ],
  "superscripts and what is struck out": [
    ["a reference", "<p>a card.<sup>1</sup> Then</p>", "a card.[1] Then"],
    ["two of them", "<p>card<sup>1, 2</sup></p>", "card[1, 2]"],
    ["a reference that is a link", '<p>card<sup><a href="#n">1</a></sup></p>', "card[1]"],
    ["its note", "<p><sup>1</sup> Terms</p>", "[1] Terms"],
    [
      "a power",
      "<p>10<sup>6</sup> and 12 m<sup>2</sup> and 3 km<sup>-2</sup></p>",
      "10⁶ and 12 m² and 3 km⁻²",
    ],
    ["cents", "<p>$14<sup>99</sup> or €5<sup>00</sup></p>", "$14.99 or €5.00"],
    ["letters", "<p>the 1<sup>st</sup> Shop<sup>™</sup></p>", "the 1st Shop™"],
    ["by its style", '<p>a<span style="vertical-align:super">1</span></p>', "a[1]"],
    ["a former price", "<p><s>$20.00</s> $15.00</p>", "~$20.00~ $15.00"],
    ["deleted, spaces inside", "<p>now<del> $20.00 </del>$15.00</p>", "now ~$20.00~ $15.00"],
    [
      "by its style",
      '<p>a <span style="color:red;text-decoration:line-through">$20</span>, $15</p>',
      "a ~$20~, $15",
    ],
    ["a paragraph", '<p style="text-decoration-line: line-through">$20</p>', "~$20~"],
    [
      "a cell",
      '<table role="presentation"><tr><td style="text-decoration:line-through">$20</td><td>$15</td></tr></table>',
      "~$20~  $15",
    ],
    ["nothing", "<p>a<s> </s>b</p>", "a b"],
  ],
  images: [
    ["are told by their alternative text", '<p><img src="a.png" alt="A map"></p>', "A map"],
    ["decoration is not", '<p>a<img src="a.png" alt="">b<img src="b.png">c</p>', "abc"],
    ["stand apart from words", '<p>a<img src="a.png" alt="star">b</p>', "a star b"],
  ],
  lists: [
    ["unordered", "<ul><li>a</li><li>b</li></ul>", "- a\n- b"],
    ["ordered", "<ol><li>a</li><li>b</li></ol>", "1. a\n2. b"],
    ["ordered past nine, texts in line", `<ol start="9"><li>a</li><li>b</li></ol>`, "9.  a\n10. b"],
    ["ordered by letters", `<ol type="a" start="26"><li>a</li><li>b</li></ol>`, "z.  a\naa. b"],
    ["ordered by Roman figures", `<ol type="I" start="4"><li>a</li></ol>`, "IV. a"],
    [
      "reversed, and with a value",
      `<ol reversed><li>a</li><li value="7">b</li><li>c</li></ol>`,
      "3. a\n7. b\n6. c",
    ],
    [
      "nested",
      "<ul><li>a<ul><li>b<ol><li>c</li></ol></li></ul></li><li>d</li></ul>",
      "- a\n  - b\n    1. c\n- d",
    ],
    ["around other blocks", "<p>x</p><ul><li>a</li></ul><p>y</p>", "x\n\n- a\n\ny"],
    ["without marks", `<ul style="list-style:none"><li>a</li><li>b</li></ul>`, "a\nb"],
    ["with end tags left out", "<ul><li>a<li>b</ul>", "- a\n- b"],
    ["of terms", "<dl><dt>a</dt><dd>b</dd></dl>", "a\n  b"],
    ["with paragraphs", "<ul><li><p>a</p><p>b</p></li><li>c</li></ul>", "- a\n\n  b\n\n- c"],
  ],
  "quotes and code": [
    ["a quote", "<p>x</p><blockquote><p>a</p><p>b</p></blockquote>", "x\n\n> a\n>\n> b"],
    ["a quote in a quote", "<blockquote>a<blockquote>b</blockquote></blockquote>", "> a\n>\n> > b"],
    ["code keeps its lines and indents", "<pre>a\n  b\n\n    c</pre>", "a\n  b\n\n    c"],
    ["code in a line is plain", "<p>Run <code>npm i</code> now</p>", "Run npm i now"],
    ["text whose lines count", '<div style="white-space:pre-line">a  b\nc</div>', "a b\nc"],
    ["text whose spaces count", '<div style="white-space: pre-wrap">a  b\n  c</div>', "a  b\n  c"],
  ],
  "hidden parts": [
    [
      "by their own style",
      '<p>a</p><p style="color:red;display:none">x</p><p style="visibility: hidden">x</p>',
      "a",
    ],
    ["for Outlook", '<p>a</p><p style="mso-hide:all">x</p>', "a"],
    ["by the attribute", "<p>a</p><p hidden>x</p>", "a"],
    ["by no height", '<div style="max-height:0;overflow:hidden">x</div>a', "a"],
    [
      "a preheader",
      '<div style="display:none" data-skip-in-text="true">x<div>\u00a0\u200c</div></div>a',
      "a",
    ],
    ["marked to be skipped", '<p data-skip-in-text="true">x</p>a', "a"],
    [
      "not by a class of that name, nor by overflow",
      '<p class="hidden" style="overflow:hidden">a</p>',
      "a",
    ],
    ["what a screen reader skips is seen", '<p>a <span aria-hidden="true">→</span></p>', "a →"],
    [
      "comments, scripts, styles, titles",
      "a<!--x--><script>x</script><style>x</style><title>x</title><template>x</template>",
      "a",
    ],
    [
      "conditional comments",
      "a<!--[if mso]>x<![endif]--><!--[if !mso]><!-->b<!--<![endif]-->",
      "ab",
    ],
    ["with elements of the same name inside", "<div hidden>x<div>y</div>z</div>a", "a"],
  ],
};

describe.each(Object.entries(cases))("%s", (_group, group) => {
  test.each(group)("%s", async (_what, html, text) => {
    expect(await textOf(html)).toBe(text);
  });
});
