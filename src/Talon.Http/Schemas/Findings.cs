using System.Globalization;
using System.Text;
using System.Text.Json;
using Talon.Promotions;

namespace Talon.Http;

/// <summary>What a check found, and where it is at.</summary>
public sealed class Findings
{
    /// <summary>Most problems reported for one request; the rest is cut.</summary>
    public const int MaxProblems = 1000;

    private readonly List<(string? Name, int Index)> _path = [];
    private readonly List<Problem> _problems = [];

    /// <summary>Creates an empty list.</summary>
    /// <param name="answer">Whether an answer is checked: no null, and no fraction in an integer.</param>
    public Findings(bool answer = false) => Answer = answer;

    /// <summary>Whether an answer is checked rather than a request.</summary>
    public bool Answer { get; }

    /// <summary>The problems found.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>The name of the member under check, for messages.</summary>
    public string Subject
    {
        get
        {
            for (var i = _path.Count - 1; i >= 0; i--)
                if (_path[i].Name is { } name)
                    return name;
            return "body";
        }
    }

    /// <summary>The JSON pointer of the value under check.</summary>
    public string Pointer
    {
        get
        {
            var text = new StringBuilder();
            foreach (var (name, index) in _path)
            {
                text.Append('/');
                if (name is null)
                    text.Append(index.ToString(CultureInfo.InvariantCulture));
                else
                    text.Append(name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
            }

            return text.ToString();
        }
    }

    /// <summary>Steps into a member.</summary>
    public void Enter(string name) => _path.Add((name, 0));

    /// <summary>Steps into an element.</summary>
    public void Enter(int index) => _path.Add((null, index));

    /// <summary>Steps back out.</summary>
    public void Leave() => _path.RemoveAt(_path.Count - 1);

    /// <summary>Adds a problem with the value under check.</summary>
    public void Add(string title, string details)
    {
        if (_problems.Count < MaxProblems)
            _problems.Add(new Problem(title, details, Pointer));
    }

    /// <summary>Adds the problem that the value has the wrong JSON type, and returns false.</summary>
    internal bool WrongType(JsonElement value, string wanted)
    {
        Add("Invalid type", $"Value of \"{Subject}\" ({Brief(value)}) is not {wanted}");
        return false;
    }

    /// <summary>The value for a message, cut to a line.</summary>
    internal static string Brief(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        JsonValueKind.String => Brief(value.GetString()!),
        _ => Brief(value.GetRawText()),
    };

    /// <summary>The text for a message, cut to a line.</summary>
    internal static string Brief(string text)
    {
        const int longest = 60;
        if (text.Length <= longest)
            return text;
        var cut = char.IsHighSurrogate(text[longest - 1]) ? longest - 1 : longest;
        return text[..cut] + "...";
    }
}
