using Microsoft.EntityFrameworkCore;
using Project06.CivilStatus.Domain;

namespace Project06.CivilStatus.Data;

/// <summary>Numbers and volumes of the registers; called inside the transaction that writes the entry.</summary>
internal static class RegisterNumbering
{
    /// <summary>The next number of a register, commune and year, from 1; locks the register until the transaction ends.</summary>
    public static Task<int> NextNumberAsync(
        this CivilStatusDbContext db, RegisterKind kind, string unitCode, int year, CancellationToken cancellationToken) =>
        db.TakeNumbersAsync(kind, unitCode, year, 1, cancellationToken);

    /// <summary>The first of several numbers in a row.</summary>
    public static async Task<int> TakeNumbersAsync(
        this CivilStatusDbContext db, RegisterKind kind, string unitCode, int year, int count, CancellationToken cancellationToken)
    {
        var last = await db.Database.SqlQuery<int>($"""
            INSERT INTO civil_status.registers AS r (kind, unit_code, year, last_number) VALUES ({kind.ToString()}, {unitCode}, {year}, {count})
            ON CONFLICT (kind, unit_code, year) DO UPDATE SET last_number = r.last_number + {count}
            RETURNING last_number AS "Value"
            """).ToListAsync(cancellationToken);
        return last.Single() - count + 1;
    }

    /// <summary>The volume a number goes into; a full one is closed and the next opened, last year's are closed.</summary>
    public static async Task<RegisterBook> OpenBookAsync(
        this CivilStatusDbContext db, RegisterKind kind, string unitCode, int number, int entriesPerVolume, DateOnly today,
        CancellationToken cancellationToken)
    {
        var open = await db.Books.Where(b => b.Kind == kind && b.UnitCode == unitCode && b.ClosedOn == null)
            .OrderBy(b => b.Year).ThenBy(b => b.Volume).ToListAsync(cancellationToken);
        foreach (var old in open.Where(b => b.Year < today.Year))
            old.Close(new DateOnly(old.Year, 12, 31), await db.EventsInAsync(old, cancellationToken));
        var current = open.LastOrDefault(b => b.Year == today.Year);
        if (current?.HasRoomFor(number, entriesPerVolume) is true)
            return current;
        current?.Close(today, number - current.FirstNumber);
        var last = await db.Books.Where(b => b.Kind == kind && b.UnitCode == unitCode && b.Year == today.Year)
            .MaxAsync(b => (int?)b.Volume, cancellationToken) ?? 0;
        var next = new RegisterBook
        {
            Kind = kind, UnitCode = unitCode, Year = today.Year, Volume = last + 1, FirstNumber = number, OpenedOn = today,
        };
        db.Add(next);
        return next;
    }

    /// <summary>How many numbers the last volume of a year holds: without a gap, from its first to the register's last.</summary>
    public static async Task<int> EventsInAsync(this CivilStatusDbContext db, RegisterBook book, CancellationToken cancellationToken)
    {
        var kind = book.Kind.ToString();
        var last = await db.Database.SqlQuery<int>($"""
            SELECT last_number AS "Value" FROM civil_status.registers WHERE kind = {kind} AND unit_code = {book.UnitCode} AND year = {book.Year}
            """).ToListAsync(cancellationToken);
        return last.Single() - book.FirstNumber + 1;
    }
}
