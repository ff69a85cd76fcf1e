"""Makes the files in `seeds/reference/data` from published packages. A tool for developers; the service never runs it.

Sources, licences and what was changed stand in NOTICE. The result is the same on every machine: versions and
checksums are pinned in `packages`.
"""
