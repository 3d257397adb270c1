"""Readers: files, folders and archives in, `Article`s out."""
