using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using Project06.BuildingBlocks.Access;
using Project06.BuildingBlocks.Actors;
using Project06.BuildingBlocks.Requests;
using Project06.CivilStatus.Contracts;
using Project06.CivilStatus.Data;
using Project06.CivilStatus.Domain;
using Project06.CivilStatus.Features.Registers;

namespace Project06.CivilStatus.Features.EntryChanges;

/// <summary>Who may see a note's extract: whose entry it is, who asked, the officials of the commune that decided.</summary>
internal static class ChangeAccess
{
    public static async Task<(EntryChange Note, BirthEntry Entry)> FindChangeAsync(
        this CivilStatusDbContext db, ClaimsPrincipal user, Guid id, CancellationToken cancellationToken)
    {
        var actor = user.Actor();
        var units = RegisterPosts.UnitsOf(user);
        var me = actor.PersonId;
        var note = await db.EntryChanges.AsNoTracking().SingleOrDefaultAsync(
                c => c.Id == id && (c.RequesterId == me || c.SubjectId == me || units.Contains(c.UnitCode)), cancellationToken)
            ?? throw new NotFoundException("entry change");
        var entry = await db.BirthEntries.AsNoTracking().SingleAsync(e => e.Id == note.BirthEntryId, cancellationToken);
        var access = me == note.RequesterId || me == note.SubjectId
            ? AccessContext.Citizen(actor, AccessPurposes.ReadOwnDossier, note.ProcedureCode, note.DossierCode)
            : AccessContext.Official(actor, RegisterPosts.PostFor(user, note.UnitCode)!, AccessPurposes.Register, note.ProcedureCode, note.DossierCode);
        await db.RecordAccessAsync(
            access,
            [new(note.SubjectId, [PersonFields.Name, .. note.Fields.Select(f => ShownAs(f.Field))]), new(note.RequesterId, [PersonFields.Name])],
            cancellationToken);
        return (note, entry);
    }

    /// <summary>The ledger's word for a part of an entry.</summary>
    public static string ShownAs(string field) => field switch
    {
        AmendedFields.BirthDate => PersonFields.BirthDate,
        AmendedFields.Sex => PersonFields.Sex,
        AmendedFields.Ethnicity => PersonFields.Ethnicity,
        AmendedFields.Nationality => PersonFields.Nationality,
        AmendedFields.NativePlace or AmendedFields.BirthPlace => PersonFields.NativePlace,
        _ => PersonFields.Name,
    };
}
