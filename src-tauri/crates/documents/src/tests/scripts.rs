//! Names and answers in the scripts of the neighbourhood, printed and read back.

use super::{SIZES, file::{run, squeezed, words}, invented, printing::agreement};
use crate::Size;

/// Invented names of people and groups.
const NAMES: [&str; 8] = [
    "Żaneta Wąsińska-Łętowska, Koło „Źdźbło”",
    "ਹਰਪ੍ਰੀਤ ਕੌਰ ਸਿੱਧੂ, ਮਿੱਤਰ ਸਾਈਕਲ ਮੰਡਲੀ",
    "عائشہ صدیقی، ہمسایہ باغبانی گروپ",
    "陈美玲，邻里单车小组",
    "黃志強，鄰里單車小組",
    "রুবিনা খাতুন, প্রতিবেশী সাইকেল দল",
    "कृष्णा शर्मा, पड़ोसी साइकिल समूह",
    "ક્રિષ્ના પટેલ, પડોશી સાયકલ જૂથ",
];

const URDU: &str = "ہم ہر ہفتے 24 بچوں کے ساتھ Bike Kitchen میں سائیکلیں ٹھیک کرتے ہیں۔ ہمیں اوزاروں کے لیے £300.00 چاہئیں، اور یہ رقم تین مہینوں میں خرچ ہوگی۔";

#[test]
fn dump() {
    for (index, name) in NAMES.iter().enumerate() {
        let mut view = invented::agreement();
        view.group = (*name).into();
        view.project = format!("We are {name} and we spend £300.00 on 14 May.");
        view.anything_else = if index == 2 { URDU.into() } else { (*name).into() };
        view.costs[0].what = (*name).into();
        let document = agreement(&view, &words(), Size::Standard).unwrap();
        std::fs::write(format!("/tmp/s-out/{index}.pdf"), &document.bytes).unwrap();
        println!("{}", document.bytes.len());
    }
}
