"""The minutes as a Word file, by python-docx."""
