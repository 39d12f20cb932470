"""Pictures of numbers and of choices, as shapes with their places; templates make SVG of them.

Of the libraries that draw such, pygal writes a style sheet, a script and another id each time into
the picture, and leather its own fonts and colours: neither can be dark, printed or served under
the policy of the site. What is left to do by hand is to find the ends of two axes.
"""
