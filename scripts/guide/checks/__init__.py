"""The checks: rules, findings, reports, fixes. One module of ``rules/`` a concern."""
