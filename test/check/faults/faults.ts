import { frameSource, orderSource } from "./correct-email.ts";

/** One fault that is put into a correct email. */
export interface SeededFault {
  readonly rule: string;
  /** Which source it is put into: the email's, or that of the components it shares. */
  readonly file: "order" | "frame";
  readonly from: string;
  readonly to: string;
  /** Words of the line that is to be named. @default the first line of `to` that is not in `from` */
  readonly at?: string;
  /** Rules that tell of it as well, rightly. */
  readonly also?: readonly string[];
}

type Row = readonly [rule: string, from: string, to: string, at?: string, also?: readonly string[]];

const long =
  "We hand your order over to the parcel service this afternoon, and send you its number as soon as we have it, so that you can follow it on its way to you. ";
const notes = "<p>Write to us at any time, and a person answers.</p>";
const yard = "<p>Shop Ltd, 12 Binders Yard, Bristol BS1 6QZ</p>";
const url = 'orderUrl: "https://shop.example/orders/4711" },\n    "long';
const withUrl = (to: string): readonly [string, string] => [
  url,
  `orderUrl: ${JSON.stringify(to)} },\n    "long`,
];
const account = 'href="https://shop.example/account"';
const see = "<a href={orderUrl}>See your order</a>";

const inOrder: readonly Row[] = [
  // leftovers
  ["unrendered-values", "Hello {name},", "Hello {String(undefined)},"],
  ["unrendered-values", "Hello {name},", "Hello {String(null)},"],
  ["unrendered-values", "<td>£12.50</td>", "<td>£{Number(undefined)}</td>"],
  ["unrendered-values", "Hello {name},", "Hello {`${{}}`},"],
  ["unrendered-values", notes, "<p>Until {String(new Date(NaN))} it is yours.</p>"],
  ["unrendered-values", ...withUrl("https://shop.example/orders/undefined")],
  [
    "unrendered-values",
    'subject: "Order 4711 leaves today"',
    "subject: `Order ${undefined}, leaves today`",
  ],
  ["lost-characters", "<td>Notebook</td>", '<td>{"Notebook 📚".slice(0, 10)}</td>'],
  ["unresolved-placeholders", "Hello {name},", 'Hello {"{{name}}"},'],
  ["unresolved-placeholders", "Hello {name},", "Hello %%first_name%%,"],
  ["unresolved-placeholders", "Hello {name},", "Hello *|FNAME|*,"],
  [
    "unresolved-placeholders",
    'subject: "Order 4711 leaves today"',
    'subject: "Order {{number}} leaves today"',
  ],
  ["private-hosts", ...withUrl("http://localhost:3000/orders/4711")],
  ["private-hosts", ...withUrl("https://192.168.0.7/orders/4711")],
  ["sample-text", notes, "<p>Lorem ipsum dolor sit amet.</p>"],
  ["sample-text", notes, "<p>Hello [Your name], how are you?</p>"],
  ["sample-hosts", ...withUrl("https://www.example.com/orders/4711")],
  ["missing-translation", notes, "<p>orders.confirmationMail.closing</p>"],
  // client support
  ["css-layout", notes, '<div style={{ display: "flex" }}><p>One</p><p>Two</p></div>'],
  [
    "css-layout",
    '<p style={{ margin: "0 0 16px" }}>',
    '<p style={{ margin: "0 0 16px", position: "absolute", top: 4 }}>',
  ],
  ["css-values", '<p style={{ margin: "0 0 16px" }}>', '<p style={{ margin: "0 0 1rem" }}>'],
  [
    "css-values",
    '<p style={{ margin: "0 0 16px" }}>',
    '<p style={{ margin: "0 0 16px", width: "calc(100% - 20px)" }}>',
  ],
  [
    "css-properties",
    '<p style={{ margin: "0 0 16px" }}>',
    '<p style={{ margin: "0 0 16px", paddingInline: 8 }}>',
  ],
  [
    "untested-support",
    '<p style={{ margin: "0 0 16px" }}>',
    '<p style={{ margin: "0 0 16px", fieldSizing: "content" }}>',
  ],
  ["html-elements", notes, "<button>See your order</button>"],
  ["html-elements", notes, '<svg width="40" height="40"><circle r="4" /></svg>'],
  ["image-formats", 'src="/static/desk.png"', 'src="https://shop.example/desk.webp"'],
  ["image-formats", 'src="/static/desk.png"', 'src="https://shop.example/desk.svg"'],
  [
    "font-fallback",
    '<p style={{ margin: "0 0 16px" }}>',
    '<p style={{ margin: "0 0 16px", fontFamily: "Inter" }}>',
  ],
  [
    "background-image",
    notes,
    '<div style={{ backgroundImage: "url(https://shop.example/a.png)", color: "#ffffff" }}>Half price</div>',
  ],
  // accessibility
  ["image-alt", ' alt="A notebook on a blue desk"', ""],
  [
    "linked-image-alt",
    see,
    '<a href={orderUrl}><img src="https://shop.example/see.png" width="80" alt="" /></a>',
  ],
  ["alt-file-name", 'alt="A notebook on a blue desk"', 'alt="desk.png"'],
  [
    "alt-length",
    'alt="A notebook on a blue desk"',
    `alt="${"A notebook on a blue desk, ".repeat(6)}"`,
  ],
  ["layout-table-role", notes, "<table><tbody><tr><td>Words in a cell</td></tr></tbody></table>"],
  ["data-table-headers", '<th scope="col">Item</th>', "<th>Item</th>"],
  ["headings", "<h2>What you bought</h2>", "<h4>What you bought</h4>"],
  ["headings", "<h2>What you bought</h2>", "<h1>What you bought</h1>"],
  ["headings", "<h2>What you bought</h2>", "<h2></h2>"],
  ["link-name", see, "<a href={orderUrl}></a>"],
  ["vague-link", see, "<a href={orderUrl}>Click here</a>"],
  ["vague-link", see, "<a href={orderUrl}>Learn more</a>"],
  ["ambiguous-links", notes, '<p><a href="https://shop.example/other">See your order</a></p>'],
  [
    "link-distinct",
    notes,
    '<p>Everything that you ordered is in <a href="https://shop.example/all" style={{ color: "#333333", textDecoration: "none" }}>the list of orders</a> there.</p>',
    undefined,
    ["dark-contrast"],
  ],
  [
    "contrast",
    '<p style={{ margin: "0 0 16px" }}>',
    '<p style={{ margin: "0 0 16px", color: "#999999" }}>',
  ],
  [
    "contrast",
    "<Paragraph>Hello",
    '<Paragraph style={{ color: "#aaaaaa" }}>Hello',
    undefined,
    ["dark-contrast"],
  ],
  [
    "contrast",
    notes,
    notes.replace("<p>", '<p style={{ backgroundColor: "#ffffff", color: "#999999" }}>'),
  ],
  [
    "dark-contrast",
    '<p style={{ margin: "0 0 16px" }}>',
    '<p style={{ margin: "0 0 16px", color: "#222222" }}>',
  ],
  [
    "inverted-contrast",
    notes,
    '<p style={{ backgroundColor: "#282a36", color: "#50fa7b" }}>A person answers.</p>',
  ],
  [
    "text-size",
    '<p style={{ margin: "0 0 16px" }}>',
    '<p style={{ margin: "0 0 16px", fontSize: 9 }}>',
  ],
  ["text-size", "<Paragraph>Hello", "<Paragraph style={{ fontSize: 10 }}>Hello"],
  ["line-height", notes, `<p style={{ lineHeight: 1 }}>${long}</p>`],
  ["justified-text", notes, `<p style={{ textAlign: "justify" }}>${long}</p>`],
  ["all-caps", notes, `<p>${long.toUpperCase()}</p>`],
  [
    "target-size",
    see,
    '<a href={orderUrl} style={{ display: "inline-block", padding: "1px 8px", fontSize: 14, lineHeight: "16px", backgroundColor: "#222222", color: "#ffffff" }}>See your order</a>',
  ],
  [
    "reading-order",
    notes,
    '<table role="presentation" dir="rtl"><tbody><tr><td dir="ltr">First of two</td><td dir="ltr">Second of two</td></tr></tbody></table>',
  ],
  [
    "aria",
    '<p style={{ margin: "0 0 16px" }}>',
    '<p role="presentational" style={{ margin: "0 0 16px" }}>',
  ],
  ["motion", notes, '<p style={{ animation: "spin 2s infinite" }}>A person answers.</p>'],
  // links
  ["link-address", ...withUrl("/orders/4711")],
  ["link-address", ...withUrl("www.shop.example/orders")],
  ["link-address", ...withUrl("//shop.example/orders/4711")],
  ["link-address", ...withUrl("https://")],
  ["link-address", see, '<a href="#">See your order</a>'],
  ["link-address", see, '<a href="mailto:help@">See your order</a>'],
  ["link-address", see, "<a>See your order</a>"],
  ["link-anchor", see, '<a href="#items">See your order</a>'],
  ["insecure-link", ...withUrl("http://shop.example/orders/4711")],
  ["link-host", ...withUrl("https://203.0.113.7/orders/4711")],
  ["link-host", ...withUrl("https://shop.example:8443/orders/4711")],
  ["link-shortener", ...withUrl("https://bit.ly/3xYz")],
  ["link-credentials", ...withUrl("https://ada:pass@shop.example/orders")],
  ["deceptive-link", see, '<a href="https://evil.example/a">https://shop.test/orders</a>'],
  [
    "tracked-secret",
    'tracking: { links: "None" },\n  variants: {\n    default: { name: "Ada", orderUrl: "https://shop.example/orders/4711" }',
    'tracking: { links: "HtmlAndText" },\n  variants: {\n    default: { name: "Ada", orderUrl: "https://shop.example/reset?token=mK4Zt9wQ2vR7" }',
    "HtmlAndText",
  ],
  // images
  ["image-address", 'src="/static/desk.png"', 'src="desk.png"'],
  ["image-address", 'src="/static/desk.png"', 'src="/images/desk.png"'],
  ["image-address", 'src="/static/desk.png"', 'src="//shop.example/desk.png"'],
  ["insecure-image", 'src="/static/desk.png"', 'src="http://shop.example/desk.png"'],
  ["image-missing", 'src="/static/desk.png"', 'src="/static/desks.png"'],
  ["image-dimensions", ' width="520"', ""],
  ["image-ratio", 'width="520" alt', 'width="520" height="520" alt'],
  ["image-resolution", 'width="520"', 'width="1300"'],
  // inbox line, text, sense, message
  ["subject-missing", 'subject: "Order 4711 leaves today"', 'subject: ""'],
  [
    "subject-length",
    'subject: "Order 4711 leaves today"',
    `subject: "${"Order 4711 leaves today ".repeat(4)}"`,
  ],
  [
    "subject-shouting",
    'subject: "Order 4711 leaves today"',
    'subject: "Order 4711 leaves today!!"',
  ],
  ["subject-shouting", 'subject: "Order 4711 leaves today"', 'subject: "YOUR ORDER LEAVES TODAY"'],
  [
    "subject-prefix",
    'subject: "Order 4711 leaves today"',
    'subject: "Re: Order 4711 leaves today"',
  ],
  [
    "subject-characters",
    'subject: "Order 4711 leaves today"',
    'subject: "Order &amp; parcel 4711 leave today"',
  ],
  [
    "preheader-repeats-subject",
    'preheader="It leaves today and is with you by Thursday, between nine and noon."',
    'preheader="Order 4711 leaves today"',
  ],
  [
    "preheader-length",
    'preheader="It leaves today and is with you by Thursday, between nine and noon."',
    'preheader="It leaves today."',
  ],
  [
    "thread-folding",
    `${notes}\n    </Frame>\n  );\n}\n\nexport default defineEmail({\n  id: "ID",\n  component: Order,\n  from: "Shop <orders@shop.example>",\n  subject: "Order 4711 leaves today"`,
    `<p><a href="https://shop.example/pick-up?token=mK4Zt9wQ2vR7">Choose when to pick it up</a></p>\n    </Frame>\n  );\n}\n\nexport default defineEmail({\n  id: "ID",\n  component: Order,\n  from: "Shop <orders@shop.example>",\n  subject: "Your order waits for you"`,
    'subject: "Your order waits',
  ],
  ["from-name", 'from: "Shop <orders@shop.example>"', 'from: "orders@shop.example"'],
  ["no-reply", 'from: "Shop <orders@shop.example>"', 'from: "Shop <no-reply@shop.example>"'],
  ["text-missing", '  tag: "order",', '  tag: "order",\n  text: "",', 'text: "",'],
  [
    "text-view-in-browser",
    '  tag: "order",',
    '  tag: "order",\n  text: "Please view this email in your browser. £12.50 4711 https://shop.example/orders/4711 https://shop.example/ https://shop.example/account 12 BS1 6QZ",',
    "text:",
  ],
  [
    "text-complete",
    '  tag: "order",',
    '  tag: "order",\n  text: "We have packed your order with care this morning, and it is with you by Thursday between nine and noon; you need not be at home for it.",',
    "text:",
  ],
  ["text-glued-urls", notes, "<p>{`See shophttps://shop.example/all for more`}</p>"],
  ["unsubscribe", '  tag: "order",', '  tag: "order",\n  stream: "broadcast",', "stream:"],
  [
    "unsubscribe",
    `${notes}\n    </Frame>\n  );\n}\n\nexport default defineEmail({\n  id: "ID",\n  component: Order,\n  from: "Shop <orders@shop.example>",\n  subject: "Order 4711 leaves today"`,
    `<p><a href="https://shop.example/leave">Unsubscribe</a></p>\n    </Frame>\n  );\n}\n\nexport default defineEmail({\n  id: "ID",\n  component: Order,\n  from: "Shop <orders@shop.example>",\n  subject: "Reset your password"`,
    "Unsubscribe</a>",
    ["account-words"],
  ],
  ["personal-tag", 'tag: "order"', 'tag: "order-ada@shop.example"'],
  [
    "message-limits",
    'tag: "order",',
    'tag: "order",\n  metadata: { "a-key-that-is-far-too-long": "1" },',
    "metadata",
  ],
  [
    "code-in-inbox-line",
    `${notes}\n    </Frame>\n  );\n}\n\nexport default defineEmail({\n  id: "ID",\n  component: Order,\n  from: "Shop <orders@shop.example>",\n  subject: "Order 4711 leaves today"`,
    `<p style={{ fontSize: 28, lineHeight: "36px" }}>123456</p>\n    </Frame>\n  );\n}\n\nexport default defineEmail({\n  id: "ID",\n  component: Order,\n  from: "Shop <orders@shop.example>",\n  subject: "Your sign-in code"`,
    "subject:",
    ["thread-folding"],
  ],
];

const inFrame: readonly Row[] = [
  // document
  ["html-lang", '<Html lang="en"', '<Html lang="english"', undefined, ["body-lang"]],
  ["title", "<title>{title}</title>", "<title>Document</title>"],
  [
    "viewport",
    "<title>{title}</title>",
    '<title>{title}</title>\n        <meta name="viewport" content="width=device-width, user-scalable=no" />',
    "viewport",
  ],
  [
    "color-scheme-metas",
    'name="supported-color-schemes" content="light dark"',
    'name="supported-color-schemes" content="light"',
    'content="light"',
  ],
  [
    "duplicate-id",
    yard,
    '<p id="yard">Shop Ltd</p>\n          <p id="yard">12 Binders Yard</p>',
    '<p id="yard">12',
  ],
  ["no-script", yard, '<iframe src="https://shop.example/map" />'],
  ["no-form", yard, "<form><p>Your name</p></form>"],
  ["no-form", yard, '<input type="text" />'],
  ["script-urls", account, 'href={"javascript" + ":void(0)"}'],
  [
    "nesting",
    yard,
    '<p><a href="https://shop.example/a">One <a href="https://shop.example/b">and two</a></a></p>',
  ],
  // leftovers
  ["unrendered-values", yard, "<p>Shop Ltd, {String(undefined)}, Bristol BS1 6QZ</p>"],
  ["unresolved-placeholders", yard, '<p>{"{{company}}"}, 12 Binders Yard</p>'],
  ["private-hosts", account, 'href="http://localhost:5173/account"'],
  ["sample-text", yard, "<p>[Company name], 12 Binders Yard</p>"],
  ["sample-hosts", account, 'href="https://example.com/account"'],
  ["missing-translation", yard, "<p>footer.companyAddress.line</p>"],
  // client support
  [
    "css-layout",
    "{children}\n          <p",
    '<div style={{ display: "grid" }}><p>One</p><p>Two</p></div>\n          {children}\n          <p',
    "grid",
  ],
  [
    "css-values",
    'fontSize: 13, lineHeight: "20px"',
    'fontSize: "0.8125rem", lineHeight: "20px"',
    undefined,
    ["text-size"],
  ],
  [
    "css-values",
    '"@media (prefers',
    '".link{margin-left:2rem}@media (prefers',
    ".link{margin-left:2rem}",
  ],
  [
    "css-properties",
    'fontSize: 13, lineHeight: "20px"',
    'fontSize: 13, lineHeight: "20px", columnCount: 2',
  ],
  ["html-elements", yard, '<video src="https://shop.example/a.mp4" />'],
  ["image-formats", 'src="/static/mark.png"', 'src="https://shop.example/mark.svg"'],
  ["font-fallback", 'fontFamily: "Arial, sans-serif"', 'fontFamily: "Inter"'],
  [
    "external-styles",
    "<style>{dark}</style>",
    '<style>{dark}</style>\n        <link rel="stylesheet" href="https://shop.example/mail.css" />',
    "mail.css",
  ],
  [
    "background-image",
    yard,
    '<div style={{ background: "linear-gradient(#000000,#333333)", color: "#ffffff" }}>Half price</div>',
  ],
  ["gmail-styles", yard, '<style>{".a{color:#111111}"}</style>'],
  [
    "vml",
    yard,
    '<div dangerouslySetInnerHTML={{ __html: "<!--[if mso]><v:rect><v:textbox>Open</v:textbox><![endif]-->" }} />',
  ],
  [
    "event-attributes",
    yard,
    `<div dangerouslySetInnerHTML={{ __html: "<p onclick='go()'>A line</p>" }} />`,
  ],
  [
    "conditional-comments",
    yard,
    '<div dangerouslySetInnerHTML={{ __html: "<!--[if !mso]><!--><p>A line</p>" }} />',
  ],
  [
    "preheader-leak",
    "<Preview>{preheader}</Preview>",
    '<div style={{ display: "none" }}>{preheader}</div>',
  ],
  [
    "preheader-missing",
    "<Preview>{preheader}</Preview>",
    '<p><a href="https://shop.example/m/1">View in browser</a></p>',
  ],
  [
    "image-gap",
    yard,
    '<div><img src="https://shop.example/a.png" width="80" alt="A box" /><br /><img src="https://shop.example/b.png" width="80" alt="B box" /></div>',
  ],
  // accessibility
  ["image-alt", ' alt="" /> The shop', " /> The shop"],
  ["linked-image-alt", "> The shop", "> "],
  ["alt-file-name", 'alt="" /> The', 'alt="image" /> The'],
  ["layout-table-role", '<table role="presentation" width="100%">', '<table width="100%">'],
  [
    "data-table-headers",
    "<td>\n                  <a",
    '<th scope="col">Shop</th>\n                <td>\n                  <a',
    '<table role="presentation"',
  ],
  ["headings", "{children}\n", "{children}\n          <h5>The small print</h5>\n", "<h5>"],
  ["link-name", ">your account</a>", "></a>", "account"],
  ["vague-link", ">your account</a>", ">here</a>"],
  [
    "contrast",
    'fontSize: 13, lineHeight: "20px"',
    'fontSize: 13, lineHeight: "20px", color: "#a0a0a0"',
  ],
  ["contrast", yard, '<p style={{ backgroundColor: "#333333" }}>Shop Ltd</p>', undefined, []],
  ["dark-contrast", yard, '<p style={{ backgroundColor: "#ffffff" }}>Shop Ltd</p>'],
  [
    "dark-contrast",
    ".link{color:#9db2ff!important}",
    ".link{color:#222299!important}",
    'className="link"',
  ],
  ["text-size", 'fontSize: 13, lineHeight: "20px"', 'fontSize: 9, lineHeight: "20px"'],
  [
    "aria",
    yard,
    '<p aria-hidden="true"><a href="https://shop.example/map">A map of the yard</a></p>',
  ],
  ["motion", yard, '<p style={{ animation: "spin 2s infinite" }}>Shop Ltd</p>'],
  [
    "reading-order",
    yard,
    '<table role="presentation" dir="rtl"><tbody><tr><td dir="ltr">First of two</td><td dir="ltr">Second of two</td></tr></tbody></table>',
  ],
  // links and images
  ["link-address", account, 'href="/account"'],
  ["link-address", account, 'href=""'],
  ["link-address", account, 'href="tel:"'],
  ["link-anchor", account, 'href="#account"'],
  ["insecure-link", account, 'href="http://shop.example/account"'],
  ["link-host", account, 'href="https://198.51.100.4/account"'],
  ["link-shortener", account, 'href="https://tinyurl.com/abc"'],
  [
    "link-length",
    account,
    `href="https://shop.example/account?a=${"b".repeat(2_100)}"`,
    undefined,
    ["text-line-length"],
  ],
  ["link-credentials", account, 'href="https://a:b@shop.example/account"'],
  ["deceptive-link", ">your account</a>", ">www.bank.test</a>"],
  ["image-address", 'src="/static/mark.png"', 'src="mark.png"'],
  ["insecure-image", 'src="/static/mark.png"', 'src="http://shop.example/mark.png"'],
  ["image-missing", 'src="/static/mark.png"', 'src="/static/marks.png"'],
  ["image-dimensions", ' width="28" height="28"', ""],
  ["image-ratio", 'width="28" height="28"', 'width="28" height="14"'],
  ["text-glued-urls", yard, "<p>{`Shophttps://shop.example/all`}</p>"],
  ["all-caps", yard, `<p>${long.toUpperCase()}</p>`],
  ["line-height", yard, `<p style={{ lineHeight: 1 }}>${long}</p>`],
  ["justified-text", yard, `<p style={{ textAlign: "justify" }}>${long}</p>`],
];

/** All of them. */
export const seededFaults: readonly SeededFault[] = [
  ...inOrder.map((row) => toFault(row, "order")),
  ...inFrame.map((row) => toFault(row, "frame")),
];

function toFault([rule, from, to, at, also]: Row, file: SeededFault["file"]): SeededFault {
  const source = file === "order" ? orderSource : frameSource;
  if (!source.includes(from)) throw new Error(`Cannot seed ${rule}: there is no ${from}`);
  return { rule, file, from, to, ...(at !== undefined && { at }), ...(also && { also }) };
}
