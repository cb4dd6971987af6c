"""A person's own page: name, colours, mail, keyboard; what the house decides of an account is not here."""

from __future__ import annotations

from typing import Any

from crispy_forms.helper import FormHelper
from django import forms
from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from django.views.decorators.http import require_http_methods

from newsroom import audit
from newsroom.admin import person_of
from newsroom.models.user import Mail, Scheme, User

_ADDRESS = "It goes to {}; an administrator can change that."
_NO_ADDRESS = "You have no mail address here, so nothing is mailed: ask an administrator to enter one."


class ProfileForm(forms.ModelForm[User]):
    """What people decide for themselves."""

    class Meta:
        model = User
        fields = ("first_name", "last_name", "scheme", "mail", "shortcuts")
        widgets = {"scheme": forms.RadioSelect, "mail": forms.RadioSelect}
        labels = {"scheme": "Colours", "mail": "Mail", "shortcuts": "Keyboard shortcuts"}
        help_texts = {
            "first_name": "Colleagues mention you in notes by it: @Ada.",
            "shortcuts": "Single letters act on lists and bullets while no field has focus; “?” shows them.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["scheme"] = _radio("Colours", Scheme.choices)
        self.fields["mail"] = _radio("Mail as well as the bell", Mail.choices)
        address = self.instance.email
        self.fields["mail"].help_text = format_html(_ADDRESS, address) if address else _NO_ADDRESS

    @property
    def helper(self) -> FormHelper:
        helper = FormHelper()
        helper.form_tag = False
        return helper


def _radio(label: str, choices: Any) -> forms.ChoiceField:
    # Made anew: a field from the model would offer an empty line first.
    return forms.ChoiceField(label=label, choices=choices, widget=forms.RadioSelect)


@require_http_methods(["GET", "HEAD", "POST"])
def profile_view(request: HttpRequest) -> HttpResponse:
    """Show the page, or keep what was changed on it."""
    # Another object than request.user: a refused name must not show in the bar as if it were kept.
    person = User.objects.get(pk=person_of(request).pk)
    form = ProfileForm(request.POST if request.method == "POST" else None, instance=person)
    if request.method == "POST" and form.is_valid():
        save_profile(form)
        messages.success(request, "Your profile is saved.")
        return HttpResponseRedirect(reverse("admin:me"))
    context = {
        **admin.site.each_context(request),
        "title": "Your profile",
        "form": form,
    }
    return TemplateResponse(request, "desk/profile.html", context, status=409 if form.errors else 200)


@transaction.atomic
def save_profile(form: ProfileForm) -> None:
    """Keep the changed fields and name them in the audit log, without their values."""
    person = form.instance
    if not form.changed_data:
        return
    person.save(update_fields=form.changed_data)
    audit.record(
        actor=person,
        action="change_user",
        subject=f"user:{person.pk}",
        now=timezone.now(),
        data={"name": person.username, "fields": sorted(form.changed_data)},
    )
