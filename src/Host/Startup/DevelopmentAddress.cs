namespace Project06.Host.Startup;

/// <summary>In Development the address printed and written into QR codes is the one this run listens on.</summary>
internal static class DevelopmentAddress
{
    public static void Apply(WebApplicationBuilder builder)
    {
        if (builder.Environment.IsDevelopment() && builder.Configuration["urls"]?.Split(';')[0] is { Length: > 0 } address)
            builder.Configuration["Site:BaseUrl"] = address;
    }
}
