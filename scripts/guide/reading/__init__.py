"""From files to the model: settings, Markdown, pages, data, the built site. Nothing here judges."""
