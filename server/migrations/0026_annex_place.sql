-- Bills name the decree and the line of its annex on which a member stands, where annexes themselves are not opened.

alter table membership add column annex_place integer;
comment on column membership.annex_place is 'Number of the person in the annex of that decree, as it was decreed; null when no decree named the person.';
update membership m set annex_place = a.place
from annex_line a where a.decree_id = m.decree_id and a.person_id = m.person_id;
alter table membership add constraint membership_annex_place check (annex_place is null or (annex_place > 0 and decree_id is not null));
