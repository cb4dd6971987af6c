"""The form in which a story is written: it cleans, compares what the person saw, and refuses; it saves nothing."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.templatetags.static import static
from django.utils import timezone
from django_prose_editor.fields import ProseEditorFormField
from django_prose_editor.widgets import ProseEditorWidget, importmap, prose_editor_presets
from js_asset import Media

from articles import documents, markup
from articles.desk import clash, pictures, typed
from articles.desk.badges import clock
from articles.models.article import Article, Byline
from articles.models.revision import Revision
from newsroom import languages
from newsroom.picture_picker import PictureField

# The editor offers what markup.sanitise keeps and no more, so that nothing is lost at saving.
EXTENSIONS: dict[str, Any] = {
    "Heading": {"levels": [2, 3]},
    "BulletList": True,
    "OrderedList": {"enableListAttributes": False},
    "ListItem": True,
    "Blockquote": True,
    "Bold": True,
    "Italic": True,
    "HardBreak": True,
    "Link": {"enableTarget": False, "protocols": ["http", "https", "mailto"]},
    "Figure": {"pickerUrl": "/admin/newsroom/image/choose/"},
    "Caption": True,
    "Image": True,
    "Table": True,
    "TableRow": True,
    "TableHeader": True,
    "TableCell": True,
    "PullQuote": True,
    "FactBox": True,
    "LinkCard": True,
    "Menu": {
        "groups": [
            {"group": "blockType -lists"},
            {"group": "lists"},
            {"group": "nodes -blockType -lists"},
            {"group": "boxes"},
            {"group": "marks"},
            {"group": "link"},
            {"group": "table"},
            {"group": "history"},
        ]
    },
}
_PLAIN = ("headline", "standfirst", "hero_alt", "hero_caption")


class BodyWidget(ProseEditorWidget):  # type: ignore[misc]  # The package ships no types.
    """The body editor without its style sheets and its icon font: desk.css has its rules, the buttons have words."""

    @property
    def media(self) -> Media:
        return Media(importmap=importmap, js=[*prose_editor_presets()[self.preset], "js/body_editor.js"])

    def get_config(self) -> dict[str, Any]:
        """Name the script of the boxes, which the package loads before it makes the editor."""
        return {**super().get_config(), "js_modules": [static("js/body_boxes.js")]}


class ArticleForm(forms.ModelForm[Article]):
    """``base`` is the version number that the person saw; ``conflict`` the revision that came in between."""

    base = forms.IntegerField(widget=forms.HiddenInput, required=False)
    body = ProseEditorFormField(
        required=False,
        extensions=EXTENSIONS,
        widget=BodyWidget,
        help_text="Links to our own stories: their address from the first slash, such as /city/harbour-bridge/. "
        "A pull quote repeats the words that you chose; inside of a box its button takes the box away.",
    )

    hero = PictureField(required=False, label="Picture")

    class Meta:
        model = Article
        fields = (
            "headline",
            "standfirst",
            "body",
            "section",
            "kind",
            "slug",
            "language",
            "hero",
            "hero_alt",
            "hero_caption",
            "topics",
            "sources",
        )
        widgets = {
            "headline": forms.Textarea(attrs={"rows": 1, "class": "write-headline", "maxlength": 200}),
            "standfirst": forms.Textarea(attrs={"rows": 2, "class": "write-standfirst"}),
            "hero_alt": forms.Textarea(attrs={"rows": 2}),
            "hero_caption": forms.Textarea(attrs={"rows": 2}),
        }

    conflict: Revision | None = None

    def __init__(self, data: Any = None, *args: Any, **kwargs: Any) -> None:
        article = kwargs.get("instance")
        story = article if article is not None and article.pk else None
        self.stored: typed.Values = {}
        self.base_values: typed.Values = {}
        if story is not None and isinstance(data, QueryDict):
            # Before the fields are read: what is chosen from theirs passes the same checks as what is typed.
            base = typed.base_in(data)
            data = clash.settle(data, story, base)
            self.stored = typed.stored(story)
            self.base_values = typed.base_of(base, story, typed.posted(data, typed.WAS))
        super().__init__(data, *args, **kwargs)
        self.fields["base"].initial = self.instance.version

    def clean_headline(self) -> str:
        """A headline is one line, whatever was pasted into the box."""
        return " ".join(self.cleaned_data["headline"].split())

    def clean_language(self) -> str:
        """Screen readers and browsers choose voice, quotes and direction by it, so it has to be a language."""
        tag: str = self.cleaned_data["language"].strip()
        if fault := languages.fault_of(tag):
            raise ValidationError(fault)
        return languages.spelled(tag)

    def clean_body(self) -> str:
        """Keep what a story may hold; refuse what hides words or is not ours to show."""
        # Browsers send CR LF, and the field strips its ends: neither is a change of the text.
        typed = self.cleaned_data["body"].replace("\r\n", "\n")
        if typed.strip() == self.instance.body.strip():
            return self.instance.body
        try:
            body = markup.sanitise(typed)
        except markup.MarkupError as error:
            raise ValidationError(str(error)) from error
        try:
            documents.picture_digests(markup.render(body).images)
        except ValidationError as error:
            raise ValidationError(error.messages) from error
        return body

    def clean(self) -> dict[str, Any]:
        """Refuse hidden characters, a picture nobody can hear, and a text that overtook another."""
        cleaned = super().clean() or self.cleaned_data
        for name in _PLAIN:
            try:
                markup.refuse_hidden(cleaned.get(name) or "")
            except markup.MarkupError as error:
                self.add_error(name, str(error))
        if cleaned.get("hero") and not (cleaned.get("hero_alt") or "").strip():
            self.add_error("hero_alt", "Say what the picture shows, for those who cannot see it.")
        if refused := pictures.refused_hero(self.instance, cleaned.get("hero"), timezone.now()):
            self.add_error("hero", refused)
        for refused in pictures.refused_in_text(
            self.instance.body, cleaned.get("body") or "", timezone.now()
        ):
            self.add_error("body", refused)
        self._compare_base(cleaned.get("base"))
        return cleaned

    def _compare_base(self, base: int | None) -> None:
        """``instance`` is still the stored row here, locked by the admin for this request."""
        head = self.instance.head
        if head is None or base == self.instance.version:
            return
        self.conflict = head
        at = clock(head.saved_at, timezone.now())
        self.add_error(
            None,
            f"{head.saved_by} saved at {at}, after you opened this page. Nothing of yours is saved yet and nothing of "
            "it is lost: choose below whose words stand, then save.",
        )


class BylineForm(forms.ModelForm[Byline]):
    """One name over a story."""

    class Meta:
        model = Byline
        fields = ("author", "role", "position")
        labels = {"position": "place"}
