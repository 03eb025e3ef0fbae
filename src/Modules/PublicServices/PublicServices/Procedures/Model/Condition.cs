namespace Project06.PublicServices.Procedures;

/// <summary>A parsed condition. Its text and the fields it reads are known, so that the checker can look at them.</summary>
internal sealed record Condition(string Text, ConditionNode Root)
{
    public static readonly Condition Always = new("true", new ConditionNode.Constant(true));
    public static readonly Condition Never = new("false", new ConditionNode.Constant(false));

    public bool IsAlways => Root is ConditionNode.Constant { Value: true };

    /// <summary>Whether it holds.</summary>
    /// <param name="valueOf">The value of a field id or source name as text (<c>true</c>/<c>false</c> for yes and no); null when empty.</param>
    public bool Holds(Func<string, string?> valueOf) => Root.Holds(valueOf);
}

internal abstract record ConditionNode
{
    public abstract bool Holds(Func<string, string?> valueOf);
    public abstract IEnumerable<Operand> Operands { get; }

    /// <param name="Literals">What it is compared with; empty for is-empty and for a yes-no by itself.</param>
    /// <param name="Column">Where it stands in the text, from 1.</param>
    internal sealed record Operand(string Name, IReadOnlyList<string> Literals, bool YesNo, int Column);

    internal sealed record Constant(bool Value) : ConditionNode
    {
        public override bool Holds(Func<string, string?> valueOf) => Value;
        public override IEnumerable<Operand> Operands => [];
    }

    internal sealed record IsTrue(string Name, int Column) : ConditionNode
    {
        public override bool Holds(Func<string, string?> valueOf) => valueOf(Name) == "true";
        public override IEnumerable<Operand> Operands => [new(Name, [], true, Column)];
    }

    internal sealed record IsEmpty(string Name, int Column) : ConditionNode
    {
        public override bool Holds(Func<string, string?> valueOf) => string.IsNullOrEmpty(valueOf(Name));
        public override IEnumerable<Operand> Operands => [new(Name, [], false, Column)];
    }

    internal sealed record In(string Name, IReadOnlyList<string> Values, int Column) : ConditionNode
    {
        public override bool Holds(Func<string, string?> valueOf) => valueOf(Name) is { } value && Values.Contains(value);
        public override IEnumerable<Operand> Operands => [new(Name, Values, false, Column)];
    }

    internal sealed record Not(ConditionNode Inner) : ConditionNode
    {
        public override bool Holds(Func<string, string?> valueOf) => !Inner.Holds(valueOf);
        public override IEnumerable<Operand> Operands => Inner.Operands;
    }

    internal sealed record Both(ConditionNode Left, ConditionNode Right) : ConditionNode
    {
        public override bool Holds(Func<string, string?> valueOf) => Left.Holds(valueOf) && Right.Holds(valueOf);
        public override IEnumerable<Operand> Operands => Left.Operands.Concat(Right.Operands);
    }

    internal sealed record Either(ConditionNode Left, ConditionNode Right) : ConditionNode
    {
        public override bool Holds(Func<string, string?> valueOf) => Left.Holds(valueOf) || Right.Holds(valueOf);
        public override IEnumerable<Operand> Operands => Left.Operands.Concat(Right.Operands);
    }
}
