//! View models to printed pages: layout, PDF.
