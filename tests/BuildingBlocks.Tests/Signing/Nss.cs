using System.Runtime.InteropServices;

namespace Project06.BuildingBlocks.Tests.Signing;

/// <summary>Poppler trusts what a store of the NSS library trusts; its own tool for that isn't everywhere, the library is
/// where poppler is.</summary>
internal static class Nss
{
    private const string Library = "libnss3.so";
    // "C": trusted to issue certificates.
    private const uint TrustedAuthority = 8 | 16 | 128;

    public static void TrustInNewStore(string folder, byte[] certificate)
    {
        Directory.CreateDirectory(folder);
        Check(NSS_Initialize("sql:" + folder, "", "", "secmod.db", 0));
        var slot = PK11_GetInternalKeySlot();
        Check(PK11_InitPin(slot, null, ""));
        var root = CERT_DecodeCertFromPackage(certificate, certificate.Length);
        Check(PK11_ImportCert(slot, root, 0, "test root", 0));
        var trust = new Trust { Ssl = TrustedAuthority, Email = TrustedAuthority, Objects = TrustedAuthority };
        Check(CERT_ChangeCertTrust(CERT_GetDefaultCertDB(), root, ref trust));
        CERT_DestroyCertificate(root);
        PK11_FreeSlot(slot);
        Check(NSS_Shutdown());
    }

    private static void Check(int status) => Assert.Equal(0, status);

    [StructLayout(LayoutKind.Sequential)]
    private struct Trust
    {
        public uint Ssl, Email, Objects;
    }

    [DllImport(Library)] private static extern int NSS_Initialize(string folder, string certificates, string keys, string modules, uint flags);
    [DllImport(Library)] private static extern int NSS_Shutdown();
    [DllImport(Library)] private static extern nint PK11_GetInternalKeySlot();
    [DllImport(Library)] private static extern void PK11_FreeSlot(nint slot);
    [DllImport(Library)] private static extern int PK11_InitPin(nint slot, string? administrator, string user);
    [DllImport("libsmime3.so")] private static extern nint CERT_DecodeCertFromPackage(byte[] certificate, int length);
    [DllImport(Library)] private static extern void CERT_DestroyCertificate(nint certificate);
    [DllImport(Library)] private static extern int PK11_ImportCert(nint slot, nint certificate, nuint key, string name, int withTrust);
    [DllImport(Library)] private static extern nint CERT_GetDefaultCertDB();
    [DllImport(Library)] private static extern int CERT_ChangeCertTrust(nint store, nint certificate, ref Trust trust);
}
