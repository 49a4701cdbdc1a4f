"""What the lists of the screens show: each module makes the rows of one kind of list, as pure functions of width."""
