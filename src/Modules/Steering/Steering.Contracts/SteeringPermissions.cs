namespace Project06.Steering.Contracts;

/// <summary>Permissions of Steering.</summary>
public static class SteeringPermissions
{
    /// <summary>Reading the figures of every unit.</summary>
    public const string Figures = "steering.figures";
}
