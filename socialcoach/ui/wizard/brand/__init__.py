"""Who you are: voice, values and promises."""
