using System.Globalization;

namespace Project06.DemoNation.Generation;

/// <summary>The dossiers of the last year, and the births that they registered in the two full communes.</summary>
internal sealed class PastYear
{
    private const string Birth = "1.001193";
    private const string Absence = "1.003677";

    private readonly Rng rng;
    private readonly int today;
    private readonly int from;
    private readonly List<Case> cases = [];
    private readonly List<Registration> registrations = [];

    public PastYear(DemoNationOptions options, Papers papers, List<Draft> living, CastDrafts cast)
    {
        rng = new Rng(options.Seed, 9);
        today = options.Day.DayNumber;
        from = options.Day.AddYears(-1).DayNumber + 1;
        var fixedPeople = new[] { cast.Mother, cast.Father, cast.OtherMother, cast.OtherFather };
        foreach (var person in living)
        {
            if (today - person.Birth < 800)
            {
                Register(person, ReferenceEquals(person, cast.Newborn));
            }
            else if (today - person.Birth > 18 * 365 && rng.Chance(0.012) && Array.IndexOf(fixedPeople, person) < 0)
            {
                Past(Absence, person, OfficeTime.AtOrBefore(rng.Between(from, today - 1)), null);
            }
        }

        foreach (var commune in living.Where(p => p.Commune.Full).GroupBy(p => p.Commune.Code, StringComparer.Ordinal))
        {
            Queue([.. commune.Where(p => Array.IndexOf(fixedPeople, p) < 0)]);
        }

        cases.Sort(static (a, b) => a.Received != b.Received ? a.Received.CompareTo(b.Received) : a.Order.CompareTo(b.Order));
        for (var i = 0; i < cases.Count; i++)
        {
            var c = cases[i];
            c.Id = papers.MakeId(3, i, c.Received.ToUnixTimeMilliseconds());
            Dossiers.Add(new PastDossier(c.Id, c.Procedure, c.Applicant.Commune.Code, c.Applicant.Id, c.Received, c.Due, c.Finished, c.State, c.Channel, c.Subject?.Id));
        }

        Enter();
    }

    public List<PastDossier> Dossiers { get; } = [];

    public List<PastBirth> Births { get; } = [];

    private void Register(Draft child, bool newborn)
    {
        if ((child.Mother ?? child.Father) is not { } parent)
        {
            return;
        }

        var applicant = child.Father is { Died: 0 } father && rng.Chance(0.4) ? father : parent.Died == 0 ? parent : child.Father ?? parent;
        if (applicant.Died > 0)
        {
            return;
        }

        var delay = newborn ? 8 : rng.Chance(0.9) ? rng.Between(2, 30) : rng.Between(31, 80);
        var registered = OfficeTime.AtOrBefore(Math.Min(child.Birth + Math.Max(delay, 4), today - 1));
        var made = registered >= from && (applicant.Commune.Full || ReferenceEquals(applicant.Commune, child.Commune))
            ? Past(Birth, applicant, registered, child)
            : null;
        if (child.Commune.Full)
        {
            registrations.Add(new Registration(child, registered, made, registrations.Count));
        }
    }

    /// <summary>A dossier that ended: nine in ten within the limit.</summary>
    private Case Past(string procedure, Draft applicant, int finished, Draft? subject)
    {
        var late = rng.Chance(0.04);
        var received = late ? OfficeTime.Previous(OfficeTime.Previous(OfficeTime.Previous(finished)))
            : rng.Chance(0.45) ? OfficeTime.Previous(finished)
            : finished;
        var minute = received == finished ? rng.Between(465, 640) : OfficeTime.Minute(rng);
        var channel = rng.Chance(0.55) ? 2 : rng.Chance(0.93) ? 1 : 3;
        var ended = received == finished ? rng.Between(810, 1005)
            : late ? OfficeTime.Minute(rng)
            : minute > 900 ? rng.Between(465, 1005) : rng.Between(465, Math.Max(480, minute));
        var state = subject is null && rng.Chance(0.05) ? (rng.Chance(0.6) ? 3 : 7)
            : channel == 2 && rng.Chance(0.3) ? 9 : 10;
        return Add(procedure, applicant, received, minute, state == 3 ? null : OfficeTime.At(finished, ended), state, channel, subject);
    }

    /// <summary>What stands on the desks this morning.</summary>
    private void Queue(List<Draft> people)
    {
        var mothers = people.Where(p => p is { Sex: DemoSex.Female, Marital: DemoMaritalStatus.Married, Spouse: not null, Group: >= 4 and <= 7 }
            && p.Children.TrueForAll(c => today - c.Birth > 500)).ToList();
        var adults = people.Where(p => p.Group >= 4).ToList();
        rng.Shuffle(mothers);
        rng.Shuffle(adults);
        var size = Math.Max(4, people.Count / 800);
        for (var i = 0; i < Math.Min(size, mothers.Count); i++)
        {
            Open(Birth, mothers[i], i);
        }

        for (var i = 0; i < Math.Min(size / 2, adults.Count); i++)
        {
            Open(Absence, adults[i], i);
        }
    }

    private void Open(string procedure, Draft applicant, int index)
    {
        var day = OfficeTime.AtOrBefore(today - 1);
        var minute = index % 3 == 0 ? rng.Between(465, 690) : rng.Between(840, 1005);
        var state = (index % 10) switch { 0 or 1 or 2 => 1, 3 or 4 => 2, 9 => 5, _ => 4 };
        for (var back = state == 5 ? 3 : index == 6 || index == 17 ? 2 : 0; back > 0; back--)
        {
            day = OfficeTime.Previous(day);
        }

        Add(procedure, applicant, day, minute, null, state, rng.Chance(0.6) ? 2 : rng.Chance(0.9) ? 1 : 3, null);
    }

    private Case Add(string procedure, Draft applicant, int day, int minute, DateTimeOffset? finished, int state, int channel, Draft? subject)
    {
        var added = new Case
        {
            Procedure = procedure,
            Applicant = applicant,
            Received = OfficeTime.At(day, minute).AddSeconds(rng.Below(60)),
            Due = OfficeTime.Due(day, minute),
            Finished = finished,
            State = state,
            Channel = channel,
            Subject = subject,
            Order = cases.Count,
        };
        cases.Add(added);
        return added;
    }

    /// <summary>Numbers the entries of each office and year from 1; those before the last year only count.</summary>
    private void Enter()
    {
        foreach (var office in registrations
            .GroupBy(r => (r.Child.Commune.Index, DateOnly.FromDayNumber(r.Day).Year))
            .OrderBy(g => g.Key.Index).ThenBy(g => g.Key.Year))
        {
            var number = 0;
            foreach (var entry in office.OrderBy(r => r.Day).ThenBy(r => r.Order))
            {
                number++;
                if (entry.Made is { } made)
                {
                    var book = string.Create(CultureInfo.InvariantCulture, $"{1 + ((number - 1) / 200):00}/{office.Key.Year}");
                    Births.Add(new PastBirth(entry.Child.Id, entry.Child.Commune.Code, number, office.Key.Year, book, DateOnly.FromDayNumber(entry.Day), made.Id));
                }
            }
        }
    }

    private sealed record Registration(Draft Child, int Day, Case? Made, int Order);

    private sealed class Case
    {
        public Guid Id { get; set; }

        public required string Procedure { get; init; }

        public required Draft Applicant { get; init; }

        public required DateTimeOffset Received { get; init; }

        public required DateTimeOffset Due { get; init; }

        public required DateTimeOffset? Finished { get; init; }

        public required int State { get; init; }

        public required int Channel { get; init; }

        public required Draft? Subject { get; init; }

        public required int Order { get; init; }
    }
}
