"""What an editor shows while the desk is read."""

import asyncio
from contextlib import suppress

from lsprotocol import types
from pygls.exceptions import JsonRpcException
from pygls.lsp.server import LanguageServer

_TOKEN = "spotbrief-reading"


async def tell_reading(server: LanguageServer, done: asyncio.Event) -> None:
    """Tells an editor that wants to know that the desk is being read, until it is *done*."""
    window = server.client_capabilities.window
    if not (window and window.work_done_progress):
        return
    with suppress(JsonRpcException):  # an editor may refuse, and is told nothing then
        await server.work_done_progress.create_async(_TOKEN)
        begin = types.WorkDoneProgressBegin(title="Spotbrief", message="reading the desk", cancellable=False)
        server.work_done_progress.begin(_TOKEN, begin)
        await done.wait()
        server.work_done_progress.end(_TOKEN, types.WorkDoneProgressEnd())
