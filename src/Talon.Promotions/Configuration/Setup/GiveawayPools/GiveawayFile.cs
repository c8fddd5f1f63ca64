using Talon.RuleEngine;

namespace Talon.Promotions;

/// <summary>Reads codes for a giveaway pool from a CSV file with the columns code, startdate, enddate and attributes.</summary>
public static class GiveawayFile
{
    private const int MaxCodeLength = 1000;

    /// <summary>The codes in order.</summary>
    /// <param name="text">The file.</param>
    /// <param name="attributes">The attributes that giveaways have.</param>
    /// <param name="parameter">The form field that it came in, for problems.</param>
    /// <exception cref="InvalidRequestException">Lines are wrong; up to 100 are told.</exception>
    public static IReadOnlyList<NewGiveaway> Read(TextReader text, AttributeChecker attributes, string parameter) =>
        new CsvTable(["code"], ["startdate", "enddate", "attributes"], parameter).Read(text, line =>
        {
            var code = new NewGiveaway(
                line.Text("code", 1, MaxCodeLength),
                line.Time("startdate"),
                line.Time("enddate"),
                line.Attributes("attributes", (values, problems) => attributes.Check(AttributeEntity.Giveaway, values, "", problems)));
            if (code.Start >= code.End)
                line.Refuse("\"enddate\" is not after \"startdate\"");
            return code;
        });
}
