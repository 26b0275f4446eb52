"""External links: whether what the guide links to on other sites is still there, asked by lychee."""
