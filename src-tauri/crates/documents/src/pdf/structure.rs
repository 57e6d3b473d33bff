//! The structure tree: what is a heading, a list, a table cell, and in which order it is read.

use super::text;
use crate::display::DisplayList;
use lopdf::{Dictionary, Object, ObjectId, StringFormat, dictionary};

/// What stands under a tag.
#[derive(Clone, Copy)]
pub(super) enum Child {
    Tag(usize),
    /// Page, and number of the marked content on it.
    Content(usize, i64),
    /// Page, and number of the field, counted through the document.
    Object(usize, usize),
}

/// The tags of a document while its pages are written.
pub(super) struct Structure {
    children: Vec<Vec<Child>>,
    attached: Vec<bool>,
    /// For each page, which tag owns which marked content.
    owners: Vec<Vec<usize>>,
    /// Which tag owns which field.
    fields: Vec<usize>,
}

impl Structure {
    pub(super) fn new(list: &DisplayList) -> Self {
        let mut attached = vec![false; list.tags.len()];
        if let Some(root) = attached.first_mut() {
            *root = true;
        }
        Self { children: vec![Vec::new(); list.tags.len()], attached, owners: vec![Vec::new(); list.pages.len()], fields: Vec::new() }
    }

    /// Gives the next marked content of a page to a tag.
    pub(super) fn mark(&mut self, list: &DisplayList, tag: usize, page: usize) -> i64 {
        self.hang(list, tag);
        let Some(owners) = self.owners.get_mut(page) else {
            return 0;
        };
        let number = i64::try_from(owners.len()).unwrap_or_default();
        owners.push(tag);
        if let Some(children) = self.children.get_mut(tag) {
            children.push(Child::Content(page, number));
        }
        number
    }

    /// What hangs under a tag so far.
    pub(super) fn children(&self, tag: usize) -> &[Child] {
        self.children.get(tag).map_or(&[][..], Vec::as_slice)
    }

    /// Gives the next field of the document to a tag.
    pub(super) fn object(&mut self, list: &DisplayList, tag: usize, page: usize) {
        self.hang(list, tag);
        if let Some(children) = self.children.get_mut(tag) {
            children.push(Child::Object(page, self.fields.len()));
        }
        self.fields.push(tag);
    }

    /// Hangs a tag under its parent, in the order of reading.
    fn hang(&mut self, list: &DisplayList, tag: usize) {
        if self.attached.get(tag).copied().unwrap_or(true) {
            return;
        }
        let Some(parent) = list.tags.get(tag).map(|tag| tag.parent) else {
            return;
        };
        self.hang(list, parent);
        if self.attached.get(tag).copied().unwrap_or(true) {
            return;
        }
        self.hang_under(tag, parent);
        // A table hangs all its rows and cells at once, empty ones too, or later cells would slip sideways.
        if list.tags.get(tag).is_some_and(|tag| tag.role == "Table") {
            for (index, part) in list.tags.iter().enumerate().skip(tag + 1) {
                if !matches!(part.role, "TR" | "TH" | "TD" | "Form") {
                    break;
                }
                self.hang_under(index, part.parent);
            }
        }
    }

    fn hang_under(&mut self, tag: usize, parent: usize) {
        if let (Some(attached), Some(children)) = (self.attached.get_mut(tag), self.children.get_mut(parent)) {
            *attached = true;
            children.push(Child::Tag(tag));
        }
    }

    /// Writes the tree into the file, whose fields are these.
    pub(super) fn attach(&self, file: &mut lopdf::Document, list: &DisplayList, fields: &[ObjectId]) -> Result<(), lopdf::Error> {
        let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
        let root = file.new_object_id();
        let elements: Vec<ObjectId> = list.tags.iter().map(|_| file.new_object_id()).collect();
        let mut numbers = Vec::new();
        for (index, (page, owners)) in pages.iter().zip(&self.owners).enumerate() {
            let index = i64::try_from(index).unwrap_or_default();
            numbers.push(Object::Integer(index));
            numbers.push(Object::Array(owners.iter().filter_map(|tag| elements.get(*tag).copied().map(Object::Reference)).collect()));
            let page = file.get_dictionary_mut(*page)?;
            page.set("StructParents", index);
            page.set("Tabs", "S");
        }
        let mut next = i64::try_from(pages.len()).unwrap_or_default();
        for (field, tag) in fields.iter().zip(&self.fields) {
            file.get_dictionary_mut(*field)?.set("StructParent", next);
            numbers.push(Object::Integer(next));
            numbers.push(elements.get(*tag).copied().map_or(Object::Null, Object::Reference));
            next += 1;
        }
        let parents = file.add_object(dictionary! { "Nums" => numbers });
        for (index, id) in elements.iter().enumerate() {
            if self.attached.get(index).copied().unwrap_or_default() {
                let element = self.element(list, index, root, &elements, &pages, fields);
                file.objects.insert(*id, element.into());
            }
        }
        let Some(document) = elements.first().copied() else {
            return Ok(());
        };
        file.objects.insert(
            root,
            dictionary! {
                "Type" => "StructTreeRoot",
                "K" => document,
                "ParentTree" => parents,
                "ParentTreeNextKey" => next,
            }
            .into(),
        );
        let catalog = file.catalog_mut()?;
        catalog.set("StructTreeRoot", root);
        catalog.set("MarkInfo", dictionary! { "Marked" => true });
        let language = Object::String(b"en-GB".to_vec(), StringFormat::Literal);
        catalog.set("Lang", language);
        Ok(())
    }

    fn element(
        &self,
        list: &DisplayList,
        index: usize,
        root: ObjectId,
        elements: &[ObjectId],
        pages: &[ObjectId],
        fields: &[ObjectId],
    ) -> Dictionary {
        let children = self.children(index);
        let home = children.iter().find_map(|child| match child {
            Child::Content(page, _) | Child::Object(page, _) => Some(*page),
            Child::Tag(_) => None,
        });
        let kids: Vec<Object> = children
            .iter()
            .filter_map(|child| match child {
                Child::Tag(tag) => elements.get(*tag).copied().map(Object::Reference),
                Child::Content(page, number) if Some(*page) == home => Some(Object::Integer(*number)),
                Child::Content(page, number) => {
                    pages.get(*page).map(|page| dictionary! { "Type" => "MCR", "Pg" => *page, "MCID" => *number }.into())
                }
                Child::Object(page, number) => {
                    let (page, field) = (pages.get(*page)?, fields.get(*number)?);
                    Some(dictionary! { "Type" => "OBJR", "Pg" => *page, "Obj" => *field }.into())
                }
            })
            .collect();
        let tag = list.tags.get(index).cloned().unwrap_or_default();
        let parent = elements.get(tag.parent).copied().unwrap_or(root);
        let mut element = dictionary! {
            "Type" => "StructElem",
            "S" => tag.role,
            "P" => parent,
            "K" => kids,
        };
        if let Some(page) = home.and_then(|page| pages.get(page)) {
            element.set("Pg", *page);
        }
        if let Some(alternative) = &tag.alternative {
            element.set("Alt", text(alternative));
        }
        if let Some([owner, name, value]) = tag.attribute {
            element.set("A", dictionary! { "O" => owner, name => value });
        }
        element
    }
}
