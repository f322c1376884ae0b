/** A charset that is detected, by how much of a text decoded with it is familiar. */
export interface Script {
  /** As `decodeOctets` takes it. */
  readonly charset: string;
  /** The share of what is not ASCII that is familiar, from 0 to 1; 0 where that is too little to tell. */
  readonly shareOf: (text: string) => number;
}

// Characters that make up most of ordinary text, of mail about orders and accounts above all.
const kanji =
  "日一国会人年大十二本中長出三同時政事自行社見月分議後前民生連五発間対上部東者党地合市業内相方四定今回新場金員九入選立開手米力学問高代明実円関決子動京全目表戦経通外最言氏現理調体化田当八六約主題下首意法不来作性的要用制治度務強気小七成期公野協取都和統以機平総加山思家話世受区領多県続進正安設保改数記院女初北午指権心界支第産結百派点教報済書府活原先共得解名交資予川向際査勝面委告軍文反元重近千考判認画海参売利組知案道信策集在件団別物側任引使求所次水半品昨論計死官増係感特情投示変打男基私各始島直両朝革価式確村提運終挙果西勢減台広容必応演電歳住争談能無再位置企真流格有疑口過局少放税検藤町常校料沢裁状工建語球営空職証土与急止送援供可役構木割聞身費付施切由説転食比難防補車優夫研収断井何南石足違消境神番規術護展態導鮮備宅害配副算視条幹独警宮究育席輸訪楽起万着乗店述残想線率病農州武声質念待試族象銀域助労例衛然早張映限親額監環験追審商葉義伝働形景落欧担好退準賀訴辺造英被株頭技低毎医復仕去姿味負閣韓渡失移差衆個門写評課末守若脳極種美岡影命含福蔵量望松非撃佐核観察整段横融型白深字答夜製票況音申様財港識注呼渉達客様文払届返品購録登番号";
const simplified =
  "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运您请账户验证码订单付款密码击链接欢迎谢注册邮件系统您好致电单号地址编号网址感谢";
const traditional =
  "的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡用道行所然家種事成方多經麼去法學如都同現當沒動面起看定天分還進好小部其些主樣理心她本前開但因只從想實日軍者意無力它與長把機十民第公此已工使情明性知全三又關點正業外將兩高間由問很最重並物手應戰向頭文體政美相見被利什二等產或新己制身果加西斯月話合回特代內信表化老給世位次度門任常先海通教兒原東聲提立及比員解水名真論處走義各入幾口認條平系氣題活爾更別打女變四神總何電數安少報才結反受目太量再感建務做接必場件計管期市直德資命山金指克許統區保至隊形社便空決治展馬科司五基眼書非則聽白卻界達光放強即像難且權思王象完設式色路記南品住告類求據程北邊死張該交規萬取拉格望覺術領共確傳師觀清今切院讓識候帶導爭運您請帳戶驗證碼訂單付款密碼點擊連結歡迎謝註冊郵件系統您好致電單號地址編號網址感謝";
const hangul =
  "이다는을에의가하니습을고로한기지은사도를어자서대시리스나인일해수정보여주아있제라전게으면들구부그요과드상오동안성공장화비세원트만선신무조문되미와거국유마치소년학우생방려입중르간산용당했및회개경계결바관물내통분저진때영실업강역연단체직본위러모음력재양호심식님메았었된합연등감각터카배송주문확인번호금액완료비밀로그인상품결제안녕하세요고객님";
const punctuation = "、。，！？：；（）「」『』【】・ー～〜…　《》“”’‘－０１２３４５６７８９";

const familiarKanji = new Set(kanji + punctuation);
const familiarSimplified = new Set(simplified + punctuation);
const familiarTraditional = new Set(traditional + punctuation);
const familiarHangul = new Set(hangul + punctuation);

const isKana = (character: string) => character >= "ぁ" && character <= "ヺ";

/** Fewer characters beyond ASCII are chance. */
const leastCharacters = 3;

/** In the order in which they are preferred where two are equally likely. */
export const scripts: readonly Script[] = [
  { charset: "shift_jis", shareOf: japanese },
  { charset: "euc-jp", shareOf: japanese },
  { charset: "euc-kr", shareOf: byCharacters(familiarHangul) },
  { charset: "gb18030", shareOf: byCharacters(familiarSimplified) },
  { charset: "big5", shareOf: byCharacters(familiarTraditional) },
  { charset: "koi8-r", shareOf: cyrillic },
  { charset: "windows-1251", shareOf: cyrillic },
];

function byCharacters(familiar: ReadonlySet<string>): (text: string) => number {
  return (text) => share(text, (character) => familiar.has(character));
}

/** Japanese has kana in every sentence; kanji alone may as well be Chinese. */
function japanese(text: string): number {
  const hasKana = [...text].some(isKana);
  return hasKana
    ? share(text, (character) => isKana(character) || familiarKanji.has(character))
    : 0;
}

/**
 * Cyrillic stands in words of small letters, each with a capital at most at its beginning; read in
 * the wrong one of its charsets, small letters become capitals, and the accents of Western languages
 * become single letters among Latin ones.
 */
function cyrillic(text: string): number {
  const letters = share(text, (character) => character >= "Ё" && character <= "ё");
  const words = (text.match(/[A-Za-zЁА-яё]+/g) ?? []).filter((word) => /[ЁА-яё]/.test(word));
  const usual = words.filter(
    (word) => /^(?:[А-ЯЁ]?[а-яё]+|[А-ЯЁ]+)$/.test(word) && word.length > 1,
  );
  const small = text.match(/[а-яё]/g)?.length ?? 0;
  const capital = text.match(/[А-ЯЁ]/g)?.length ?? 0;
  const frequent = text.match(/[оеаинтсрвлОЕАИНТСРВЛ]/g)?.length ?? 0;
  if (words.length === 0 || small < capital || frequent < 0.4 * (small + capital)) return 0;
  return letters * (usual.length / words.length);
}

function share(text: string, isFamiliar: (character: string) => boolean): number {
  let familiar = 0;
  let all = 0;
  for (const character of text) {
    if (character < "\x80") continue;
    all += 1;
    if (isFamiliar(character)) familiar += 1;
  }
  return all < leastCharacters ? 0 : familiar / all;
}
