"""Who may know of a story, asked from the story's side; the person's side is ``Article.objects.visible_to``."""

from __future__ import annotations

from django.db.models import Exists, OuterRef, Q, QuerySet, Value
from django.db.models.fields import CharField
from django.db.models.functions import Cast, Concat

from articles.models.article import Article, Byline
from articles.models.taxonomy import Section
from newsroom.models.user import User
from newsroom.roles import RIGHTS, Right, Role, rights_of


def people_with(*rights: Right) -> QuerySet[User]:
    """Return active people whose roles give them one of the rights."""
    names = [role.value for role in Role if RIGHTS[role] & set(rights)]
    return User.objects.filter(
        is_active=True, pk__in=User.objects.filter(groups__name__in=names).values("pk")
    )


def _own(article: Article) -> QuerySet[User]:
    """Return the active people whose story this is: who began it, and who is named over it."""
    over_it = Byline.objects.filter(article=article, author__user__isnull=False).values("author__user")
    return people_with(Right.READ, Right.READ_OWN).filter(Q(pk=article.created_by_id) | Q(pk__in=over_it))


def people_who_know(article: Article) -> QuerySet[User]:
    """Return the active people who meet the story on their desk: the same answer as ``visible_to`` gives each of them."""
    if article.confidential:
        readers = people_with(Right.READ).filter(pk__in=article.known_to.values("pk"))
    else:
        held = Section.people.through.objects.filter(user=OuterRef("pk"))
        within = ~Exists(held) | Exists(held.filter(section=article.section_id))
        readers = people_with(Right.READ).filter(within)
    return User.objects.filter(
        Q(pk__in=_own(article).values("pk"))
        | Q(pk__in=readers.values("pk"))
        | Q(pk__in=people_with(Right.CONFIDE).values("pk"))
    ).order_by("first_name", "username")


def choosable(article: Article) -> QuerySet[User]:
    """Return the people who could be named on a confidential story: those who read, and do not know of it anyhow."""
    readers = people_with(Right.READ).exclude(pk__in=people_with(Right.CONFIDE).values("pk"))
    return readers.exclude(pk__in=_own(article).values("pk")).order_by("first_name", "username")


def may_decide_who_knows(article: Article, person: User) -> bool:
    """Say whether the person decides who knows of this story: chiefs, and whoever it is by."""
    rights = rights_of(person)
    if Right.CONFIDE in rights:
        return True
    return Right.WRITE_OWN in rights and _own(article).filter(pk=person.pk).exists()


def sections_of(person: User) -> QuerySet[Section]:
    """Return the sections in which the person works: all of them, unless one names the person."""
    sections = Section.objects.order_by("position", "name")
    if Right.CONFIDE in rights_of(person) or not sections.filter(people=person).exists():
        return sections
    return sections.filter(people=person)


def kept_from(person: User) -> QuerySet[Article, str]:
    """Return the audit log's names of the stories that the person may not know of."""
    unknown = Article.objects.exclude(pk__in=Article.objects.visible_to(person).values("pk"))
    name = Concat(Value("article:"), Cast("pk", CharField()))
    return unknown.annotate(name=name).values_list("name", flat=True)
