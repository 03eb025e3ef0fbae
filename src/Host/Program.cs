using Project06.BuildingBlocks;
using Project06.BuildingBlocks.Pages;
using Project06.BuildingBlocks.Persistence;
using Project06.BuildingBlocks.Rendering;
using Project06.BuildingBlocks.Signing;
using Project06.CivilStatus;
using Project06.EIdentification;
using Project06.Host.Data;
using Project06.Host.Features;
using Project06.Host.Jobs;
using Project06.Host.Startup;
using Project06.Host.Web;
using Project06.Population;
using Project06.PublicServices;
using Project06.ReferenceData;
using Project06.Steering;
using Project06.Transparency;
using Project06.Ui;

var builder = WebApplication.CreateBuilder(args);
if (SampleAccounts.TryPrintCode(args, builder.Configuration))
    return;

DevelopmentAddress.Apply(builder);
await using var cluster = await DevelopmentDatabase.StartIfNeededAsync(builder);
builder.AddLogging();
builder.Services.AddBuildingBlocks(builder.Configuration);
builder.Services.AddRendering();
builder.Services.AddSigning();
builder.Services.AddModule<HostDbContext>("host", m => m with { InsertOnlyTables = ["operations_log"] });
builder.Services.AddTransparency(builder.Configuration);
builder.Services.AddReferenceData(builder.Configuration);
builder.Services.AddPopulation(builder.Configuration);
builder.Services.AddEIdentification(builder.Configuration);
builder.Services.AddPublicServices(builder.Configuration);
builder.Services.AddCivilStatus(builder.Configuration);
builder.Services.AddSteering(builder.Configuration);
builder.Services.AddJobs(builder.Configuration);
builder.Services.AddHostedService<SampleNation>();
builder.Services.AddWeb(builder.Configuration);
builder.Services.AddRazorPages(pages => pages.RootDirectory = "/Features")
    .AddMvcOptions(mvc => mvc.Filters.Add<ValidationPageFilter>());
builder.Services.AddUi();
builder.Services.AddHostPages();

var app = builder.Build();
await DatabaseWait.UntilThereAsync(
    app.Services.GetRequiredService<DatabaseMigrator>().MigrateAsync, app.Logger, CancellationToken.None);

app.UseWeb();
app.MapStaticAssets().AllowAnonymous();
app.MapRazorPages();
app.MapPublicServices();
app.MapHealth();
app.MapSigning();
app.MapFallback("{**path}", () => Results.NotFound()).AllowAnonymous();
await app.RunAsync();
