### Only what differs from nl-BE.
