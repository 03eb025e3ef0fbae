using Project06.BuildingBlocks.Text;
using Project06.PublicServices.Procedures;

namespace Project06.PublicServices.Features.Desk;

/// <summary>One letter for each action: the first free one of its words' first letters. J, K and N walk the queue.</summary>
internal static class ActionKeys
{
    public static IReadOnlyDictionary<string, string> For(IEnumerable<StepAction> actions)
    {
        var taken = new HashSet<char> { 'j', 'k', 'n' };
        var keys = new Dictionary<string, string>();
        foreach (var action in actions)
        {
            var words = VietnameseText.Fold(action.Label.Here).Split(' ', StringSplitOptions.RemoveEmptyEntries);
            var letter = words.Select(word => word[0]).Concat("123456789").First(c => char.IsAsciiLetterOrDigit(c) && taken.Add(c));
            keys[action.Id] = char.ToUpperInvariant(letter).ToString();
        }
        return keys;
    }
}
