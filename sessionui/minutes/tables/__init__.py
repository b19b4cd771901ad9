"""The figures and agreements of the minutes as tables, for spreadsheets and for programs."""
