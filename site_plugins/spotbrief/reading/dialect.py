"""The Markdown that briefings are written in: GitHub's, as comrak renders it, with names in double brackets."""

import comrak


def extensions(*, heading_ids: bool = True, footnotes: bool = True) -> comrak.ExtensionOptions:
    """What comrak does beyond CommonMark."""
    options = comrak.ExtensionOptions()
    for name in ("table", "strikethrough", "autolink", "tasklist", "alerts", "wikilinks_title_after_pipe"):
        setattr(options, name, True)
    options.footnotes = footnotes
    if heading_ids:
        options.header_id_prefix = ""
    return options


def rendering(*, escape: bool = True, positions: bool = False) -> comrak.RenderOptions:
    """How comrak writes HTML."""
    options = comrak.RenderOptions()
    options.escape, options.sourcepos = escape, positions
    # Dangerous schemes are refused by the allow-list for links, which must see them to report them.
    options.unsafe_ = escape
    return options


def placed(text: str) -> str:
    """HTML of *text* where each element has its lines and columns, escaped signs are marked, and HTML tags are left out."""
    parse, render = comrak.ParseOptions(), rendering(escape=False, positions=True)
    parse.sourcepos_chars = parse.escaped_char_spans = render.escaped_char_spans = True
    return comrak.render_markdown(text, _EXTENSIONS, parse, render)


_EXTENSIONS = extensions(heading_ids=False)
