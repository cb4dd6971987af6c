"""What Word and Google Docs put on the clipboard: words, headings, lists, quote, table, links and figure stay, no more."""

from __future__ import annotations

import re

import pytest
from bs4 import BeautifulSoup
from django.urls import reverse

from tests.browser.windows import expect
from tests.factories.people import picture
from tests.factories.stories import draft

pytestmark = pytest.mark.browser

SENTENCE = "The port authority counted every hanger of the bridge twice and wrote the number down again."
PARAGRAPHS = 120

WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style>p.MsoNormal {{margin:0cm; font-size:11.0pt; font-family:"Calibri",sans-serif; color:red}}</style></head>
<body lang=EN-GB><!--StartFragment-->
<h1><span style='mso-fareast-font-family:"Times New Roman"'>What was repaired<o:p></o:p></span></h1>
{text}
<p class=MsoNormal><o:p>&nbsp;</o:p></p>
<h2><b>The eastern deck</b></h2>
<p class=MsoNormal><span style='font-size:14.0pt;color:#C00000'>It is <b>closed</b> and <i>stays</i>
so, <u>says</u> <a href="https://port.veldhaven.example/deck">the authority</a><a name="_Toc1"></a>.</span></p>
<h3>Numbers</h3>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='font-family:Symbol'><span style='mso-list:Ignore'>&#183;<span>&nbsp;&nbsp;&nbsp;</span></span></span><![endif]>Hangers</p>
<p class=MsoListParagraphCxSpMiddle style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp;</span></span><![endif]>Eastern hangers</p>
<p class=MsoListParagraphCxSpLast style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>&#183;<span>&nbsp;</span></span><![endif]>Bolts</p>
<p class=MsoNormal>Then:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>First</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><![if !supportLists]><span
style='mso-list:Ignore'>2.<span>&nbsp;</span></span><![endif]>Second</p>
<p class=MsoQuote>We kept October.</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='height:1pt'><td width=301 valign=top
style='width:225pt;background:yellow'><p class=MsoNormal>Year</p></td><td width=301><p class=MsoNormal>Cost</p></td></tr></table>
<p class=MsoNormal><img width=400 height=300 src="file:///C:/Temp/msohtmlclip1/01/clip_image002.png"></p>
<!--EndFragment--></body></html>"""

DOCS = """<meta charset='utf-8'><b style="font-weight:normal;" id="docs-internal-guid-1a2b">
<h1 dir="ltr" style="line-height:1.38"><span style="font-size:20pt;font-weight:400">What was repaired</span></h1>
{text}
<br />
<h2 dir="ltr"><span style="font-weight:700">The eastern deck</span></h2>
<p dir="ltr" style="line-height:1.38"><span style="color:#000000">It is </span><span style="font-weight:700">closed</span><span>
 and </span><span style="font-style:italic">stays</span><span> so, says </span><a href="https://port.veldhaven.example/deck"
style="text-decoration:none"><span style="text-decoration:underline">the authority</span></a><span>.</span></p>
<h3 dir="ltr"><span>Numbers</span></h3>
<ul style="margin-top:0"><li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Hangers</span></p></li>
<ul><li dir="ltr" aria-level="2"><p dir="ltr" role="presentation"><span>Eastern hangers</span></p></li></ul>
<li dir="ltr" aria-level="1"><p dir="ltr" role="presentation"><span>Bolts</span></p></li></ul>
<p dir="ltr"><span>Then:</span></p>
<ol><li dir="ltr"><p dir="ltr" role="presentation"><span>First</span></p></li><li dir="ltr"><p dir="ltr"><span>Second</span></p></li></ol>
<blockquote><p dir="ltr"><span>We kept October.</span></p></blockquote>
<div dir="ltr" style="margin-left:0pt" align="left"><table style="border:none"><colgroup><col width="301" /></colgroup><tbody>
<tr style="height:0pt"><td style="border-left:solid #000 1pt"><p dir="ltr"><span>Year</span></p></td><td><p dir="ltr"><span>Cost</span></p></td></tr>
</tbody></table></div>
<p dir="ltr"><span><img src="https://lh7-us.googleusercontent.com/abc" width="400" height="300" /></span></p>
</b><br class="Apple-interchange-newline">"""

PASTE = """([box, html]) => {
  const data = new DataTransfer();
  data.setData("text/html", html);
  data.setData("text/plain", "x");
  box.dispatchEvent(new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
}"""


@pytest.fixture
def editor(windows, ada, clock):
    """An empty body with the cursor in it."""
    article = draft(by=ada, now=clock.now, body="")
    page = windows.open(ada)
    page.goto(reverse("admin:articles_article_change", args=[article.pk]))
    page.locator(".ProseMirror").click()
    page.article = article
    return page


def paste(page, html):
    page.evaluate(PASTE, [page.locator(".ProseMirror").element_handle(), html])


def saved(page):
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("status").filter(has_text="Saved")).to_be_visible()
    page.article.refresh_from_db()
    return BeautifulSoup(page.article.body, "html.parser")


def assert_nothing_else(body):
    """No colours, sizes, classes or pictures from elsewhere came along, and no paragraph without words."""
    assert not body.find("img")
    assert {one.name for one in body.find_all()} <= {
        "p",
        "h2",
        "h3",
        "ul",
        "ol",
        "li",
        "blockquote",
        "table",
        "tbody",
        "tr",
        "td",
        "a",
        "strong",
        "em",
    }
    assert {name for one in body.find_all() for name in one.attrs} <= {"href", "colspan", "rowspan"}
    assert all(one.get_text().strip() for one in body.find_all(["p", "li"]))


@pytest.mark.parametrize("source", [WORD, DOCS], ids=["Word", "Google Docs"])
def test_two_thousand_words_keep_their_shape_and_nothing_else(editor, source):
    tag = (
        "<p class=MsoNormal style='margin:0'>" if source is WORD else '<p dir="ltr"><span style="color:#f00">'
    )
    paste(editor, source.format(text="\n".join(tag + SENTENCE + "</p>" for _ in range(PARAGRAPHS))))

    body = saved(editor)

    assert len(body.get_text(" ").split()) > 1800
    assert [one.get_text() for one in body.find_all("p", recursive=False)][:PARAGRAPHS] == [
        SENTENCE
    ] * PARAGRAPHS
    assert [(one.name, one.get_text()) for one in body.find_all(re.compile("h[1-6]"))] == [
        ("h2", "What was repaired"),
        ("h2", "The eastern deck"),
        ("h3", "Numbers"),
    ]
    assert [" ".join(one.get_text(" ").split()) for one in body.find_all(["ul", "ol"], recursive=False)] == [
        "Hangers Eastern hangers Bolts",
        "First Second",
    ]
    assert body.select_one("ul ul li").get_text() == "Eastern hangers"
    assert body.blockquote.get_text() == "We kept October."
    assert [one.get_text() for one in body.select("table td")] == ["Year", "Cost"]
    assert [(one["href"], one.get_text()) for one in body.find_all("a")] == [
        ("https://port.veldhaven.example/deck", "the authority")
    ]
    assert (body.strong.get_text(), body.em.get_text()) == ("closed", "stays")
    assert_nothing_else(body)


def test_a_figure_of_our_own_keeps_its_caption(editor):
    image = picture()
    paste(
        editor,
        f'<p>Before.</p><figure><img src="{image.file.url}" alt="A crane"><figcaption>At dawn.</figcaption></figure>',
    )

    body = saved(editor)

    assert (body.figure.img["src"], body.figure.img["alt"]) == (image.file.url, "A crane")
    assert body.figcaption.get_text() == "At dawn."
