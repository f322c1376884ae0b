/** Words beside which a number is a code, at the beginning of a word. */
const western =
  "code|passcode|pin|otp|tan|one[- ]time|verif|vérif|security|confirm|código|codigo|clave|codice|senha|kod|koodi|kode|jelszó|mã|код|пароль|κωδικ";

/** Such words in scripts that put no space, or a prefix, before them. */
const others = [
  ...[
    "验证码",
    "驗證碼",
    "校验码",
    "校驗碼",
    "动态码",
    "動態碼",
    "确认码",
    "確認碼",
    "认证码",
    "認證碼",
  ],
  ...[
    "动态密码",
    "動態密碼",
    "一次性密码",
    "一次性密碼",
    "口令",
    "コード",
    "認証番号",
    "確認番号",
    "暗証番号",
  ],
  ...["ワンタイム", "인증", "코드", "일회용", "비밀번호", "رمز", "كود", "کد", "קוד", "कोड", "รหัส"],
].join("|");

/** Words beside which a number is a code; German has them at the end of others. */
export const codeWord = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${western})|\\p{L}code(?!\\p{L})|${others}`,
  "iu",
);

const things = [
  "order|invoice|receipt|booking|reservation|ticket|parcel|tracking|customer|reference|ref",
  "bestellung|bestell|rechnung|rechnungs|sendung|sendungs|kunden|commande|facture|colis|pedido|factura",
  "ordine|fattura|encomenda|заказ|заказа|счёт|счет|طلب|الطلب|طلبك|فاتورة|الفاتورة",
].join("|");

const eastern = [
  ...[
    "订单",
    "訂單",
    "定单",
    "发票",
    "發票",
    "运单",
    "運單",
    "快递",
    "快遞",
    "单号",
    "單號",
    "编号",
    "編號",
  ],
  ...[
    "注文",
    "ご注文",
    "受注",
    "請求書",
    "伝票",
    "追跡",
    "会員",
    "お客様",
    "주문",
    "송장",
    "운송장",
    "고객",
  ],
].join("|");

/** Words after which a number is no code: "Order 10428 confirmed", "订单号：10428". */
export const numberOf = new RegExp(
  `(?:(?:^|[^\\p{L}])(?:${things})(?:'s)?(?: ?(?:no|nr|number|nummer|id|n°|№|numéro|número|numero|رقم))?[.:]?` +
    `|رقم (?:${things})|(?:${eastern})(?:番号|号码|號碼|编号|編號|号|號|번호)?)[:：は是為为]? *$`,
  "iu",
);
