namespace Project06.PublicServices.Features.IssuedPapers;

/// <summary>Addresses of issued papers; written into dossiers' results and onto paper, so they never change.</summary>
internal static class IssuedPaperLinks
{
    public static string Show(Guid id) => $"/issued-papers/{id}";

    public static string File(Guid id) => $"/issued-papers/{id}/file";

    /// <summary>Where it is verified.</summary>
    public static string Check(string token) => $"/issued-papers/check/{token}";

    /// <summary>The address printed on it, below the site's address.</summary>
    public static string Verify(string token) => $"/c/{token}";
}
