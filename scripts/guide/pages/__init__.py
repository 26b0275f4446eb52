"""What the guide writes into pages: references, notes, lists from data, questions, quizzes, filters, terms."""
