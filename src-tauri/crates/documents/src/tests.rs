//! Every document, tested on its display list and on its file.
