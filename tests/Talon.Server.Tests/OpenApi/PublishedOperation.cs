namespace Talon.Server.Tests;

/// <summary>What the published Integration API says of an operation.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Method">The method.</param>
/// <param name="Path">The path.</param>
/// <param name="Parameters">Names and places of the parameters.</param>
/// <param name="RequestFields">Required fields of the request.</param>
/// <param name="Statuses">Statuses that it documents.</param>
/// <param name="AnswerFields">Required fields of the answer.</param>
internal sealed record PublishedOperation(string Id, string Method, string Path, IReadOnlyList<string> Parameters, IReadOnlyList<string> RequestFields, IReadOnlyList<string> Statuses, IReadOnlyList<string> AnswerFields)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<PublishedOperation> All { get; } =
    [
        .. File.ReadLines(System.IO.Path.Combine(AppContext.BaseDirectory, "OpenApi", "integration-operations.tsv"))
            .Select(line => line.Split('\t'))
            .Select(fields => new PublishedOperation(fields[0], fields[1], fields[2], List(fields[3]), List(fields[4]), List(fields[5]), List(fields[6]))),
    ];

    private static string[] List(string text) => text.Split(',', StringSplitOptions.RemoveEmptyEntries);
}
