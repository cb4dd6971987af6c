"""Days in running text: read as they are said, and counted from the day of writing; dates are judged by rules/."""
