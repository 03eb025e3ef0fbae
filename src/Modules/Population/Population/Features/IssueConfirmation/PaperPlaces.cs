using System.Globalization;
using MediatR;
using Project06.BuildingBlocks.Time;
using Project06.EIdentification.Contracts;
using Project06.Population.Contracts;
using Project06.Population.Domain;
using Project06.ReferenceData.Contracts;
using Project06.Ui;

namespace Project06.Population.Features.IssueConfirmation;

/// <summary>Places, offices and people as this module's papers and pages write them.</summary>
internal sealed class PaperPlaces(ReferenceBook references, IMediator mediator)
{
    private static readonly CultureInfo Vietnamese = CultureInfo.GetCultureInfo("vi-VN");

    /// <summary>Address, commune and province as they are called on that day, as much of it as is known.</summary>
    public string Of(string address, string? unitCode, DateOnly on)
    {
        var snapshot = references.Current;
        var unit = unitCode is null ? null : snapshot.FindUnit(unitCode, on);
        var province = unit is null ? null : snapshot.FindUnit(unit.ProvinceCode, on);
        return string.Join(", ", new[] { address, unit?.FullName, province?.FullName }.Where(part => !string.IsNullOrEmpty(part)));
    }

    /// <summary>The heading of a paper of this office.</summary>
    public async Task<NationalHeading> HeadingAsync(string organisation, string unitCode, DateOnly on, CancellationToken cancellationToken)
    {
        var snapshot = references.Current;
        var unit = snapshot.FindUnit(unitCode, on);
        var province = unit is null ? null : snapshot.FindUnit(unit.ProvinceCode, on);
        var office = await OfficeAsync(organisation, cancellationToken);
        return new NationalHeading(
            province is null ? office.ToUpper(Vietnamese) : $"Công an {province.FullName}".ToUpper(Vietnamese),
            province is null ? null : office.ToUpper(Vietnamese), Number: null, unit?.Name, on);
    }

    /// <summary>An office's name; its code where it isn't known any more.</summary>
    public async Task<string> OfficeAsync(string organisation, CancellationToken cancellationToken) =>
        await mediator.Send(new FindOrganisations([organisation]), cancellationToken) is [var office] ? office.Name : organisation;

    /// <summary>The birth date as exactly as it is known.</summary>
    public static string BornOn(DateOnly date, DatePrecision precision) => precision switch
    {
        DatePrecision.Year => date.ToString("yyyy", Vietnamese),
        DatePrecision.Month => date.ToString("MM/yyyy", Vietnamese),
        _ => date.Written(),
    };

    public static string SexText(Sex sex) => sex switch
    {
        Sex.Male => "Nam",
        Sex.Female => "Nữ",
        _ => "Chưa xác định",
    };

    /// <summary>A residence with its span: "12 phố Huế, …, từ 01/12/2026 đến 30/11/2028".</summary>
    public string Line(Residence residence, DateOnly on)
    {
        var place = Of(residence.Address, residence.UnitCode, on);
        var from = residence.FromDate is { } start ? $", từ {start.Written()}" : "";
        var until = residence.UntilDate is { } end ? $", đến {end.Written()}" : "";
        return place + from + until;
    }
}
