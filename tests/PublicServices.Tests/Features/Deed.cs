using System.Net;
using Project06.EIdentification.Contracts;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Tests.Features;

/// <summary>Somebody before a dossier, with what they are to it.</summary>
internal sealed record Somebody(string Name, TestBrowser Browser, string Token, Guid Person, IReadOnlyList<(string Role, string Organisation)> Posts, bool MayOpenDesk)
{
    public bool IsApplicant { get; init; }
    public bool IsConsenter { get; init; }

    /// <summary>Nobody acts for the office where they are named.</summary>
    public bool Holds(string? role, string organisation) => !IsApplicant && !IsConsenter && Posts.Any(p => p.Organisation == organisation && (role is null || p.Role == role));

    public bool Holds(Step step) => step.Actor == StepActor.Office && Holds(step.Role, StateGround.OrganisationOf(step.Office!.Value));
}

/// <summary>One thing that can be done with a dossier, how it is sent, and to whom the table and the folder allow it.</summary>
internal sealed record Deed(string Name, bool AtDesk, Func<TargetDossier, Somebody, (string Address, (string, string)[] Fields)> Send)
{
    private static readonly (string, string)[] Nothing = [];

    /// <summary>The step it is an action of; null: of whatever step the dossier is at, or of none.</summary>
    public Step? At { get; private init; }
    public BuiltIn? BuiltIn { get; private init; }

    /// <summary>The step, or the state of a built-in deed, that it leads to; null where the folder's conditions or a bank decide.</summary>
    public string? LeadsTo { get; private init; }

    public static readonly IReadOnlyList<Deed> All = [.. OfOffices(), .. OfConsenters(), .. OfTheTable(), .. OfTheDesk()];

    /// <summary>302 done, 403 no such pages for them, 404 not theirs, 422 theirs but not in this state.</summary>
    public HttpStatusCode Expected(Somebody who, int state, Step step)
    {
        if (AtDesk && !who.MayOpenDesk)
            return HttpStatusCode.Forbidden;
        var (theirs, now) = this switch
        {
            { BuiltIn: Domain.BuiltIn.HandOver } => (who.Holds(null, StateGround.Receiving), DossierLifecycle.Allows(state, Domain.BuiltIn.HandOver, DossierParty.ReceivingOffice)),
            { BuiltIn: { } builtIn } => (who.IsApplicant, DossierLifecycle.Allows(state, builtIn, DossierParty.Applicant)),
            { At: { Actor: StepActor.Consenter } at } => (who.IsConsenter, at.Id == step.Id && !DossierLifecycle.IsEnd(state)),
            { At: { } at } => (who.Holds(at), at.Id == step.Id && !DossierLifecycle.IsEnd(state)),
            _ => (who.Holds(step), !DossierLifecycle.IsEnd(state)),
        };
        return !theirs ? HttpStatusCode.NotFound : now ? HttpStatusCode.Redirect : HttpStatusCode.UnprocessableEntity;
    }

    // The actions that the folder gives to offices.
    private static IEnumerable<Deed> OfOffices() =>
        from step in StateGround.Folder.Steps
        where step.Actor == StepActor.Office
        from action in step.Actions
        let plain = action.Asks == ActionAsks.None
        select new Deed($"{step.Id}/{action.Id}", true, (dossier, _) => plain
            ? ($"/desk/{dossier.Code}", [("step", step.Id), ("actionId", action.Id)])
            : ($"/desk/{dossier.Code}/{action.Id}", [("Step", step.Id), .. Said(action)]))
        {
            At = step,
            LeadsTo = action.To is { } to && StateGround.Folder.Step(to) is { When: null, Pays: false, Actor: not StepActor.Consenter } ? to : null,
        };

    private static (string, string)[] Said(StepAction action) => action.Asks switch
    {
        ActionAsks.Fields => [("Reason.reason", "Ghi rõ hơn")],
        ActionAsks.Grounds => [("Ground", StateGround.Folder.RefusalGrounds[0].Code), ("Comment", "Vì lý do này")],
        ActionAsks.Form => [.. action.Form.Select(field => (field.Id, field.Type == FieldType.Number ? "2" : field.Options[0].Value))],
        _ => [("Comment", "Vì lý do này")],
    };

    private static IEnumerable<Deed> OfConsenters() =>
        from step in StateGround.Folder.Steps
        where step.Actor == StepActor.Consenter
        from action in step.Actions
        select new Deed($"{step.Id}/{action.Id}", false, (dossier, _) => ($"/consents/{dossier.Consent}", [("act", action.Id), ("Comment", "Vì lý do này")])) { At = step };

    // What the table of states has whatever the procedure says.
    private static IEnumerable<Deed> OfTheTable() =>
    [
        new("withdraw", false, (dossier, _) => ($"/dossiers/{dossier.Code}/withdraw", [("Reason", "Đổi ý")])) { BuiltIn = Domain.BuiltIn.Withdraw, LeadsTo = $"{DossierLifecycle.Withdrawn}" },
        new("supplement", false, (dossier, _) => ($"/dossiers/{dossier.Code}/supplement", [("reason", "Đã ghi rõ")])) { BuiltIn = Domain.BuiltIn.Supplement, LeadsTo = $"{DossierLifecycle.NewlyFiled}" },
        new("pay", false, (dossier, _) => ($"/dossiers/{dossier.Code}/pay?handler=Start", Nothing)) { BuiltIn = Domain.BuiltIn.Pay },
        new("hand over", true, (dossier, _) => ($"/desk/{dossier.Code}?handler=HandOver", [("Method", "InPerson")])) { BuiltIn = Domain.BuiltIn.HandOver, LeadsTo = $"{DossierLifecycle.HandedOver}" },
    ];

    // What whoever acts at a step does with it inside the office.
    private static IEnumerable<Deed> OfTheDesk() =>
    [
        new("take", true, (dossier, _) => ($"/desk/{dossier.Code}/assign?handler=Take", Nothing)),
        new("give back", true, (dossier, _) => ($"/desk/{dossier.Code}/assign?handler=GiveBack", Nothing)),
        new("hand to", true, (dossier, who) => ($"/desk/{dossier.Code}/assign", [("To", $"{who.Person}")])),
        new("ask an opinion", true, (dossier, _) => ($"/desk/{dossier.Code}/opinion", [("Kind", OrganisationKinds.CommunePolice), ("Question", "Có cư trú không?"), ("Days", "2")])),
    ];
}
