//! A file let go over the window: the other side of a drag, as a file manager on X11 speaks it (the XDND protocol,
//! version 5, <https://freedesktop.org/wiki/Specifications/XDND>).

use std::cell::Cell;
use std::path::Path;

use x11rb::CURRENT_TIME;
use x11rb::connection::Connection as _;
use x11rb::protocol::Event;
use x11rb::protocol::xproto::{
    Atom, AtomEnum, ClientMessageEvent, ConnectionExt as _, CreateWindowAux, EventMask, PropMode, SELECTION_NOTIFY_EVENT,
    SelectionNotifyEvent, SelectionRequestEvent, Window as WindowId, WindowClass,
};
use x11rb::rust_connection::RustConnection;
use x11rb::wrapper::ConnectionExt as _;

use super::Window;

/// Where the file is let go, in dots from the corner of the display. The window covers all of it.
const PLACE: (u32, u32) = (640, 430);
const VERSION: u32 = 5;

type Answer<T> = Result<T, Box<dyn std::error::Error>>;

x11rb::atom_manager! {
    Names: NamesCookie {
        XdndAware,
        XdndEnter,
        XdndPosition,
        XdndStatus,
        XdndDrop,
        XdndFinished,
        XdndSelection,
        XdndActionCopy,
        URIS: b"text/uri-list",
    }
}

impl Window {
    /// Drags a file over the window, as from a file manager, and waits until the window has asked what it is.
    #[track_caller]
    pub fn drag(&self, file: &Path) -> Dragging<'_> {
        let begun = Dragging::begin(self, file);
        match begun {
            Ok(dragging) => {
                self.until("the window to ask what hangs over it", || {
                    dragging.status(dragging.names.XdndStatus);
                    dragging.told.get().then_some(())
                });
                dragging
            }
            Err(error) => panic!("{} could not be dragged over the window: {error}", file.display()),
        }
    }
}

/// A file that hangs over the window.
#[derive(Debug)]
pub struct Dragging<'a> {
    window: &'a Window,
    display: RustConnection,
    names: Names,
    ours: WindowId,
    target: WindowId,
    uri: String,
    /// The window was told which file it is.
    told: Cell<bool>,
}

impl<'a> Dragging<'a> {
    fn begin(window: &'a Window, file: &Path) -> Answer<Self> {
        let (display, screen) = x11rb::connect(Some(&window.display()))?;
        let names = Names::new(&display)?.reply()?;
        let screen = &display.setup().roots[screen];
        let (root, depth) = (screen.root, screen.root_depth);
        let ours = display.generate_id()?;
        let look = CreateWindowAux::new();
        display.create_window(depth, ours, root, 0, 0, 1, 1, 0, WindowClass::INPUT_OUTPUT, screen.root_visual, &look)?;
        display.set_selection_owner(ours, names.XdndSelection, CURRENT_TIME)?;
        let target = aware(&display, &names, root)?.ok_or("no window on the display takes files")?;
        let uri = format!("file://{}\r\n", file.display().to_string().replace('%', "%25").replace(' ', "%20"));
        let dragging = Self { window, display, names, ours, target, uri, told: Cell::new(false) };
        dragging.say(dragging.names.XdndEnter, [0, VERSION << 24, dragging.names.URIS, 0, 0])?;
        dragging.hang()?;
        Ok(dragging)
    }

    /// Lets it go.
    #[track_caller]
    pub fn let_go(self) {
        // The window says yes once its page has: until then the file hangs over it.
        self.window.until("the window to take what hangs over it", || self.status(self.names.XdndStatus).filter(|&yes| yes));
        let dropped = self.say(self.names.XdndDrop, [0, 0, CURRENT_TIME, 0, 0]);
        assert!(dropped.is_ok(), "the file could not be let go: {dropped:?}");
        self.window.until("the window to have taken it", || self.status(self.names.XdndFinished));
    }

    fn hang(&self) -> Answer<()> {
        self.say(self.names.XdndPosition, [0, 0, PLACE.0 << 16 | PLACE.1, CURRENT_TIME, self.names.XdndActionCopy])
    }

    /// A message of the protocol. Its first part is always who drags.
    fn say(&self, what: Atom, mut data: [u32; 5]) -> Answer<()> {
        data[0] = self.ours;
        let message = ClientMessageEvent::new(32, self.target, what, data);
        self.display.send_event(false, self.target, EventMask::NO_EVENT, message)?;
        self.display.flush()?;
        Ok(())
    }

    /// Hands the file over when it is asked for, until this was answered. True when the answer is a yes.
    fn status(&self, wanted: Atom) -> Option<bool> {
        while let Some(event) = self.display.poll_for_event().ok()? {
            match event {
                Event::SelectionRequest(asked) => self.hand_over(&asked).ok()?,
                Event::ClientMessage(said) if said.type_ == wanted => {
                    let yes = said.data.as_data32()[1] & 1 == 1;
                    if !yes && wanted == self.names.XdndStatus {
                        // As a hand that moves a little does.
                        self.hang().ok()?;
                    }
                    return Some(yes);
                }
                _ => {}
            }
        }
        None
    }

    fn hand_over(&self, asked: &SelectionRequestEvent) -> Answer<()> {
        let known = asked.target == self.names.URIS;
        if known {
            self.display.change_property8(PropMode::REPLACE, asked.requestor, asked.property, self.names.URIS, self.uri.as_bytes())?;
        }
        let answer = SelectionNotifyEvent {
            response_type: SELECTION_NOTIFY_EVENT,
            sequence: 0,
            time: asked.time,
            requestor: asked.requestor,
            selection: asked.selection,
            target: asked.target,
            property: if known { asked.property } else { AtomEnum::NONE.into() },
        };
        self.display.send_event(false, asked.requestor, EventMask::NO_EVENT, answer)?;
        self.display.flush()?;
        self.told.set(known);
        Ok(())
    }
}

/// The window that takes files.
fn aware(display: &RustConnection, names: &Names, root: WindowId) -> Answer<Option<WindowId>> {
    for child in display.query_tree(root)?.reply()?.children {
        let property = display.get_property(false, child, names.XdndAware, AtomEnum::ATOM, 0, 1)?.reply()?;
        if property.value_len > 0 {
            return Ok(Some(child));
        }
    }
    Ok(None)
}
