"""The engines that draft a Quick Take, each alone in its module; they do not know each other."""
