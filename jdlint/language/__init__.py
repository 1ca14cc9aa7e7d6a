"""What a sentence says, in Simplified and Traditional Chinese and English."""
