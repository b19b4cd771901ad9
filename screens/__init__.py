"""The screens: they show state and say what the user meant. They know neither app nor store."""
