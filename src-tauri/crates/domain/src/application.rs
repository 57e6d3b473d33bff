//! One group's application: what was typed, what was received, and what state it is in.

pub mod check;
pub mod content;
pub mod question;
pub mod reference;
pub mod state;
pub mod task;

pub use check::{Field, FieldProblem, Note, Problem, check};
pub use content::{
    AgeGroup, Answer, ApplicationContent, Contact, CostLine, CoverSheet, GroupKind, TypedApplication, TypedCostLine, TypedPeople,
};
pub use question::{QUESTIONS, Question};
pub use reference::Reference;
pub use state::{ApplicationFacts, ApplicationState, DecisionStage};
pub use task::{Task, TaskPart, tasks};
