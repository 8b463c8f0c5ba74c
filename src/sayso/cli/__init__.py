"""The command line. One file a command: a click function that takes the options, and one that does the work.

Modules here import what is heavy inside of functions, so that `sayso --help` answers at once.
"""
