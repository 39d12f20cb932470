"""The addresses of pages that are made of data, but of no single kind or item."""

STATUS = "status/"
APPROVAL = "godkendelse/"
LOST = "mistet-enhed/"
CHECKLIST = "godkendelse/kriterier.csv"
