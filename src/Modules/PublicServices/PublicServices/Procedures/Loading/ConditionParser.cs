namespace Project06.PublicServices.Procedures;

/// <summary>A condition that can't be read; Column counts from 1.</summary>
internal sealed class ConditionException(string reason, int column) : Exception(reason)
{
    public int Column { get; } = column;
}

/// <summary>
/// <c>relation = mother and not (proof in (a, b) or father is-empty)</c>: names are fields or sources; a name by
/// itself is a yes-no field answered yes. <c>not</c> binds before <c>and</c>, <c>and</c> before <c>or</c>.
/// An empty answer equals nothing, so <c>x != a</c> holds for it.
/// </summary>
internal sealed class ConditionParser
{
    private static readonly string[] Keywords = ["and", "or", "not", "in", "is-empty", "true", "false"];
    private readonly List<Token> tokens;
    private int at;

    private ConditionParser(string text) => tokens = [.. Tokens(text)];

    private readonly record struct Token(string Text, int Column, bool Quoted);

    /// <exception cref="ConditionException">With the column of the first thing that isn't understood.</exception>
    public static Condition Parse(string text)
    {
        var parser = new ConditionParser(text);
        var root = parser.Either();
        if (parser.Now.Text.Length > 0 || parser.Now.Quoted)
            throw parser.Unexpected("'and', 'or' or the end");
        return new Condition(text, root);
    }

    private Token Now => tokens[at];

    private ConditionNode Either()
    {
        var left = Both();
        while (Take("or"))
            left = new ConditionNode.Either(left, Both());
        return left;
    }

    private ConditionNode Both()
    {
        var left = Single();
        while (Take("and"))
            left = new ConditionNode.Both(left, Single());
        return left;
    }

    private ConditionNode Single()
    {
        if (Take("not"))
            return new ConditionNode.Not(Single());
        if (Take("true"))
            return new ConditionNode.Constant(true);
        if (Take("false"))
            return new ConditionNode.Constant(false);
        if (!Take("("))
            return Comparison();
        var inner = Either();
        Expect(")");
        return inner;
    }

    private ConditionNode Comparison()
    {
        var name = Now;
        if (name.Quoted || name.Text.Length == 0 || !char.IsAsciiLetter(name.Text[0]) || Keywords.Contains(name.Text))
            throw Unexpected("a field");
        at++;
        if (Take("="))
            return new ConditionNode.In(name.Text, [Literal()], name.Column);
        if (Take("!="))
            return new ConditionNode.Not(new ConditionNode.In(name.Text, [Literal()], name.Column));
        if (Take("is-empty"))
            return new ConditionNode.IsEmpty(name.Text, name.Column);
        if (!Take("in"))
            return new ConditionNode.IsTrue(name.Text, name.Column);
        Expect("(");
        var values = new List<string> { Literal() };
        while (Take(","))
            values.Add(Literal());
        Expect(")");
        return new ConditionNode.In(name.Text, values, name.Column);
    }

    private string Literal()
    {
        var token = Now;
        if (!token.Quoted && (token.Text.Length == 0 || !char.IsLetterOrDigit(token.Text[0])))
            throw Unexpected("a value");
        at++;
        return token.Text;
    }

    private bool Take(string text)
    {
        if (Now.Quoted || Now.Text != text)
            return false;
        at++;
        return true;
    }

    private void Expect(string text)
    {
        if (!Take(text))
            throw Unexpected($"'{text}'");
    }

    private ConditionException Unexpected(string wanted) => new(
        Now is { Text: "", Quoted: false } ? $"ends where {wanted} should come" : $"has '{Now.Text}' where {wanted} should come", Now.Column);

    private static IEnumerable<Token> Tokens(string text)
    {
        var i = 0;
        while (i < text.Length)
        {
            var start = i;
            if (char.IsWhiteSpace(text[i]))
            {
                i++;
            }
            else if (text[i] == '"')
            {
                var end = text.IndexOf('"', i + 1);
                if (end < 0)
                    throw new ConditionException("has a quotation mark that isn't closed", start + 1);
                yield return new Token(text[(i + 1)..end], start + 1, true);
                i = end + 1;
            }
            else if (text[i] is '(' or ')' or ',' or '=' || (text[i] == '!' && i + 1 < text.Length && text[i + 1] == '='))
            {
                i += text[i] == '!' ? 2 : 1;
                yield return new Token(text[start..i], start + 1, false);
            }
            else if (IsWord(text[i]))
            {
                while (i < text.Length && IsWord(text[i]))
                    i++;
                yield return new Token(text[start..i], start + 1, false);
            }
            else
            {
                throw new ConditionException($"has a '{text[i]}', which means nothing here", start + 1);
            }
        }
        yield return new Token("", text.Length + 1, false);
    }

    private static bool IsWord(char letter) => char.IsLetterOrDigit(letter) || letter is '-' or '.' or '/';
}
