"""The browser's half: the site's own scripts, as small modules by feature, and what puts them together.

What lives here: the modules (JavaScript with types in JSDoc; ``tsc``, ``eslint`` and ``node
--test`` look at them) and ``bundling``, which makes of them what the site publishes. What does
not: styles and pictures (``docs/assets``).
"""
