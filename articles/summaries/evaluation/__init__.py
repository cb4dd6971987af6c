"""Measures engines and checks on articles with known answers; nothing of it runs in the newsroom's daily work."""
