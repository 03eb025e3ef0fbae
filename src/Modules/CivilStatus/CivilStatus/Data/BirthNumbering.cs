using Microsoft.EntityFrameworkCore;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Data;

/// <summary>Numbers and volumes of birth books; called inside the transaction that writes the entry.</summary>
internal static class BirthNumbering
{
    /// <summary>The next number of a commune and year, from 1; locks the register until the transaction ends.</summary>
    public static async Task<int> NextBirthNumberAsync(
        this CivilStatusDbContext db, string unitCode, int year, CancellationToken cancellationToken)
    {
        var numbers = await db.Database.SqlQuery<int>($"""
            INSERT INTO civil_status.birth_registers AS r (unit_code, year, last_number) VALUES ({unitCode}, {year}, 1)
            ON CONFLICT (unit_code, year) DO UPDATE SET last_number = r.last_number + 1
            RETURNING last_number AS "Value"
            """).ToListAsync(cancellationToken);
        return numbers.Single();
    }

    /// <summary>The volume a number goes into; a full one is closed and the next opened, last year's are closed.</summary>
    public static async Task<BirthBook> OpenBookAsync(
        this CivilStatusDbContext db, string unitCode, int number, int entriesPerVolume, DateOnly today, CancellationToken cancellationToken)
    {
        var open = await db.BirthBooks.Where(b => b.UnitCode == unitCode && b.ClosedOn == null)
            .OrderBy(b => b.Year).ThenBy(b => b.Volume).ToListAsync(cancellationToken);
        foreach (var old in open.Where(b => b.Year < today.Year))
            old.Close(new DateOnly(old.Year, 12, 31));
        var current = open.LastOrDefault(b => b.Year == today.Year);
        if (current?.HasRoomFor(number, entriesPerVolume) is true)
            return current;
        current?.Close(today);
        var last = await db.BirthBooks.Where(b => b.UnitCode == unitCode && b.Year == today.Year)
            .MaxAsync(b => (int?)b.Volume, cancellationToken) ?? 0;
        var next = new BirthBook { UnitCode = unitCode, Year = today.Year, Volume = last + 1, FirstNumber = number, OpenedOn = today };
        db.Add(next);
        return next;
    }
}
