namespace Talon.Promotions;

/// <summary>The members of an audience as a CSV file with one column.</summary>
public static class AudienceFile
{
    /// <summary>The column.</summary>
    public const string Column = "profileintegrationid";

    /// <summary>Most members in one file.</summary>
    public const int MostMembers = 100_000;

    private const int LongestId = 1000;

    /// <summary>The members; who is named twice is one. Throws <see cref="InvalidRequestException"/> with every line that is wrong, up to 100.</summary>
    /// <param name="text">The file.</param>
    /// <param name="parameter">The form field that it came in, for problems.</param>
    public static IReadOnlySet<string> Read(TextReader text, string parameter)
    {
        var table = new CsvTable([Column], [], parameter);
        var members = table.Read(text, static line => line.Text(Column, 1, LongestId)).ToHashSet();
        if (members.Count > MostMembers)
            throw new InvalidRequestException(new Problem("maxItems", $"The file has {members.Count} members; the maximum is {MostMembers}", Parameter: parameter));
        return members;
    }
}
