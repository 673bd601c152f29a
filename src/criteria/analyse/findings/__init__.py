"""What a checked plan leaves to be wondered at: findings, each with its place, and with facts that show it where there are any."""
