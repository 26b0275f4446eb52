"""What MkDocs loads: the events of ``guide.builder.hook``."""

from guide.builder.hook import (  # noqa: F401
    on_config,
    on_env,
    on_files,
    on_page_context,
    on_page_markdown,
    on_post_build,
    on_post_page,
    on_post_template,
    on_pre_build,
    on_startup,
)
