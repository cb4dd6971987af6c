"""The rules that compare a bullet with its evidence, one kind of fact a module; they do not know each other."""
