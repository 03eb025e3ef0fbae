namespace Project06.DemoNation.Generation;

/// <summary>The steps in order; each has its own random sequence.</summary>
internal static class NationBuilder
{
    public static Nation Build(DemoNationOptions options, string dataFolder)
    {
        var tables = new Tables(dataFolder);
        var places = new Places(dataFolder);
        var houses = new Families(new Pool(tables, options), tables, options).Houses;
        var cast = new CastDrafts(options, tables, houses);
        houses = Settlement.Settle(options, houses, places);
        new Peoples(options, tables, houses).Assign();
        var papers = new Papers(options, tables, places);
        papers.AddressHouses(houses);
        var kinship = new Kinship(options, houses);
        kinship.Link();

        var living = houses.SelectMany(h => h.Members).ToList();
        var everybody = living.Concat(kinship.Dead).ToList();
        for (var i = 0; i < everybody.Count; i++)
        {
            everybody[i].Index = i;
        }

        var husbands = MarriageRegister.Register(options, everybody, cast.Father);
        new Naming(options, tables, new NameTables(dataFolder)).Assign(everybody);
        papers.Issue(everybody);
        var past = new PastYear(options, papers, living, cast);

        var people = everybody.ConvertAll(p => Person(p, tables, papers));
        return new Nation
        {
            Options = options,
            People = people,
            Households = houses.ConvertAll(static h =>
                new DemoHousehold(h.Id, h.Commune.Code, h.Address, h.Head.Id, h.Members.ConvertAll(static m => m.Id))),
            Marriages = husbands.ConvertAll(static h => new DemoMarriage(
                h.Id, h.Spouse!.Id, DateOnly.FromDayNumber(h.Married), h.Commune.Code, h.EntryNo!, h.Died > 0 || h.Spouse.Died > 0)),
            PastBirths = past.Births,
            PastDossiers = past.Dossiers,
            Cast = new DemoCast(
                people[cast.Mother.Index],
                people[cast.Father.Index],
                people[cast.Clerk.Index],
                people[cast.CivilStatusOfficer.Index],
                people[cast.Leader.Index],
                people[cast.Administrator.Index],
                people[cast.PoliceOfficer.Index],
                people[cast.OtherMother.Index],
                people[cast.OtherFather.Index],
                people[cast.OtherClerk.Index],
                people[cast.OtherPoliceOfficer.Index],
                people[cast.MotherOfNewborn.Index],
                people[cast.FatherOfNewborn.Index],
                people[cast.Newborn.Index],
                people[cast.LongName.Index]),
        };
    }

    private static DemoPerson Person(Draft p, Tables tables, Papers papers) => new()
    {
        Id = p.Id,
        Number = p.Number,
        Surname = p.Name.Surname,
        MiddleName = p.Name.Middle,
        GivenName = p.Name.Given,
        FullName = p.Name.ToString(),
        Sex = p.Sex,
        BirthDate = DateOnly.FromDayNumber(p.Birth),
        BirthDatePrecision = p.Precision,
        EthnicCode = tables.EthnicCodes[p.Ethnic],
        ReligionCode = p.Religion,
        Nationality = "VN",
        BirthPlaceProvinceOld = p.OldProvince,
        NativePlaceCommuneCode = p.Native!.Code,
        NativePlaceText = p.Native.Text,
        CommuneCode = p.Commune.Code,
        AddressLine = p.Address,
        HouseholdId = p.House?.Id,
        RelationToHead = p.House is null ? null : p.Relation,
        MaritalStatus = p.Marital,
        SpouseId = p.Spouse?.Id,
        MarriageDate = p.Married > 0 ? DateOnly.FromDayNumber(p.Married) : null,
        MarriageEntryNo = p.EntryNo,
        MotherId = p.Mother?.Id,
        FatherId = p.Father?.Id,
        DeathDate = p.Died > 0 ? DateOnly.FromDayNumber(p.Died) : null,
        Phone = papers.Phone(p),
        Email = papers.Email(p),
    };
}
