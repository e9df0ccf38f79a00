"""The desk as schema.org's NewsMediaOrganization, and its site as WebSite."""

from functools import cached_property

from spotbrief.corpus.corpus import Corpus
from spotbrief.corpus.resolve import safe_url
from spotbrief.views.attachments import shown
from spotbrief.views.links import Links
from spotbrief.views.structured.node import Node, node
from spotbrief.views.trust import policy_anchor, trust_of

POLICIES = {
    "how_we_work": "publishingPrinciples",
    "verification": "verificationFactCheckingPolicy",
    "unnamed_sources": "unnamedSourcesPolicy",
    "corrections": "correctionsPolicy",
    "ethics": "ethicsPolicy",
    "ownership": "ownershipFundingInfo",
}
"""What schema.org calls each section of the page on the desk's standards."""


class Publisher:
    """Makes the nodes of the desk and of its site."""

    def __init__(self, corpus: Corpus, links: Links) -> None:
        self._corpus, self._links = corpus, links
        self._settings, self._trust = corpus.settings, trust_of(corpus)

    @cached_property
    def policies(self) -> dict[str, str]:
        """The addresses of the desk's policies, by schema.org's names; the log stands for a policy on corrections."""
        told = {
            said: self._links.to(f"trust/#{policy_anchor(name)}") for name, said in POLICIES.items() if getattr(self._trust, name, None)
        }
        return {"correctionsPolicy": self._links.to("corrections/"), **told}

    @cached_property
    def short(self) -> Node:
        """The publisher of an article."""
        name = self._trust.name if self._trust and self._trust.name else self._settings.site_name
        corrections = self.policies["correctionsPolicy"]
        made = node("NewsMediaOrganization", name=name, url=self._links.root, logo=self._logo(), correctionsPolicy=corrections)
        return {"@id": f"{self._links.root}#organization", **made}

    @cached_property
    def whole(self) -> Node:
        """All that is known of the desk."""
        said = node("NewsMediaOrganization", description=self._settings.site_description, **self.policies)
        if trust := self._trust:
            founded = trust.founded.machine if trust.founded else ""
            same = [url for url in trust.same_as if safe_url(url)]
            said |= node("NewsMediaOrganization", email=trust.email, address=trust.address, foundingDate=founded, sameAs=same)
        return {**self.short, **said}

    @cached_property
    def site(self) -> Node:
        """The site, with its search (Google's sitelinks search box)."""
        settings = self._settings
        search = {
            "@type": "SearchAction",
            "target": {"@type": "EntryPoint", "urlTemplate": f"{self._links.root}search/?q={{search_term_string}}"},
            "query-input": "required name=search_term_string",
        }
        made = node(
            "WebSite",
            description=settings.site_description,
            inLanguage=settings.language,
            publisher=self.short,
            potentialAction=search if "search" in settings.sections else None,
        )
        return {**self.site_reference, **made}

    @cached_property
    def site_reference(self) -> Node:
        """The site, as the pages that belong to it name it."""
        return {"@id": f"{self._links.root}#website", **node("WebSite", name=self._settings.site_name, url=self._links.root)}

    @cached_property
    def licence(self) -> str:
        """The address of the licence of texts; empty where none is named."""
        return safe_url(self._trust.licence) or "" if self._trust else ""

    def _logo(self) -> Node | None:
        image = self._trust.image if self._trust else None
        logo = shown(image.src, self._trust.origin.file, self._links) if image and self._trust else None
        return node("ImageObject", url=logo.src, width=logo.width, height=logo.height, caption=image.alt) if image and logo else None
