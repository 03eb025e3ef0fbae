using System.Globalization;
using Project06.BuildingBlocks.Money;
using Project06.BuildingBlocks.Time;
using Project06.PublicServices.Domain;
using Project06.PublicServices.Domain.Fees;
using Project06.PublicServices.Procedures;
using Project06.ReferenceData.Contracts;

namespace Project06.PublicServices.Features.Fees;

/// <summary>
/// The one function that says what a dossier owes: its version's fee rows and its province's decisions as they were on the
/// day it was received, its channel, how many times, whether it is exempt, whether it has been paid.
/// </summary>
internal sealed class DossierFees(FeeBook book, ReferenceBook reference)
{
    /// <summary>What is in <see cref="Dossier.UsedOnce"/> once the fee is settled: a dossier pays once in its life.</summary>
    public const string Settled = "fee-settled";

    /// <summary>What is still to be paid; null when nothing is.</summary>
    public FeeDue? Owed(Dossier dossier, Procedure procedure) => dossier.UsedOnce.Contains(Settled) ? null : Full(dossier, procedure);

    /// <summary>What it owed in full, whether or not it was paid; null where it owes nothing.</summary>
    public FeeDue? Full(Dossier dossier, Procedure procedure)
    {
        var on = dossier.FiledAt.LegalDate();
        var national = procedure.Fees.FirstOrDefault(f => f.IsValidOn(on)
            && (f.Channel is null || (int)f.Channel == dossier.Channel)
            && (f.When is null || f.When.Holds(id => AnswerValues.Text(dossier.AllAnswers()[id]))));
        var times = national?.Per is { } per ? Times(dossier, per) : 1;
        // A unit code means a place only together with a day.
        var province = reference.Current.FindUnit(dossier.UnitCode, on)?.ProvinceCode;
        var due = province is not null && book.Provincial(province, procedure.Code, (Channel)dossier.Channel, on) is { } own
            ? new FeeDue(own.Amount, times, own.Legal, own.Verified, province, on)
            : national is null ? null : new FeeDue(new Vnd(national.Amount), times, national.Legal, national.Verified, null, on);
        return due is null || due.Amount == Vnd.Zero ? null : due;
    }

    private static int Times(Dossier dossier, string field) =>
        int.TryParse(AnswerValues.Text(dossier.AllAnswers()[field]), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? Math.Max(number, 0) : 0;
}
