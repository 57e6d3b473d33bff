//! For tests only: builders, fixed clock, the sample partnership, PDF readers.
