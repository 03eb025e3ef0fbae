using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Project06.BuildingBlocks.Time;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Registers;
using Project06.DemoNation;
using Project06.Population.Contracts;
using Project06.ReferenceData.Contracts;

namespace Project06.CivilStatus.Data;

/// <summary>Entries of the sample nation's past births. Everything follows from the nation, its public tokens included.</summary>
internal sealed class DemoBirths(ReferenceBook reference)
{
    // Mid-afternoon of the day of registration.
    private static readonly TimeOnly SigningTime = new(15, 30);

    public IEnumerable<BirthEntry> Entries(Nation nation)
    {
        var people = nation.People.ToDictionary(p => p.Id);
        var dossiers = nation.PastDossiers.ToDictionary(d => d.Id);
        var signers = nation.PastBirths.Select(b => b.OfficeCommuneCode).Distinct()
            .ToDictionary(unit => unit, unit => SignerOf(nation, unit));
        foreach (var birth in nation.PastBirths)
        {
            var dossier = dossiers[birth.DossierId];
            var entry = Compose(birth, dossier, people);
            var signer = signers[birth.OfficeCommuneCode];
            entry.RecordNumber(birth.ChildId, people[birth.ChildId].Number);
            entry.Sign(entry.EffectRequestId, signer.Id, signer.FullName, birth.RegisteredOn.At(SigningTime));
            yield return entry;
        }
    }

    private BirthEntry Compose(PastBirth birth, PastDossier dossier, Dictionary<Guid, DemoPerson> people)
    {
        var words = new PaperWords(reference.Current, birth.RegisteredOn);
        var child = people[birth.ChildId];
        var requester = people[dossier.ApplicantId];
        return new BirthEntry
        {
            Id = IdOf("entry", birth),
            UnitCode = birth.OfficeCommuneCode,
            Year = birth.Year,
            Number = birth.EntryNumber,
            Volume = int.Parse(birth.Book.Split('/')[0], CultureInfo.InvariantCulture),
            RegisteredOn = birth.RegisteredOn,
            OfficeUnit = words.UnitName(birth.OfficeCommuneCode),
            OfficeProvince = words.ProvinceOf(birth.OfficeCommuneCode),
            ChildSurname = child.Surname,
            ChildMiddleName = child.MiddleName,
            ChildGivenName = child.GivenName,
            ChildSex = (Sex)child.Sex,
            ChildBirthDate = child.BirthDate,
            ChildBirthPlace = $"Cơ sở y tế tại {words.UnitName(birth.OfficeCommuneCode)}, {words.ProvinceOf(birth.OfficeCommuneCode)}",
            ChildEthnicCode = child.EthnicCode,
            ChildEthnicity = words.Ethnicity(child.EthnicCode),
            ChildNationalityCode = child.Nationality,
            ChildNationality = words.Nationality(child.Nationality),
            ChildNativePlace = child.NativePlaceText,
            ChildNameFolded = BirthEntry.FoldName(child.Surname, child.MiddleName, child.GivenName),
            MotherId = child.MotherId,
            FatherId = child.FatherId,
            Mother = OnPaper(words, people, child.MotherId),
            Father = OnPaper(words, people, child.FatherId),
            RequesterId = requester.Id,
            RequesterName = requester.FullName,
            RequesterRelation = words.Relation(
                requester.Id == child.MotherId ? "mother" : requester.Id == child.FatherId ? "father" : "relative"),
            BirthNoticeCode = null,
            DossierId = dossier.Id,
            DossierCode = "",
            ProcedureCode = dossier.ProcedureCode,
            EffectRequestId = IdOf("effect", birth),
            PendingRequestId = IdOf("effect", birth),
            PublicToken = System.Buffers.Text.Base64Url.EncodeToString(Digest("token", birth)[..16]),
        };
    }

    private static PersonOnPaper? OnPaper(PaperWords words, Dictionary<Guid, DemoPerson> people, Guid? id) =>
        id is { } known && people.TryGetValue(known, out var parent)
            ? new PersonOnPaper(
                parent.FullName, parent.BirthDate.Year, words.Ethnicity(parent.EthnicCode), words.Nationality(parent.Nationality),
                words.Residence(parent.AddressLine, parent.CommuneCode))
            : null;

    // The ward has a leader among the demo accounts; elsewhere somebody of working age stands for one.
    private static DemoPerson SignerOf(Nation nation, string unit) =>
        nation.Cast.Leader.CommuneCode == unit
            ? nation.Cast.Leader
            : nation.People.First(p => p.CommuneCode == unit && p.DeathDate is null && p.BirthDate.Year is >= 1968 and <= 1982);

    private static Guid IdOf(string what, PastBirth birth)
    {
        var bytes = Digest(what, birth)[..16];
        bytes[6] = (byte)((bytes[6] & 0x0f) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3f) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    private static byte[] Digest(string what, PastBirth birth) =>
        SHA256.HashData(Encoding.UTF8.GetBytes($"sample:{what}:{birth.ChildId}:{birth.DossierId}"));
}
