using Project06.CivilStatus.Contracts;

namespace Project06.Population.Tests.Ground;

/// <summary>People and births made for one test; no two tests share a family.</summary>
internal static class Families
{
    /// <summary>The ward of the demo; its ground was in Hà Nội, prefix 001.</summary>
    public const string Ward = "00082";

    private static int _count;

    public static async Task<Guid> CreatePersonAsync(this PopulationGround ground, string sex = "Female", Guid? household = null, string relation = "Head")
    {
        var id = Guid.CreateVersion7();
        var number = $"0019{Interlocked.Increment(ref _count):00000000}";
        await ground.QueryAsync<int>("""
            INSERT INTO population.persons (id, number, surname, middle_name, given_name, folded_name, sex, birth_date, birth_precision,
                ethnic_code, ethnic_code_system, nationality, native_place, residence_unit, residence_address, household_id,
                relation_to_head, marital_status, created_at)
            VALUES ($1, $2, 'Hoàng', 'Thị', 'Lan', 'hoang thi lan', $3, '1996-03-05', 'Day', '01', 'x', 'VN', 'Phường Cửa Nam, Thành phố Hà Nội',
                $4, '12 phố Huế', $5::uuid, CASE WHEN $5::uuid IS NULL THEN NULL ELSE $6 END, 'Married', now())
            """, "p06_population", id, number, sex, Ward, (object?)household ?? DBNull.Value, relation);
        return id;
    }

    /// <summary>A household with its head.</summary>
    public static async Task<(Guid Home, Guid Head)> CreateHomeAsync(this PopulationGround ground, string sex = "Male")
    {
        var home = await ground.CreateHouseholdAsync();
        var head = await ground.CreatePersonAsync(sex, home);
        await ground.MakeHeadAsync(home, head);
        return (home, head);
    }

    public static Task MarryAsync(this PopulationGround ground, Guid one, Guid other) => ground.QueryAsync<int>("""
        UPDATE population.persons SET spouse_id = CASE id WHEN $1 THEN $2 ELSE $1 END, marriage_date = '2020-02-02', marriage_entry_no = '1/2020'
        WHERE id IN ($1, $2)
        """, "p06_population", one, other);

    public static Task BearAsync(this PopulationGround ground, Guid child, Guid parent, string kind = "Mother") => ground.QueryAsync<int>(
        "INSERT INTO population.parentage (child_id, parent_id, kind) VALUES ($1, $2, $3)", "p06_population", child, parent, kind);

    public static async Task<Guid> CreateHouseholdAsync(this PopulationGround ground)
    {
        var id = Guid.CreateVersion7();
        await ground.QueryAsync<int>(
            "INSERT INTO population.households (id, unit_code, address, head_id) VALUES ($1, $2, '12 phố Huế', $1)", "p06_population", id, Ward);
        return id;
    }

    public static Task MakeHeadAsync(this PopulationGround ground, Guid household, Guid head) => ground.QueryAsync<int>(
        "UPDATE population.households SET head_id = $2 WHERE id = $1", "p06_population", household, head);

    public static Guid WriteBirth(this PopulationGround ground, Guid? mother, Guid? father, DateOnly? born = null, string given = "An")
    {
        var id = Guid.CreateVersion7();
        ground.Neighbours.BirthEntries[id] = new BirthEntryContent(
            id, "Nguyễn", "Bảo", given, "2", born ?? new DateOnly(2026, 11, 18), "Bệnh viện Phụ sản Hà Nội", "01", "VN",
            "Phường Cửa Nam, Thành phố Hà Nội", mother, father, Ward, "12/2026", new DateOnly(2026, 11, 21));
        return id;
    }

    public static async Task<IReadOnlyList<string>> EventsOfAsync(this PopulationGround ground, string subject) =>
        await ground.QueryAsync<string>("SELECT name FROM population.events WHERE subject = $1 ORDER BY subject_version", null, subject);
}
