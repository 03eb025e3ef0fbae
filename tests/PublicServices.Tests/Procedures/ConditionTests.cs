using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Tests.Procedures;

public sealed class ConditionTests
{
    private static readonly Dictionary<string, string> Values = new() { ["relation"] = "mother", ["twin"] = "true", ["place"] = "at home" };

    [Theory]
    [InlineData("relation = mother", true)]
    [InlineData("relation != mother", false)]
    [InlineData("relation in (father, mother)", true)]
    [InlineData("relation in (father)", false)]
    [InlineData("twin", true)]
    [InlineData("not twin", false)]
    [InlineData("father is-empty", true)]
    [InlineData("not relation is-empty", true)]
    [InlineData("father = mother", false)]
    [InlineData("father != mother", true)]
    [InlineData("place = \"at home\"", true)]
    [InlineData("twin and relation = father or relation = mother", true)]
    [InlineData("twin and (relation = father or relation = aunt)", false)]
    [InlineData("not twin or not father is-empty", false)]
    [InlineData("true", true)]
    [InlineData("false", false)]
    public void Holds(string condition, bool expected) =>
        Assert.Equal(expected, ConditionParser.Parse(condition).Holds(Values.GetValueOrDefault));

    [Theory]
    [InlineData("relation =", 11, "ends where a value should come")]
    [InlineData("relation = = mother", 12, "has '=' where a value should come")]
    [InlineData("relation = mother father", 19, "has 'father' where 'and', 'or' or the end should come")]
    [InlineData("(relation = mother", 19, "ends where ')' should come")]
    [InlineData("relation in father", 13, "has 'father' where '(' should come")]
    [InlineData("relation; drop", 9, "has a ';', which means nothing here")]
    [InlineData("place = \"at home", 9, "has a quotation mark that isn't closed")]
    [InlineData("and twin", 1, "has 'and' where a field should come")]
    [InlineData("", 1, "ends where a field should come")]
    public void Says_where_it_is_not_understood(string condition, int column, string reason)
    {
        var error = Assert.Throws<ConditionException>(() => ConditionParser.Parse(condition));
        Assert.Equal(reason, error.Message);
        Assert.Equal(column, error.Column);
    }
}
