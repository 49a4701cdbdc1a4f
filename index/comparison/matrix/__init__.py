"""Many articles on one event: facts as rows, articles as columns, what each leaves out, and who copies whom."""
