//! Square codes in a picture, looked for at several sizes: a fine scan has noise, and a coarse one few dots.

use super::picture::Picture;
use rqrr::PreparedImage;
use std::collections::BTreeSet;

/// The longer sides that a picture is made to, one after another until there is a code: A4 at about 200, 300 and 110 dots an
/// inch. A picture that is smaller stays as it is.
const SIDES: [usize; 3] = [2400, 3600, 1300];

/// What the square codes of a picture say.
pub(super) fn codes(picture: &Picture) -> Vec<String> {
    let mut tried = BTreeSet::new();
    for side in SIDES {
        let by = picture.longer().div_ceil(side).max(1);
        if !tried.insert(by) {
            continue;
        }
        let small = picture.shrunk(by);
        let found = look(&small);
        if !found.is_empty() {
            return found;
        }
    }
    Vec::new()
}

fn look(picture: &Picture) -> Vec<String> {
    let mut prepared = PreparedImage::prepare_from_greyscale(picture.width(), picture.height(), |x, y| picture.at(x, y));
    prepared.detect_grids().iter().filter_map(|grid| grid.decode().ok()).map(|(_, said)| said).collect()
}
