"""Wholes, their parts and the shares that go with them; and whether they add up."""
