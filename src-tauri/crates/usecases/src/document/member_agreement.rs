//! The member agreement for the printer: the code of conduct for one member to sign (§8, Appendix 1).

use super::Desk;
use crate::{Error, Result};
use documents::view::MemberAgreementView;
use domain::date::written;
use domain::id::MemberId;

/// The agreement of one member. Who the members are is known to everybody at the register.
pub(super) fn view(desk: &Desk<'_>, member: MemberId) -> Result<MemberAgreementView> {
    let open = desk.open;
    let role = open.role_of(member.0).ok_or(Error::NotFound)?;
    Ok(MemberAgreementView {
        letterhead: open.partnership().to_owned(),
        partnership: desk.body(),
        member: open.name_of(member.0).to_owned(),
        seat: desk.labels.role(role).to_owned(),
        date: written(open.today()),
    })
}
