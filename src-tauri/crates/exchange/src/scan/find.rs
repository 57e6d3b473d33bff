//! Square codes in a picture, looked for at several sizes: a fine scan has grain, and a coarse one few dots.

use super::picture::Picture;
use rxing::common::HybridBinarizer;
use rxing::qrcode::QRCodeReader;
use rxing::{BinaryBitmap, DecodeHintValue, DecodeHints, Luma8LuminanceSource, Reader};
use std::sync::atomic::{AtomicBool, Ordering};

/// The longer side of a picture is made no longer than this at first: A4 at 300 dots an inch.
const LONGEST: usize = 3_600;
/// It is then tried so many times as large, one after another until there is a code.
const SIZES: [(usize, usize); 5] = [(1, 1), (7, 10), (1, 2), (2, 1), (7, 5)];

/// What the square code of a picture says, if one is there that can be read.
pub(super) fn code(picture: Picture, stop: &AtomicBool) -> Option<String> {
    let by = picture.longer().div_ceil(LONGEST).max(1);
    let picture = picture.shrunk(by);
    SIZES
        .into_iter()
        .filter(|(many, part)| picture.longer() * many / part <= 2 * LONGEST)
        .take_while(|_| !stop.load(Ordering::Relaxed))
        .find_map(|(many, part)| look(picture.sized(many, part)))
}

fn look(picture: Picture) -> Option<String> {
    let (width, height) = (u32::try_from(picture.width()).ok()?, u32::try_from(picture.height()).ok()?);
    let source = Luma8LuminanceSource::new(picture.into_dots(), width, height).ok()?;
    let mut picture = BinaryBitmap::new(HybridBinarizer::new(source));
    let hints = DecodeHints::default().with(DecodeHintValue::TryHarder(true));
    let read = QRCodeReader::new().decode_with_hints(&mut picture, &hints).ok()?;
    Some(read.getText().to_owned())
}
