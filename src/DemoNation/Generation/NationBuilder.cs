namespace Project06.DemoNation.Generation;

internal static class NationBuilder
{
    public static Nation Build(DemoNationOptions options, string dataFolder) => throw new NotSupportedException();
}
