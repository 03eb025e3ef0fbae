namespace Project06.CivilStatus.Domain;

/// <summary>
/// A parent as the entry says (Law 60/2014 art. 14: name, year of birth, ethnicity, nationality, residence). Copied
/// when the entry is written: a document keeps its words when the person moves or is renamed.
/// </summary>
internal sealed record PersonOnPaper(
    string Name, int BirthYear, string Ethnicity, string Nationality, string Residence);
