"""The tokenizer: exact offsets for any Unicode text, Vietnamese words from underthesea where they are asked for."""
