"""The opening of a forum: people are counted or signed in, the host is here, then the marketplace opens."""
