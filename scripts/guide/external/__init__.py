"""External links: whether what the guide links to on other sites is still there.

What lives here: the ``check-external`` command, apart from all other checks because
it needs the network, takes minutes, and depends on other people's servers. No build
ever waits for it or fails by it.

The modules, in the order in which an address passes through them:

- ``wanted``: which addresses, and where the guide names them
- ``memory``: what was found last time, and whether it still counts
- ``running``: many hosts at once, one request at a time to each
- ``robots``: what a site asks machines not to fetch
- ``network``: one request, to public addresses only
- ``fetching``: redirects, retries, patience
- ``verdicts``: dead, moved, blocked, unsure or alive
- ``reporting`` and ``command``: what the editor sees

It stands on ``http.client`` alone. A library (requests, httpx, aiohttp) would follow
redirects and look names up by itself; here both must be ours: each hop is judged,
and a connection goes to the very address that was found to be public, so that a name
which changes between look-up and connection ("DNS rebinding") gains nothing. What
else a library gives (cookies, pools, decoding) is not needed to read a status line.
"""
