"""The ways in: a web server, a terminal, the function on AWS Lambda. Only here are clocks read and words printed."""
