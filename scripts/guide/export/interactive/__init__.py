"""The page that packages for platforms hold: a learning path to read, mark and be tested on."""
