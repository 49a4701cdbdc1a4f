"""Lines that belong to the page and not to the article: comment forms, sharing, subscriptions, cookies, links to
other articles.

A line is told by how it begins, in lists of phrases in the languages of the articles that are read most (English,
Ukrainian, Russian, German, French, Spanish, Italian, Polish, Arabic); long lines only late in the text, where such
things stand.  What a sentence of an article might begin with counts only there too, or is no phrase.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from index.documents.lines import is_final, word_count
from index.documents.patterns import late
from index.documents.wordlists import BEGINNING, beginnings, phrases

WORDS_AT_MOST: Final = 14
WORDS_ANYWHERE: Final = 3
_LENGTH: Final = 160
_CREDITS_LENGTH: Final = 240
_ASKING_LENGTH: Final = 400

_BEGINNINGS: Final = beginnings(
    """
    add a comment; add your comment; leave a reply; leave a comment; post a comment; post comment; no comments; be the
    first to comment; join the conversation; join the discussion; comments are closed; comments off; your email address
    will not; your e-mail address will not; required fields are marked; save my name; notify me of; cancel reply; log in
    to comment; log in to leave; you must be logged in; enter your email; enter your e-mail; залишити коментар; добавить
    комментарий; оставить комментарий; ваша e-mail адреса; share this; share on; share via; share with; share article;
    share post; hey, share; hey share; follow us; like us; find us; join us on; follow me on; follow him on; follow her
    on; copy link; email this; print this; click here; click to; tap here; click the; tweet this; поделиться;
    поділитися; подписывайтесь; підписуйтесь; read more; read also; read next; read the full; read the rest; read the
    original; also read; see also; you may also; you might also; more from; more on this; more stories; related article;
    related articles; related post; related posts; related stories; related news; related topics; related content;
    related reading; recommended for you; trending now; most read; most popular; most viewed; popular posts; recent
    posts; recent comments; previous article; next article; previous post; next post; previous story; next story; up
    next; читайте также; читайте також; subscribe; sign up; newsletter; get our; get the latest; download our; download
    the app; support our; support independent; donate; we use cookies; this site uses cookies; this website uses
    cookies; by continuing to; by clicking; by signing; by using this; accept cookies; accept all cookies; cookie
    policy; cookie settings; manage cookies; manage preferences; privacy policy; privacy notice; terms of use; terms of
    service; terms and; terms & conditions; all rights reserved; copyright; ©; (c) 20; advertisement; sponsored;
    promoted by; source link; story continues; article continues; scroll to; scroll down; skip to; back to top; filed
    under; posted in; about the author; view all posts; contact us; report a correction; report a typo; send us a tip;
    this article was originally; this article was first; this article first; this article originally; this story was
    originally; this story was first; this post was originally; this article is published; originally published; first
    published;
    tags:; tag:; categories:; category:; source:; sources:; via:; suggested topics;
    подпишитесь; підпишіться; теми:; теги:; темы:; джерела:; усі права захищено; все права защищены;
    mehr zum thema; lesen sie auch; lesen sie dazu; lesen sie hier; lesen sie mehr; auch interessant; weitere artikel;
    weitere themen; das könnte sie auch; ähnliche artikel; zur startseite; zum inhalt; diskutieren sie; artikel teilen;
    jetzt abonnieren; abonnieren; alle rechte vorbehalten; impressum; datenschutz; quelle:; quellen:; schlagworte:;
    themen:;
    lire aussi; à lire aussi; lire également; lire la suite;
    sur le même sujet; les plus lus; voir aussi; abonnez-vous; s'abonner; inscrivez-vous; suivez-nous; tous droits
    réservés; mentions légales; nos lecteurs lisent aussi;
    más información; lee también; leer también; le puede interesar; te puede interesar; lea también; lo más visto; lo
    más leído; noticias relacionadas; suscríbete; suscríbase; regístrate; síguenos; sigue toda la; archivado en; todos
    los derechos; política de privacidad; aviso legal; fuente:; fuentes:;
    leggi anche; leggi pure; potrebbe interessarti; ti potrebbe; notizie correlate; articoli correlati; iscriviti;
    abbonati; seguici; riproduzione riservata; tutti i diritti; fonte:; fonti:;
    czytaj też;
    czytaj także; czytaj również; zobacz też; zobacz także; zobacz również; przeczytaj też; przeczytaj także; zapisz
    się; dołącz do; obserwuj nas; wszelkie prawa; źródło:; źródła:;
    اقرأ أيضا; اقرأ أيضًا; اقرأ المزيد; إقرأ أيضا; شاهد أيضا; مواضيع ذات صلة; أخبار ذات صلة; تابعونا; اشترك; جميع الحقوق
    محفوظة; المصدر:
    """
)
_ASKING: Final = beginnings(
    """
    subscribe to our; subscribe now; subscribe today; sign up for our; sign up to; sign up for the; sign up here; join
    our community; join our newsletter; join us on; join our telegram; join our whatsapp; become a member; become a
    subscriber; become a paid; become a supporter; support our work; support our journalism; support independent
    journalism; help keep local journalism; help us keep; help keep our; get our newsletter; get the latest news; get
    more news; download our app; follow us on; follow our; this audio is; listen to this article; listen to this story;
    image source; our standards:; already a subscriber; already have an account; want to read more; want all of the
    times; please enable javascript; please enable cookies; enable javascript; we are having trouble retrieving; thank
    you for your patience while we; to continue reading,; to continue reading this; subscribe to continue; subscribe to
    keep reading; subscribe to read; subscribe for free to; sign in to continue; log in to continue; this content is not
    available in your; this video is not available in your; this article is for subscribers; this story is for
    subscribers; this article is reserved for; you have reached your limit; you have reached your free; you've reached
    your limit; you've reached your free; start your free trial; purchase licensing rights; order reprints; skip
    advertisement; skip past newsletter; after newsletter promotion; privacy notice: newsletters; advertisement ·;
    follow the ap's; allow x content; allow twitter content; allow instagram content; this article contains content
    provided by; to view this content; do you have a story; do you have a tip; do you have a news tip; have you got a
    story; for media inquiries; for media enquiries; media contact:; media contacts:; press contact:; for more
    information, contact; for more information, please; for further information, contact; this press release contains
    forward-looking; this news release contains forward-looking; this release contains forward-looking;
    якщо ви помітили помилку; якщо ви знайшли помилку; если вы нашли ошибку; если вы заметили ошибку; підписуйтесь на
    наш; підписуйтеся на наш; підпишіться на наш; подписывайтесь на наш; подпишитесь на наш; стежте за нами; стежте за
    новинами; следите за нашими; приєднуйтесь до нашого;
    empfohlener externer inhalt; an dieser stelle finden sie; an dieser stelle befindet sich ein von; ich bin damit
    einverstanden; melden sie sich hier an; dieser artikel ist nur für; dieser inhalt ist nur für; sie haben bereits ein
    abo; bereits abonnent; jetzt kostenlos testen; artikel zum hören; diesen artikel anhören; lesen sie hier mehr; lesen
    sie auch:; mehr dazu lesen sie; zum newsletter; hier können sie den newsletter;
    la suite après cette publicité; article réservé aux abonnés; cet article est réservé; contenu réservé aux abonnés;
    la suite est réservée; déjà abonné; temps de lecture; écouter l'article; pour lire la suite; l'espace des
    contributions est réservé; ce contenu est bloqué; abonnez-vous pour;
    suscríbete para; suscríbete a nuestr; suscríbete y; regístrate gratis; regístrate para; ya soy suscriptor; ya eres
    suscriptor; para seguir leyendo; contenido exclusivo para; lee sin límites; este contenido es exclusivo;
    sei già abbonato; sei già registrato; contenuto riservato agli; per continuare a leggere; questo articolo è
    riservato; iscriviti alla newsletter; abbonati per;
    masz już subskrypcję; dalsza część artykułu pod; ciąg dalszy pod; reszta artykułu; zapisz się na newsletter
    """
)
"""How blocks begin that ask the reader for something, or come instead of the article, wherever they stand."""
_ASKING_AT_THE_END: Final = phrases(
    """
    sign up here; subscribe here; register here; free articles left; free article left; free articles remaining; free
    articles this month; opens new tab; more about this story; learn more here; hier anmelden;
    hier abonnieren; est réservée aux abonnés; est réservé aux abonnés; reservado para suscriptores
    """
)
"""How short blocks end that offer a letter, or lead elsewhere."""
_OFFERING: Final = phrases(
    """
    to your inbox; in your inbox; direct to you every; in ihr postfach; dans votre boîte mail; dans votre boîte aux
    lettres; en tu correo; en su correo; nella tua casella; на вашу пошту; на вашу почту
    """
)
"""What short blocks hold that offer a letter."""
_OTHERS: Final = frozenset(
    phrases(
        """
        read next; up next; read more; read also; also read; more on this story; more on this; more on this topic; more
        stories; more news; more like this; related; related articles; related stories; related news; related posts;
        related topics; related content; related coverage; related reading; most read; most popular; most viewed;
        popular posts; popular now; recent posts; latest posts; latest news; latest stories; top stories; trending;
        trending now; editors' picks; editor's picks; don't miss; you may also like; you might also like; you might be
        interested in; recommended; recommended for you; recommended stories; recommended reading; explore more; explore
        more on these topics; more from; around the web; from the web; promoted content; sponsored content; suggested
        topics; more coverage; keep reading;
        читайте також; читайте также; також за темою; по теме; за темою; головне сьогодні; главное сегодня; популярні
        новини; останні новини; последние новости; схожі новини; похожие новости; новини за темою; матеріали за темою;
        mehr zum thema; mehr zu diesem thema; lesen sie auch; auch interessant; das könnte sie auch interessieren; das
        könnte sie interessieren; weitere artikel; weitere artikel zum thema; meistgelesen; meistgelesene artikel;
        ähnliche artikel; verwandte artikel; neueste artikel; aktuelle artikel; top-themen;
        sur le même sujet; lire aussi; à lire aussi; à lire également; les plus lus; le plus lu; articles liés; dans la
        même rubrique; nos articles les plus lus; vous aimerez aussi; contenus sponsorisés;
        más información; noticias relacionadas; lo más visto; lo más leído; te puede interesar; le puede interesar;
        también te puede interesar; leer también;
        leggi anche; potrebbe interessarti anche; articoli correlati; notizie correlate; i più letti; le più lette;
        czytaj także; czytaj też; zobacz także; polecamy; najpopularniejsze; najczęściej czytane; powiązane artykuły;
        اقرأ أيضا; اقرأ أيضًا; مواضيع ذات صلة; أخبار ذات صلة; الأكثر قراءة
        """
    )
)
"""Headings under which other articles are announced."""
_CREDITING: Final = beginnings(
    """
    reporting by; additional reporting by; writing by; editing by; compiled by; with reporting by; with additional
    reporting; with inputs from; (with inputs from; (with agency; a version of this article; a version of this story;
    the views expressed in; the opinions expressed in; views expressed are; las opiniones expresadas; les opinions
    exprimées; le opinioni espresse; die hier geäußerten; die in diesem beitrag; الآراء الواردة; mit material von;
    mit informationen von; avec afp; avec reuters; (avec afp; (con información de; con información de
    """
)
"""How the last line begins that names all who worked on a report, or parts the paper from what it prints."""
_RULES: Final = beginnings(
    """
    comments are moderated; comments may be moderated; comments are subject to; comments will be moderated; comments
    are reviewed; comment policy; comments policy; commenting policy; our comment policy; our comments policy; our
    commenting policy; please keep comments; please keep your comments; please be respectful; please read our comment;
    please review our comment; by commenting you; by commenting, you; by posting a comment; by submitting a comment; we
    welcome your comments; we welcome comments; we invite you to comment; we reserve the right to remove; we reserve the
    right to delete; we reserve the right to edit; opinions expressed in comments; opinions expressed in the comments;
    kommentare werden moderiert; bitte beachten sie unsere netiquette; bitte beachten sie die netiquette; bitte beachten
    sie unsere community; die kommentarfunktion; les commentaires sont modérés; les commentaires sont soumis; en
    publiant un commentaire; merci de respecter la charte; los comentarios son moderados; los comentarios están sujetos;
    al publicar un comentario; i commenti sono moderati; i commenti sono soggetti; komentarze są moderowane; комментарии
    модерируются; коментарі модеруються
    """
)
"""How the rules begin by which readers may comment, late in a text."""
_CREDITED: Final = ("contributed to this report.", "contributed to this article.", "contributed reporting.")
_COUNTED: Final = late(
    r"(?:\d[\d.,]{0,9}\s?[km]?\s+(?:likes?|shares?|views?|restacks?|retweets?|reposts?|reactions?|replies|claps|reads)"
    r"(?:\s*[·|•,/]\s*|\s+|$)){1,6}",
    re.IGNORECASE,
)
_COUNT: Final = late(r"\d[\d.,]{0,5}\s?[km]?")
"""How often a page was liked or seen, where nothing says so."""
_AGO: Final = late(
    r"(?:(?:published|posted|updated|modified|last updated)(?:\s*+:)?\s++)?\d{1,2}\s*+"
    r"(?:[mhdw]|min(?:ute)?s?|hours?|hrs?|days?|weeks?|months?|years?)\s+ago",
    re.IGNORECASE,
)
"""An age that held when the page was saved, and says nothing since."""
_WHOLE: Final = frozenset(
    phrases(
        """
        ad; advertisements; close; comment; comments; e-mail; email; facebook; home; instagram; linkedin; loading;
        listen; log in; login; menu; name; pinterest; print; recommended; reddit; register; related; reply; save;
        search; share; share save; sign in; source; submit; tags; telegram; trending; tweet; twitter; website; whatsapp;
        youtube; skip advertisement; share full article; learn more; read more; listen to article; comments off; gift
        article; by; von; par; por; di; de; tags; topics; my news; adchoices; related
        topics; temas; thèmes; themen; tematy; temi; tópicos;
        témata; теми; темы; темы:; reaction; reactions; start a conversation; end of article; keywords; key words;
        реклама; поділитися; поделиться; підписатися; подписаться; anzeige; werbung; teilen; merken; drucken;
        anhören; verschenken; vorlesen; feedback; kommentare; publicité; partager; abonnés; réservé aux abonnés;
        commenter; publicidad; compartir; comentarios; pubblicità; condividi; commenti; reklama; udostępnij; komentarze;
        إعلان; مشاركة
        """
    )
)
_INSETS: Final = beginnings(
    """
    also read; read also; read more; read next; see also; related; watch; читайте также; читайте також; дивіться також;
    смотрите также; читайте; lesen sie auch; lesen sie hier
    mehr zum thema; lesen sie dazu; mehr zum thema; mehr dazu;
    lire aussi; à lire aussi; lire également; à lire; lire; voir aussi; leia também; leia mais; saiba mais; veja também;
    čtěte také; přečtěte si; lees ook; lee también; leer también; lea también; más
    información;
    leggi anche; leggi pure;
    czytaj też;
    czytaj także; czytaj również; zobacz też; zobacz także;
    اقرأ أيضا; اقرأ أيضًا; شاهد أيضا
    """
)
"""How a line begins, before a colon or the like, that leads to one other article in the middle of this one."""
_DECISIVE: Final = 1 + max(len(phrase) for begun in (_ASKING, _RULES) for each in begun.values() for phrase in each)
"""Characters at the beginning of a long line that tell whether it asks something of the reader, or gives the rules."""
_POSITION: Final = late(
    r"(?:item|photo|image|picture|slide|bild|foto|фото)\s\d{1,3}\s?(?:of|/|von|sur|de|di|z|з|из)\s?\d{1,3}"
    r"|\d{1,3}\s?(?:of|/|von|sur)\s?\d{1,3}\s?\|"
    r"|\d{1,3}\s?/\s?\d{1,3}\s(?:slides|photos|images|pictures|bilder|fotos)",
    re.IGNORECASE,
)
"""The place of a picture in a gallery."""


def is_boilerplate(line: str, late: bool) -> bool:
    """Whether a line belongs to the page; `late` says that it stands in the last two fifths of the text."""
    if len(line) > _ASKING_LENGTH:
        return False
    long = len(line) > _CREDITS_LENGTH
    folded = (line[:_DECISIVE] if long else line).casefold().replace("’", "'")
    if _begins(folded, _ASKING) or (late and _begins(folded, _RULES)):
        return True
    if long:
        return False
    if late and (_begins(folded, _CREDITING) or folded.endswith(_CREDITED)):
        return True
    if len(line) > _LENGTH:
        return False
    return _is_of_the_page(line, folded, late)


def _is_of_the_page(line: str, folded: str, late: bool) -> bool:
    """The same of a line that is not long: `folded` is what it is compared by."""
    bare = folded.rstrip(" *:….")
    if len(bare) < 8 and (_COUNT.fullmatch(bare) or not any(map(str.isalnum, line))):
        return True
    if len(bare) < 60 and (
        (bare.endswith("ago") and _AGO.fullmatch(bare))
        or (bare[:1].isdecimal() and _COUNTED.fullmatch(bare))
        or _POSITION.fullmatch(bare)
    ):
        return True
    if bare.rstrip("!").endswith(_ASKING_AT_THE_END) or any(map(folded.__contains__, _OFFERING)):
        return True
    if bare in _WHOLE:
        return late or not is_final(line.rstrip(": "))
    if folded.endswith((" min read", " minute read", " minutes read")) and word_count(line) <= 4:
        return True
    if bare.endswith(("comment", "comments")) and bare.split(None, 1)[0].isdigit() and word_count(line) <= 2:
        return True
    if _leads_elsewhere(folded):
        return True
    if not _begins(folded, _BEGINNINGS):
        return False
    words = word_count(line)
    return words <= WORDS_AT_MOST if late else words <= WORDS_ANYWHERE and not is_final(line)


def _leads_elsewhere(folded: str) -> bool:
    """Whether a line leads to one other article: what begins it is parted from the rest."""
    return any(folded[len(inset) :].lstrip()[:1] in (":", "|", "»", ">") for inset in _beginning(folded, _INSETS))


def announces_others(heading: str) -> bool:
    """Whether other articles, and no more of this one, stand under a heading."""
    bare = heading.casefold().replace("’", "'").rstrip(" *:….")
    return bare in _OTHERS or (bare.startswith("more from ") and word_count(bare) <= 4)


def _begins(folded: str, phrases: dict[str, tuple[str, ...]]) -> bool:
    """Whether a line begins with one of the phrases, whole words only."""
    if folded[:BEGINNING] not in phrases and folded[:1] not in phrases:  # as nearly always
        return False
    return any(not folded[len(phrase) : len(phrase) + 1].isalnum() for phrase in _beginning(folded, phrases))


def _beginning(folded: str, phrases: dict[str, tuple[str, ...]]) -> Iterator[str]:
    """The phrases that a line begins with."""
    for key in {folded[:BEGINNING], folded[:1]}:
        yield from filter(folded.startswith, phrases.get(key, ()))
