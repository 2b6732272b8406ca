"""What the command line shows of the content: run sheets, lists and figures, for whoever reviews a routine."""
