"""Plants errors of known kinds in sentences and bullets; reads text by its own rules and none of the checks'."""
