-- Kinds of office and roles above and beside the commune: provincial police, post offices, administrators of organisations.

ALTER TABLE e_identification.organisations DROP CONSTRAINT ck_organisations_kind;
ALTER TABLE e_identification.organisations ADD CONSTRAINT ck_organisations_kind CHECK (kind IN (
    'commune-service-centre', 'commune-peoples-committee', 'commune-police', 'provincial-police', 'post-office', 'operator'));

ALTER TABLE e_identification.posts DROP CONSTRAINT ck_posts_role;
ALTER TABLE e_identification.posts ADD CONSTRAINT ck_posts_role CHECK (role IN (
    'receiving-clerk', 'centre-head', 'civil-status-officer', 'commune-leader', 'police-officer', 'police-leader',
    'records-officer', 'records-leader', 'postal-clerk', 'organisation-administrator', 'administrator'));
