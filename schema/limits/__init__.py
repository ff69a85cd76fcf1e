"""What an operation would cost and needs, found out from the document and its variables before anything runs."""
