"""The ways in: a web server, a terminal, and later the Lambda. Only here are clocks read and words printed."""
