//! A scan of a paper form: grey lines on white, as a PNG.

const WIDTH: u32 = 420;
const HEIGHT: u32 = 594;

/// The bytes of the picture.
pub(super) fn png() -> Vec<u8> {
    let mut rows = Vec::new();
    for y in 0..HEIGHT {
        // Not filtered.
        rows.push(0);
        for x in 0..WIDTH {
            let margin = !(40..=WIDTH - 40).contains(&x) || !(40..=HEIGHT - 40).contains(&y);
            let length = WIDTH - 60 - (y / 18 * 53) % 140;
            let line = y % 18 < 4 && x < length;
            rows.push(if margin || !line { 252 } else { 96 });
        }
    }
    let mut png = b"\x89PNG\r\n\x1a\n".to_vec();
    let mut head = Vec::new();
    head.extend(WIDTH.to_be_bytes());
    head.extend(HEIGHT.to_be_bytes());
    // Eight bits of grey.
    head.extend([8, 0, 0, 0, 0]);
    chunk(&mut png, *b"IHDR", &head);
    chunk(&mut png, *b"IDAT", &stored(&rows));
    chunk(&mut png, *b"IEND", &[]);
    png
}

/// A zlib stream that is not compressed.
fn stored(bytes: &[u8]) -> Vec<u8> {
    let mut stream = vec![0x78, 0x01];
    let parts: Vec<&[u8]> = bytes.chunks(0xffff).collect();
    for (index, part) in parts.iter().enumerate() {
        let length = u16::try_from(part.len()).unwrap_or(u16::MAX);
        stream.push(u8::from(index + 1 == parts.len()));
        stream.extend(length.to_le_bytes());
        stream.extend((!length).to_le_bytes());
        stream.extend(*part);
    }
    let (a, b) = bytes.iter().fold((1_u32, 0_u32), |(a, b), &byte| {
        let a = (a + u32::from(byte)) % 65_521;
        (a, (b + a) % 65_521)
    });
    stream.extend((b << 16 | a).to_be_bytes());
    stream
}

fn chunk(png: &mut Vec<u8>, kind: [u8; 4], bytes: &[u8]) {
    png.extend(u32::try_from(bytes.len()).unwrap_or(u32::MAX).to_be_bytes());
    let start = png.len();
    png.extend(kind);
    png.extend(bytes);
    let sum = png[start..].iter().fold(u32::MAX, |sum, &byte| {
        (0..8).fold(sum ^ u32::from(byte), |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xedb8_8320 } else { sum >> 1 })
    });
    png.extend((!sum).to_be_bytes());
}
