"""What stands in a page without any role: times, numbers, counts, toponyms, words for actors."""
