namespace Project06.Testing;

/// <summary>Small files to upload, good and bad.</summary>
public static class TestPapers
{
    /// <summary>A grey scan of a few pixels.</summary>
    public static byte[] Jpeg => Convert.FromBase64String(
        "/9j/2wBDAAgGBgcGBQgHBwcJCQgKDBQNDAsLDBkSEw8UHRofHh0aHBwgJC4nICIsIxwcKDcpLDAxNDQ0Hyc5PTgyPC4zNDL/wAALCAAeADwBAR" +
        "EA/8QAHwAAAQUBAQEBAQEAAAAAAAAAAAECAwQFBgcICQoL/8QAtRAAAgEDAwIEAwUFBAQAAAF9AQIDAAQRBRIhMUEGE1FhByJxFDKBkaEII0Kx" +
        "wRVS0fAkM2JyggkKFhcYGRolJicoKSo0NTY3ODk6Q0RFRkdISUpTVFVWV1hZWmNkZWZnaGlqc3R1dnd4eXqDhIWGh4iJipKTlJWWl5iZmqKjpK" +
        "Wmp6ipqrKztLW2t7i5usLDxMXGx8jJytLT1NXW19jZ2uHi4+Tl5ufo6erx8vP09fb3+Pn6/9oACAEBAAA/AI6KKrX/APx5Sfh/MVi0UUV0dFFV" +
        "r/8A48pPw/mKxaKKK6Oiiq1//wAeUn4fzFYtFFFdHRRVa/8A+PKT8P5isWiiiv/Z");

    /// <summary>How a Windows program begins.</summary>
    public static byte[] Program => [0x4D, 0x5A, 0x90, 0, 3, 0, 0, 0, 4, 0, 0, 0, 0xFF, 0xFF, 0, 0, .. new byte[200]];

    /// <summary>A picture with so much after it that it is too large.</summary>
    public static byte[] Large(int megabytes)
    {
        var bytes = new byte[megabytes << 20];
        Jpeg.CopyTo(bytes, 0);
        return bytes;
    }
}
