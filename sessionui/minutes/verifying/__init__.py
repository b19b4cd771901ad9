"""Whether a file that was handed out belongs to what was confirmed."""
