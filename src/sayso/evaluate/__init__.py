"""How right Sayso is: claims against a gold standard made by hand."""
