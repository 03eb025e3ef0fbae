using Microsoft.Extensions.DependencyInjection;

namespace Project06.PublicServices.Features.Desk;

internal static class DeskRegistration
{
    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddScoped<DeskQueue>();
        services.AddScoped<TogetherQueue>();
        services.AddScoped<OpinionQueue>();
        services.AddScoped<OpinionWords>();
        services.AddScoped<SharedAnswers>();
        services.AddScoped<DeskAnswersReader>();
        services.AddScoped<DossierHistory>();
        services.AddScoped<TimeLeftWords>();
        return services;
    }
}
