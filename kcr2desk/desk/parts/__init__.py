"""What several panels are made of: forms that keep drafts, histories, times, choices, words."""
