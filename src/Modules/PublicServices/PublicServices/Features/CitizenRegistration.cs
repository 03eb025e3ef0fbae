using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.DependencyInjection;
using Project06.PublicServices.Contracts;
using Project06.PublicServices.Features.Complaints;
using Project06.PublicServices.Features.Letters;
using Project06.PublicServices.Features.MyPapers;

namespace Project06.PublicServices.Features;

/// <summary>What a citizen has beside the dossiers themselves: letters, ratings, complaints.</summary>
internal static class CitizenRegistration
{
    public static readonly string[] NoDeleteTables = ["letters", "ratings", "complaints"];

    public static IServiceCollection AddCitizen(this IServiceCollection services)
    {
        services.AddScoped<DossierLetters>();
        services.AddScoped<ComplaintQueue>();
        services.AddSingleton(_ => ComplaintLimitBook.Read(Path.Combine(AppContext.BaseDirectory, "data", "complaints")));
        services.AddScoped<OwnPapers>();
        services.PostConfigure<RazorPagesOptions>(options =>
        {
            options.Conventions.AuthorizeFolder("/Letters/Mine", PublicServicesPermissions.File);
            options.Conventions.AuthorizeFolder("/Letters/Office", PublicServicesPermissions.Desk);
            options.Conventions.AuthorizeFolder("/MyPapers", PublicServicesPermissions.File);
            options.Conventions.AuthorizeFolder("/Ratings/Mine", PublicServicesPermissions.File);
            options.Conventions.AuthorizeFolder("/Ratings/Office", PublicServicesPermissions.Desk);
            options.Conventions.AuthorizeFolder("/Complaints/Mine", PublicServicesPermissions.File);
            options.Conventions.AuthorizeFolder("/Complaints/Office", PublicServicesPermissions.AnswerComplaints);
        });
        return services;
    }
}
