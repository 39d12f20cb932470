"""The pages of the site: one builder for each family."""
