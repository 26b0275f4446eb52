"""The browser's half: the site's own scripts, as small modules by feature, and what puts them and the styles together.

What lives here: the modules (JavaScript with types in JSDoc; ``tsc``, ``eslint`` and ``node
--test`` look at them), ``bundling``, which makes of them what the site publishes, and
``stylesheet``, which does so of the styles. What does not: the guide's own styles and
pictures (``docs/assets``).
"""
