"""Drafting and checking Quick Takes as pure text work; knows no database, no web and no Django."""
