//! Whether a folder is a safe place for a register: not synchronised, not on a network share.
//!
//! A synchronising program copies the register while it is half written and brings old parts back. A network share
//! does not keep the locks that a database needs.

use crate::StoreError;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// What a network share is called in [`StoreError::SynchronisedFolder`].
pub const NETWORK_SHARE: &str = "a network share";

/// Folder names, in small letters, that a synchronising program gives to the folder it looks after.
const NAMES: &[(&str, &str)] = &[
    ("onedrive", "OneDrive"),
    ("skydrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("drivefs", "Google Drive"),
    ("icloud drive", "iCloud"),
    ("iclouddrive", "iCloud"),
    ("mobile documents", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("syncthing", "Syncthing"),
    ("pcloud drive", "pCloud"),
    ("pclouddrive", "pCloud"),
    ("megasync", "MEGA"),
    ("box sync", "Box"),
    ("proton drive", "Proton Drive"),
    ("seafile", "Seafile"),
];

/// Files and folders that a synchronising program leaves in the folder it looks after.
const MARKS: &[(&str, &str)] = &[
    (".dropbox", "Dropbox"),
    (".dropbox.cache", "Dropbox"),
    (".stfolder", "Syncthing"),
    (".owncloudsync.log", "ownCloud"),
    (".nextcloudsync.log", "Nextcloud"),
    (".849C9593-D756-4E56-8D6E-42412F2A707B", "OneDrive"),
    (".seafile-data", "Seafile"),
];

/// The beginnings of the hidden databases that Nextcloud and ownCloud keep.
const SYNC_DATABASES: &[&str] = &[".sync_", "._sync_"];

/// Kinds of file system that live on another machine.
const SHARES: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb",
    "smb2",
    "smb3",
    "smbfs",
    "afs",
    "ceph",
    "davfs",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.gvfsd-fuse",
    "fuse.davfs2",
    "fuse.glusterfs",
    "fuse.ceph",
    "fuse.s3fs",
    "fuse.google-drive-ocamlfuse",
    "fuse.onedriver",
];

/// Refuses a folder that something else copies or shares. The folder need not be there yet.
pub fn check(path: &Path) -> Result<(), StoreError> {
    let mounts = fs::read_to_string("/proc/mounts").unwrap_or_default();
    match looked_after(&resolved(path), &mounts) {
        Some(what) => Err(StoreError::SynchronisedFolder { what }),
        None => Ok(()),
    }
}

/// Who looks after a folder, if anybody does. `mounts` is the text of `/proc/mounts`.
fn looked_after(path: &Path, mounts: &str) -> Option<&'static str> {
    if is_windows_share(path) || network_share(path, mounts) {
        return Some(NETWORK_SHARE);
    }
    path.components()
        .find_map(|part| match part {
            Component::Normal(name) => by_name(&name.to_string_lossy()),
            _ => None,
        })
        .or_else(|| path.ancestors().find_map(by_mark))
}

/// The path with links followed, as far as it is there.
fn resolved(path: &Path) -> PathBuf {
    let absolute = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    for ancestor in absolute.ancestors() {
        if let Ok(real) = ancestor.canonicalize() {
            let rest = absolute.strip_prefix(ancestor).unwrap_or(Path::new(""));
            return real.join(rest);
        }
    }
    absolute
}

fn by_name(name: &str) -> Option<&'static str> {
    let name = name.to_lowercase();
    NAMES.iter().find_map(|(known, what)| {
        let rest = name.strip_prefix(known)?;
        // "OneDrive - Anytown Council", "Dropbox (Personal)", "GoogleDrive-ann@example.org", "Nextcloud2"
        let belongs = rest.trim_start().chars().next().is_none_or(|c| matches!(c, '-' | '(' | '_') || c.is_ascii_digit());
        belongs.then_some(*what)
    })
}

fn by_mark(folder: &Path) -> Option<&'static str> {
    if let Some((_, what)) = MARKS.iter().find(|(mark, _)| folder.join(mark).exists()) {
        // The Dropbox program keeps its settings in `.dropbox` in the home folder, which it does not synchronise.
        let settings = *what == "Dropbox" && folder.join(".dropbox").is_dir();
        if !settings {
            return Some(what);
        }
    }
    let has_database = fs::read_dir(folder).is_ok_and(|entries| {
        entries.flatten().any(|entry| {
            let name = entry.file_name().to_string_lossy().into_owned();
            name.contains(".db") && SYNC_DATABASES.iter().any(|start| name.starts_with(start))
        })
    });
    has_database.then_some("Nextcloud")
}

/// Whether the nearest mount above a path is on another machine.
fn network_share(path: &Path, mounts: &str) -> bool {
    mounts
        .lines()
        .filter_map(|line| {
            let mut fields = line.split(' ');
            let point = PathBuf::from(unescaped(fields.nth(1)?));
            let kind = fields.next()?;
            path.starts_with(&point).then_some((point, kind))
        })
        // A later mount on the same point hides the earlier one, and `max_by_key` answers the last of equals.
        .max_by_key(|(point, _)| point.components().count())
        .is_some_and(|(_, kind)| SHARES.contains(&kind))
}

/// `/proc/mounts` writes a space in a path as `\040`.
fn unescaped(text: &str) -> String {
    text.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\")
}

/// `\\server\share`, but not a drive letter in its long form.
fn is_windows_share(path: &Path) -> bool {
    let text = path.to_string_lossy();
    text.starts_with(r"\\?\UNC\") || (text.starts_with(r"\\") && !text.starts_with(r"\\?\") && !text.starts_with(r"\\.\"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "/dev/sda1 / ext4 rw 0 0\n\
        tmpfs /run tmpfs rw 0 0\n\
        server:/export /mnt/office nfs4 rw 0 0\n\
        //nas/share /media/the\\040share cifs rw 0 0\n\
        /dev/sdb1 /mnt/office/stick ext4 rw 0 0\n\
        shared /srv/host 9p rw 0 0\n";

    fn found(path: &str) -> Option<&'static str> {
        looked_after(Path::new(path), MOUNTS)
    }

    #[test]
    fn an_ordinary_folder_is_a_safe_place() {
        for path in [
            "/home/rosa/Community Chest",
            "/home/rosa/Documents/Grants 2023",
            "/home/rosa/My Driveway",
            "/home/rosa/Dropboxes",
            "/mnt/office/stick/register",
            "/srv/host/register",
            r"\\?\C:\Users\Rosa\Documents",
        ] {
            assert_eq!(found(path), None, "{path}");
        }
    }

    #[test]
    fn a_synchronised_folder_is_known_by_its_name() {
        for (path, what) in [
            ("/home/rosa/OneDrive/Chest", "OneDrive"),
            ("/home/rosa/OneDrive - Anytown Council/Chest", "OneDrive"),
            ("/home/rosa/Dropbox", "Dropbox"),
            ("/home/rosa/Dropbox (Personal)/a/b", "Dropbox"),
            ("/home/rosa/Google Drive/a", "Google Drive"),
            ("/Users/rosa/Library/CloudStorage/GoogleDrive-rosa@example.org/My Drive", "Google Drive"),
            ("/Users/rosa/Library/Mobile Documents/com~apple~CloudDocs/Chest", "iCloud"),
            ("/home/rosa/Nextcloud2/Chest", "Nextcloud"),
            ("/home/rosa/nextcloud", "Nextcloud"),
        ] {
            assert_eq!(found(path), Some(what), "{path}");
        }
    }

    #[test]
    fn a_network_share_is_known_by_its_mount() {
        assert_eq!(found("/mnt/office/Chest"), Some(NETWORK_SHARE));
        assert_eq!(found("/media/the share/Chest"), Some(NETWORK_SHARE));
        assert_eq!(found(r"\\server\share\Chest"), Some(NETWORK_SHARE));
        assert_eq!(found(r"\\?\UNC\server\share\Chest"), Some(NETWORK_SHARE));
    }

    #[test]
    fn a_synchronised_folder_is_known_by_what_is_left_in_it() {
        for (mark, what) in [
            (".stfolder", "Syncthing"),
            (".dropbox", "Dropbox"),
            (".dropbox.cache", "Dropbox"),
            (".owncloudsync.log", "ownCloud"),
            (".sync_0a1b2c.db", "Nextcloud"),
        ] {
            let home = tempfile::tempdir().unwrap();
            let folder = home.path().join("Shared/Grants/Chest");
            fs::create_dir_all(folder.parent().unwrap()).unwrap();
            assert_eq!(looked_after(&folder, ""), None);
            fs::File::create(home.path().join("Shared").join(mark)).unwrap();
            assert_eq!(looked_after(&folder, ""), Some(what), "{mark}");
        }
    }

    #[test]
    fn the_settings_of_dropbox_do_not_condemn_a_home_folder() {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join(".dropbox")).unwrap();
        assert_eq!(looked_after(&home.path().join("Chest"), ""), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_into_a_synchronised_folder_is_followed() {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("Dropbox")).unwrap();
        std::os::unix::fs::symlink(home.path().join("Dropbox"), home.path().join("Plain")).unwrap();
        assert!(matches!(check(&home.path().join("Plain/Chest")), Err(StoreError::SynchronisedFolder { what: "Dropbox" })));
        assert!(check(&home.path().join("Other/Chest")).is_ok());
    }
}
