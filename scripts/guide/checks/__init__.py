"""The checks: rules, findings, reports, mends. One module of ``rules/`` a concern."""
