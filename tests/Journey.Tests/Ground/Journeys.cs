namespace Project06.Journey.Tests.Ground;

/// <summary>One database and one host for the tests that live in families of their own.</summary>
[CollectionDefinition(nameof(Journeys))]
public sealed class Journeys : ICollectionFixture<TestGround>;
